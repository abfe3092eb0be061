"""How often the pages of a group and of a school ask the database: as often for many rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from networks.models import GroupResult, GroupYear, KindDuty, Meeting, Membership, School, SchoolYear
from partners.models import Contact, Document, FormerName, Organization
from projects.models import Contribution, Participation, Project
from tests.factories import (
    make_agreement,
    make_group,
    make_kind,
    make_organization,
    make_school,
)

pytestmark = pytest.mark.django_db


def grow_network(network, number):
    start = School.objects.count()
    School.objects.bulk_create(School(kind="school", name=f"ที่ {n}") for n in range(start, start + number))
    schools = School.objects.order_by("pk")[start:]
    SchoolYear.objects.bulk_create(SchoolYear(school=s, academic_year=2557, pupils=1) for s in schools)
    Membership.objects.bulk_create(Membership(group=network, organization=s) for s in schools)
    Contact.objects.bulk_create(Contact(organization=s, position="ผอ.", name="ก") for s in schools)
    giver = make_organization()
    Project.objects.bulk_create(
        Project(title=s.name, fiscal_year=2557, status="confirmed", partner=giver, position=1)
        for s in schools
    )
    projects = Project.objects.order_by("pk")[start:]
    Participation.objects.bulk_create(
        Participation(project=p, organization=s) for p, s in zip(projects, schools, strict=True)
    )
    Contribution.objects.bulk_create(Contribution(project=p, giver=giver, amount=1) for p in projects)
    Meeting.objects.bulk_create(Meeting(group=network, held_on=date(2014, 1, 1)) for _ in schools)
    FormerName.objects.bulk_create(
        FormerName(organization=body, kind="sao", name="เก่า", until=date(2100, 1, 1))
        for body in (*schools, giver)
    )
    KindDuty.objects.bulk_create(KindDuty(kind=network.kind, text=s.name) for s in schools)
    year, _ = GroupYear.objects.get_or_create(group=network, fiscal_year=2557)
    GroupResult.objects.bulk_create(GroupResult(year=year, what=s.name, low=1, unit="คน") for s in schools)
    soon = {"end": "dated", "ends_on": timezone.localdate()}
    for school in schools[:10]:
        make_agreement(school, giver, **soon)


@pytest.mark.parametrize(
    ("who", "tail", "queries"),
    [
        (None, "", 15),
        (None, "roster/", 4),
        (None, "roster.xlsx", 3),
        ("editor", "", 23),
        ("editor", "roster/", 12),
        ("editor", "roster.xlsx", 11),
    ],
)
def test_a_thousand_schools_take_the_queries_of_ten(as_who, network, who, tail, queries):
    """With their projects, gifts, directors, earlier names, meetings, results, duties and MOUs."""
    client, counts = as_who(who), []
    for number in (10, 990):
        grow_network(network, number)
        with CaptureQueriesContext(connection) as made:
            assert client.get(f"{network.get_absolute_url()}{tail}").status_code == 200
        counts.append(len(made))
    assert counts == [queries, queries]


def grow_school(school, number):
    start = Project.objects.count()
    names = [f"ที่ {n}" for n in range(start, start + number)]
    Organization.objects.bulk_create(Organization(kind="sao", name=name) for name in names)
    givers = Organization.objects.filter(name__in=names)
    Project.objects.bulk_create(
        Project(title=giver.name, fiscal_year=2557, status="confirmed", partner=giver, position=1)
        for giver in givers
    )
    projects = Project.objects.order_by("pk")[start:]
    Participation.objects.bulk_create(Participation(project=p, organization=school) for p in projects)
    for gift in ({"recipient": school}, {"giver": school}):
        Contribution.objects.bulk_create(
            Contribution(**{"project": p, "giver": p.partner, "amount": 1} | gift) for p in projects
        )
    kind = make_kind()
    Membership.objects.bulk_create(
        Membership(group=group, organization=school) for group in (make_group(kind=kind) for _ in range(20))
    )
    FormerName.objects.bulk_create(
        FormerName(organization=giver, kind="sao", name="เก่า", until=date(2100, 1, 1)) for giver in givers
    )
    Contact.objects.bulk_create(Contact(organization=school, position=name, is_public=True) for name in names)
    newest = SchoolYear.objects.filter(school=school).count() + 2500
    SchoolYear.objects.bulk_create(SchoolYear(school=school, academic_year=newest + n) for n in range(20))
    for _ in range(20):
        make_agreement(school, make_organization())
        Document.objects.create(kind="other", title="ประกาศ", issuer=school, is_public=True)


@pytest.mark.parametrize(("who", "queries"), [(None, 15), ("editor", 22)])
def test_a_thousand_projects_take_the_queries_of_ten(as_who, who, queries):
    """With their gifts and earlier names, and with numbers, contacts, groups, MOUs and papers."""
    school, client, counts = make_school(), as_who(who), []
    for number in (10, 990):
        grow_school(school, number)
        with CaptureQueriesContext(connection) as made:
            assert client.get(school.get_absolute_url()).status_code == 200
        counts.append(len(made))
    assert counts == [queries, queries]
