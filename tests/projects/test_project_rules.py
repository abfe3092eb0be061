"""What the database and the forms refuse of a project."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from partners.models import Organization
from projects.models import Contribution, Participation, Project

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (datetime.date(2013, 10, 1), 2557),
        (datetime.date(2014, 9, 30), 2557),
        (datetime.date(2014, 10, 1), 2558),
    ],
)
def test_the_boundary_days_belong_to_their_fiscal_year(day, year, partner):
    """1 October begins a fiscal year and 30 September ends it."""
    Project(title="งาน", fiscal_year=year, partner=partner, starts_on=day, position=1).full_clean()


def test_the_office_is_refused_as_the_partner(partner):
    """It never counts as one: a project told under it would stand in lists and be missing in the year's figures."""
    office = Organization.objects.create(kind="office", name="พัทลุง เขต 2")
    with pytest.raises(ValidationError) as refusal:
        Project(title="งาน", fiscal_year=2557, partner=office, position=1).full_clean()
    assert "สำนักงานไม่นับเป็นภาคี" in refusal.value.message_dict["partner"][0]


@pytest.mark.parametrize("day", [datetime.date(2013, 9, 30), datetime.date(2014, 10, 1)])
def test_a_day_outside_the_fiscal_year_is_refused_with_the_remedy(day, partner):
    """A project none of whose dates touches its year is refused, naming field and remedy."""
    with pytest.raises(ValidationError) as refusal:
        Project(title="งาน", fiscal_year=2557, partner=partner, starts_on=day, position=1).full_clean()
    assert "ให้แก้วันที่หรือปีงบประมาณ" in refusal.value.message_dict["starts_on"][0]


def test_a_span_that_touches_the_year_is_fine(partner):
    """A year-only date of 2556 touches fiscal year 2557."""
    Project(
        title="งาน",
        fiscal_year=2557,
        partner=partner,
        position=1,
        starts_on=datetime.date(2013, 1, 1),
        ends_on=datetime.date(2013, 12, 31),
    ).full_clean()


def test_a_new_project_comes_last_in_its_year(partner):
    """The place in the report is given when it is left open."""
    first, second = (Project.objects.create(title="งาน", fiscal_year=2557, partner=partner) for _ in "ab")
    assert (first.position, second.position) == (1, 2)


def test_a_code_is_never_given_twice(partner):
    """The code of a deleted project is not given to the next."""
    gone = Project.objects.create(title="งาน", fiscal_year=2557, partner=partner)
    gone.delete()
    assert Project.objects.create(title="งาน", fiscal_year=2557, partner=partner).code == "P2557-002"
    assert gone.code == "P2557-001"


@pytest.mark.parametrize(
    "gift",
    [
        {"amount": -1},
        {"amount": 0},
        {"form": "thing", "amount": 5, "what": "รถ", "unit": "คัน"},
        {"form": "thing", "what": "", "unit": ""},
        {"form": "cash", "quantity": 3},
        {"form": "thing", "what": "รถ", "unit": "คัน", "quantity": 0},
    ],
)
def test_the_database_refuses_a_gift_that_cannot_be(gift, project, partner):
    """Negative or zero amounts, and cash mixed with things, are refused below the forms too."""
    with pytest.raises(IntegrityError):
        Contribution.objects.create(project=project, giver=partner, **gift)


@pytest.mark.parametrize(
    "gift",
    [
        {"amount": None},
        {"amount": 0.01},
        {"form": "thing", "what": "รถ", "unit": "คัน", "quantity": None},
        {"form": "people", "what": "ครู", "unit": "คน", "quantity": 1},
    ],
)
def test_the_database_takes_a_gift_of_known_or_unknown_size(gift, project, partner):
    """Unknown is empty, and is taken."""
    assert Contribution.objects.create(project=project, giver=partner, **gift).pk


@pytest.mark.parametrize("who", [{"audience": "words"}, {"audience": "organization"}, {"words": "ทุกคน"}])
def test_the_database_refuses_an_audience_without_its_column(who, project):
    """Each kind of audience has its own column, and only that."""
    with pytest.raises(IntegrityError):
        Participation.objects.create(project=project, **who)


def test_every_school_prints_in_words(project):
    """Every school is said in words and needs no other column."""
    assert (
        Participation.objects.create(project=project, audience="every_school").public_name
        == "ทุกโรงเรียนในสังกัด"
    )
