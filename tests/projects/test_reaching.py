"""Which projects reach a school: the same of one school and of all schools at once."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from networks.models import School
from portal.models import District, Province, Subdistrict
from projects.models import Participation
from reports.figures.comparison import schools_reached
from tests.factories import (
    YEAR,
    make_group,
    make_kind,
    make_member,
    make_organization,
    make_project,
    make_school,
)

pytestmark = pytest.mark.django_db
LAST_YEAR, THIS_YEAR = datetime.date(2013, 9, 30), datetime.date(2013, 10, 1)


@pytest.fixture
def subdistrict():
    province, _ = Province.objects.get_or_create(code="93", defaults={"name": "พัทลุง"})
    district, _ = District.objects.get_or_create(
        code="9305", defaults={"name": "ควนขนุน", "province": province}
    )
    place, _ = Subdistrict.objects.get_or_create(
        code="930501", defaults={"name": "ควนขนุน", "district": district}
    )
    return place


def project_for(title, **who):
    """A confirmed project of the year with one participation."""
    project = make_project(title=title)
    Participation.objects.create(project=project, **who)
    return project


def reaching(school, **seen):
    return {project.title for project in Participation.objects.reaching(school, **seen).projects()}


def test_a_school_is_named_in_three_ways(subdistrict):
    """By its name, by its network of the year, and by its subdistrict and affiliation."""
    school = make_school(subdistrict=subdistrict, affiliation="obec")
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school)
    project_for("ชื่อ", organization=school)
    project_for("เครือข่าย", audience="group", group=network)
    project_for("ตำบล", audience="subdistrict", subdistrict=subdistrict)
    project_for("ตำบล สพฐ.", audience="subdistrict", subdistrict=subdistrict, affiliation="obec")
    project_for("ตำบล เอกชน", audience="subdistrict", subdistrict=subdistrict, affiliation="private")
    project_for("โรงเรียนอื่น", organization=make_school())
    assert reaching(school) == {"ชื่อ", "เครือข่าย", "ตำบล", "ตำบล สพฐ."}


def test_every_school_counts_and_is_told_apart():
    """What is for all schools reaches each, but names none."""
    school = make_school()
    project = project_for("ทุกโรงเรียน", audience="every_school")
    assert list(Participation.objects.reaching(school).projects()) == [project]
    assert not Participation.objects.naming(school)


@pytest.mark.parametrize(
    ("term", "reached"),
    [
        ({}, True),
        ({"to_on": LAST_YEAR}, False),
        ({"to_on": THIS_YEAR}, True),
        ({"from_on": datetime.date(2014, 9, 30)}, True),
        ({"from_on": datetime.date(2014, 10, 1)}, False),
    ],
)
def test_a_network_reaches_those_that_belong_in_the_year(term, reached):
    """Whoever left before the project's fiscal year or came after it is not reached; the bulk figures agree."""
    school, network = make_school(), make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school, **term)
    project_for("เครือข่าย", audience="group", group=network)
    assert bool(reaching(school)) is reached
    schools = schools_reached([YEAR], [School.objects.get(pk=school.pk)], AnonymousUser())[YEAR]
    assert bool(schools.reached) is reached


def test_a_club_reaches_no_school_that_sits_in_it():
    """Only in the kinds that schools belong to does a project of the group reach its members."""
    school, club = make_school(), make_group(kind=make_kind(schools_belong=False))
    make_member(group=club, organization=school)
    project_for("ชมรม", audience="group", group=club)
    assert not reaching(school)


def test_a_hidden_network_tells_outsiders_nothing():
    """Of a kind whose members outsiders do not see, only the signed-in learn whom it reaches."""
    school, colour = make_school(), make_group(kind=make_kind(schools_belong=True, members_hidden=True))
    make_member(group=colour, organization=school)
    project_for("กลุ่มสี", audience="group", group=colour)
    assert not reaching(school)
    assert reaching(school, with_hidden=True) == {"กลุ่มสี"}


def test_a_network_is_named_with_its_schools_and_not_with_other_members():
    """A local government that sits in a network does not bring its own projects along."""
    network, school, other = (
        make_group(kind=make_kind(schools_belong=True)),
        make_school(),
        make_organization(),
    )
    make_member(group=network, organization=school)
    make_member(group=network, organization=other)
    project_for("โรงเรียน", organization=school)
    project_for("หน่วยงาน", organization=other)
    named = Participation.objects.naming_network(network).projects()
    assert [project.title for project in named] == ["โรงเรียน"]
