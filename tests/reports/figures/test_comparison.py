"""Years side by side: they say what each year's summary says, and what only a comparison can."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import OrganizationKind
from portal.models import Subdistrict
from portal.records import Publication
from reports.figures.comparison import compare
from reports.figures.facts import count_projects
from reports.figures.summary import summarize
from tests.factories import (
    YEAR,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_office,
    make_organization,
    make_project,
    make_school,
    make_things,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOBODY = AnonymousUser()


def one(*years):
    """The last of the years compared."""
    return compare(years or (YEAR,), NOBODY, count_projects())[-1]


def labels(parts):
    return {part.label: part for part in parts}


@pytest.fixture
def subdistrict(db):
    """One of the places of Thailand."""
    return Subdistrict.objects.get(code="930501")


def test_it_says_what_the_summary_of_2557_says(year_2557):
    """Partners, supporters, projects, money, proof and MOUs are those of the year's summary."""
    year, summary = one(2557), summarize(2557, today=datetime.date(2026, 11, 25))
    assert [giver.name for giver in year.figures.partners] == [giver.name for giver in summary.partners]
    assert {giver.name for giver in year.figures.supporters} == {giver.name for giver in summary.supporters}
    assert year.figures.whole.totals == summary.totals
    assert year.figures.whole.totals.cash == 1_189_260
    assert year.figures.whole.counts["projects"] == len(summary.projects) == 13
    assert year.figures.whole.counts["with_evidence"] == len(summary.with_evidence) == 9
    assert year.figures.agreements == len(summary.agreements)
    cash = {
        label: part.totals.cash
        for label, part in labels(year.figures.by_kind).items()
        if part.totals.cash_known
    }
    assert cash == {part.label: part.totals.cash for part in summary.by_kind}
    cash = {
        label: part.totals.cash
        for label, part in labels(year.figures.by_category).items()
        if part.totals.cash_known
    }
    assert cash == {part.label: part.totals.cash for part in summary.by_category}


def test_drafts_are_not_told():
    """A project that is not confirmed is of no year."""
    make_contribution(project=make_project(status=Publication.DRAFT))
    assert one().figures.partners == ()
    assert one().figures.whole.totals.cash == 0


def test_each_year_keeps_its_own():
    """What belongs to one year is not told of the other."""
    make_contribution(project=make_project(fiscal_year=2556), amount=300)
    make_contribution(project=make_project(fiscal_year=2557), amount=500)
    assert [year.figures.whole.totals.cash for year in compare([2557, 2556], NOBODY, count_projects())] == [
        300,
        500,
    ]


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2013-10-01", "2013-12-31", "ไตรมาส 1 (ต.ค.–ธ.ค.)"),
        ("2014-01-01", "2014-01-01", "ไตรมาส 2 (ม.ค.–มี.ค.)"),
        ("2014-06-30", "2014-06-30", "ไตรมาส 3 (เม.ย.–มิ.ย.)"),
        ("2014-07-01", "2014-09-30", "ไตรมาส 4 (ก.ค.–ก.ย.)"),
        ("2014-06-30", "2014-07-01", "หลายไตรมาส หรือทราบเพียงปี"),
        ("2014-01-01", "2014-12-31", "หลายไตรมาส หรือทราบเพียงปี"),
        ("2013-10-05", "2014-10-05", "หลายไตรมาส หรือทราบเพียงปี"),
        (None, None, "ไม่ระบุวันที่"),
    ],
)
def test_quarters(first, last, label):
    """A project and its money stand in the quarter that holds all its days, else apart."""
    make_contribution(project=make_project(starts_on=first, ends_on=last), amount=700)
    ((found, part),) = labels(one().figures.by_quarter).items()
    assert (found, part.counts["projects"], part.totals.cash) == (label, 1, 700)


def test_partners_against_the_year_before():
    """New ones were never there, others came back, stayed or were lost."""
    new, back, stayed, lost = (make_organization(name=name) for name in ("ใหม่", "กลับ", "อยู่", "หาย"))
    for year, partners in ((2555, [back]), (2556, [stayed, lost]), (2557, [new, back, stayed])):
        for partner in partners:
            make_project(partner=partner, fiscal_year=year)
    changes = one(2557).partner_changes
    found = [changes.new, changes.came_back, changes.stayed, changes.lost]
    assert [[giver.organization for giver in givers] for givers in found] == [[new], [back], [stayed], [lost]]


def test_the_first_year_has_none_before_it():
    """Where no year was told before, no partner is called new."""
    make_project(fiscal_year=2556)
    make_project(fiscal_year=2557)
    assert [each.partner_changes is None for each in compare([2556, 2557], NOBODY, count_projects())] == [
        True,
        False,
    ]


def test_stages_count_projects():
    """PDCA counts the projects in which the partner took part in each stage."""
    make_project(partner_plans=True, partner_does=True)
    make_project(partner_does=True)
    counts = one().figures.whole.counts
    assert [counts["partner_plans"], counts["partner_does"], counts["partner_checks"]] == [1, 2, 0]


def test_schools_are_reached_by_name_group_and_subdistrict(subdistrict):
    """Of five schools one is reached by its name, one by its network, one by its subdistrict; two by nobody."""
    by_name, by_group, by_place, other, left = (make_school(name=name) for name in "กขคงจ")
    by_place.subdistrict, by_place.affiliation = subdistrict, "obec"
    by_place.save()
    other.subdistrict, other.affiliation = subdistrict, "private"
    other.save()
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=by_group)
    make_member(group=network, organization=left, to_on=datetime.date(2013, 9, 30))
    project = make_project()
    project.participations.create(organization=by_name)
    project.participations.create(audience="group", group=network)
    project.participations.create(audience="subdistrict", subdistrict=subdistrict, affiliation="obec")
    schools = one().schools
    assert {school.pk for school in schools.reached} == {by_name.pk, by_group.pk, by_place.pk}
    assert {school.pk for school in schools.by_nobody} == {other.pk, left.pk}
    assert (schools.number_reached, schools.number) == (3, 5)


def test_a_project_for_every_school_reaches_all():
    """Then nobody is left, and those reached by nothing else are told apart."""
    school = make_school()
    make_project().participations.create(audience="every_school")
    schools = one().schools
    assert [found.pk for found in schools.as_every_school] == [school.pk]
    assert not schools.by_nobody


@pytest.mark.parametrize(
    ("days", "number"),
    [({"active_to": "2013-09-30"}, 0), ({"active_to": "2013-10-01"}, 1), ({"active_from": "2014-10-01"}, 0)],
)
def test_only_schools_that_stood_in_the_year(days, number):
    """A school closed before the year, or opened after it, is not missed."""
    make_school(**days)
    assert one().schools.number == number


def test_a_group_whose_members_are_hidden_reaches_none_for_outsiders(staff):
    """What outsiders may not know of a group does not show by its schools."""
    network = make_group(kind=make_kind(schools_belong=True, members_hidden=True))
    make_member(group=network, organization=make_school())
    make_project().participations.create(audience="group", group=network)
    assert one().schools.number_reached == 0
    assert compare([YEAR], staff, count_projects())[0].schools.number_reached == 1


def test_the_office_is_no_partner_but_its_gifts_count():
    """As in the summary: no partner and no kind, but in the total."""
    office = make_organization(kind=OrganizationKind.OFFICE)
    make_contribution(giver=office, amount=100)
    year = one()
    assert office not in [giver.organization for giver in (*year.figures.partners, *year.figures.supporters)]
    assert year.figures.whole.totals.cash == 100
    assert not any(part.totals.cash for part in year.figures.by_kind)


def test_queries_do_not_grow_with_projects():
    """As many for ten projects as for thirty."""
    make_office()
    counted = []
    for number in (10, 20):
        partner = make_organization()
        for place in range(number):
            project = make_project(partner=partner, fiscal_year=2556 + place % 2)
            if place % 10 == 0:
                make_contribution(project=project)
                make_things(project=project)
                project.participations.create(organization=make_school())
        with CaptureQueriesContext(connection) as queries:
            compare([2556, 2557], NOBODY, count_projects())
        counted.append(len(queries))
    assert counted[0] == counted[1] <= 8
