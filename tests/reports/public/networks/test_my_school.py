"""What a director sees first on the home page, and nobody else: the own school, its networks, whom to call."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partners.models import SOON, AgreementEnd
from portal.records import Publication
from reports.public.networks.my_school import my_school_of
from tests.factories import (
    make_agreement,
    make_group,
    make_member,
    make_organization,
    make_project,
    make_school,
)
from tests.growth import queries_while_growing
from tests.reading import page_at

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NAME, PHONE = "ถวิล ใจดี", "081-000-1111"


def home(client):
    return page_at(client, "/")


def test_the_home_page_begins_with_the_own_school(client_of, own_director, school, own_network):
    """Name, network, chair and number stand before all else, each a tap from its page."""
    make_member(group=own_network, person=NAME, position="chair", phone=PHONE)
    make_project()
    page = home(client_of(own_director))
    for told in (school.get_absolute_url(), own_network.get_absolute_url(), NAME, PHONE):
        assert page.index(told) < page.index("<h1>")


@pytest.mark.parametrize("who", ["outsider", "editor"])
def test_others_see_no_school_of_theirs(as_who, own_network, who):
    """Nor the number of a chair."""
    make_member(group=own_network, person=NAME, position="chair", phone=PHONE)
    page = home(as_who(who))
    assert "โรงเรียนของฉัน" not in page
    assert PHONE not in page


def test_a_school_that_chairs_is_called_at_its_contacts_number(own_director, own_network):
    """A seat of a school has no number of its own."""
    chair = make_school(name="วัดหวัง")
    chair.contacts.create(position="ผู้อำนวยการ", phone=PHONE)
    make_member(group=own_network, organization=chair, position="chair")
    (call,) = my_school_of(own_director)["networks"][0].chairs
    assert call == {"name": "โรงเรียนวัดหวัง", "phone": PHONE}


def test_a_former_chair_is_not_called(own_director, own_network):
    """The day after the term is too late."""
    make_member(
        group=own_network, person=NAME, position="chair", phone=PHONE, to_on=TODAY - timedelta(days=1)
    )
    assert my_school_of(own_director)["networks"][0].chairs == []


def test_a_network_of_others_is_not_mine(own_director, own_network):
    """Only those in which the school sits."""
    make_member(group=make_group(kind=own_network.kind), organization=make_school())
    assert my_school_of(own_director)["networks"] == [own_network]


def test_projects_in_which_the_school_took_part(own_director, school, own_network):
    """By its own name, with its network, with the schools of its subdistrict, or with all; the newest first."""
    taken = [
        {"organization": school},
        {"audience": "group", "group": own_network},
        {"audience": "every_school"},
    ]
    for year, part in enumerate(taken, start=2555):
        make_project(fiscal_year=year).participations.create(**part)
    make_project(fiscal_year=2558, status=Publication.DRAFT).participations.create(organization=school)
    make_project(fiscal_year=2558).participations.create(organization=make_school())
    make_project(fiscal_year=2558).participations.create(audience="words", words="ประชาชน")
    assert [project.fiscal_year for project in my_school_of(own_director)["projects"]] == [2557, 2556, 2555]


@pytest.mark.parametrize(
    ("ends_on", "told"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (TODAY + SOON, True),
        (TODAY + SOON + timedelta(days=1), False),
    ],
)
def test_agreements_of_the_school_that_end_soon(own_director, school, ends_on, told):
    """From today to the last day that counts as soon; those of others, and drafts, are not told."""
    dates = {"end": AgreementEnd.DATED, "ends_on": ends_on}
    ours = make_agreement(school, make_organization(), **dates)
    make_agreement(make_school(), make_organization(), **dates)
    make_agreement(school, make_organization(), status=Publication.DRAFT, **dates)
    assert my_school_of(own_director)["agreements"] == ([ours] if told else [])


def test_what_is_missing_is_said(client_of, own_director):
    """No network and no project: the page says so."""
    page = home(client_of(own_director))
    assert "ยังไม่ได้บันทึกว่าโรงเรียนอยู่ในเครือข่ายใด" in page
    assert "ยังไม่มีโครงการที่บันทึกว่าโรงเรียนเข้าร่วม" in page


def test_the_number_of_queries_does_not_grow(client_of, own_director, school, own_network):
    """As many for ten networks as for twenty, each with a chair and a project."""
    partner = make_organization()

    def grow(number):
        for _ in range(number):
            group, chair = make_group(kind=own_network.kind), make_school()
            make_member(group=group, organization=school)
            make_member(group=group, organization=chair, position="chair")
            make_project(partner=partner).participations.create(audience="group", group=group)

    few, many = queries_while_growing(grow, client_of(own_director), ["/"], 10)
    assert few == many
