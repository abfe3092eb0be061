"""Who reads people's names and phones: staff who may, and directors those of the networks their school sits in."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from networks.access import own_school, reads_group_people, reads_school_contacts
from networks.director_accounts import close
from tests.factories import make_group, make_member, make_school

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def test_a_director_reads_the_own_network(own_director, school, network):
    """By the seat of the school."""
    make_member(group=network, organization=school)
    assert reads_group_people(own_director, network)


def test_the_director_of_another_network_does_not(own_director, school, network):
    """Though it is of the same kind."""
    make_member(group=make_group(kind=network.kind), organization=school)
    make_member(group=network, organization=make_school())
    assert not reads_group_people(own_director, network)


def test_a_former_director_does_not(own_director, school, network):
    """Even where the account were opened again."""
    make_member(group=network, organization=school)
    close(own_director.school_account)
    own_director.is_active = True
    assert own_school(own_director) is None
    assert not reads_group_people(own_director, network)
    assert not reads_school_contacts(own_director, school)


def test_a_director_without_a_school_does_not(somebody, school, network):
    """The role alone opens nothing."""
    make_member(group=network, organization=school)
    assert not reads_group_people(somebody("ผอ.โรงเรียน"), network)


def test_an_outsider_does_not(school, network):
    """Neither members nor contacts."""
    make_member(group=network, organization=school)
    assert not reads_group_people(AnonymousUser(), network)
    assert not reads_school_contacts(AnonymousUser(), school)


@pytest.mark.parametrize(
    ("term", "reads"),
    [
        ({"from_on": TODAY}, True),
        ({"from_on": TODAY + DAY}, False),
        ({"to_on": TODAY}, True),
        ({"to_on": TODAY - DAY}, False),
    ],
)
def test_a_seat_counts_from_its_first_day_to_its_last(own_director, school, network, term, reads):
    """For the members and for the contacts of neighbours."""
    make_member(group=network, organization=school, **term)
    assert reads_group_people(own_director, network) is reads
    other = make_school()
    make_member(group=network, organization=other)
    assert reads_school_contacts(own_director, other) is reads


@pytest.mark.parametrize(("day", "reads"), [(TODAY, True), (TODAY - DAY, False)])
def test_a_network_counts_to_the_day_of_its_end(own_director, school, network, day, reads):
    """On that day it still stands."""
    network = make_group(kind=network.kind, dissolved_on=day)
    make_member(group=network, organization=school)
    assert reads_group_people(own_director, network) is reads


@pytest.mark.parametrize(("who", "reads"), [("editor", True), ("approver", True), ("administrator", False)])
def test_staff_read_what_their_role_lets_them(request, who, reads, school, network):
    """Those who enter records do, an administrator does not."""
    user = request.getfixturevalue(who)
    assert reads_group_people(user, network) is reads
    assert reads_school_contacts(user, school) is reads


def test_a_director_reads_the_contacts_of_the_own_school_and_its_neighbours(own_director, school, network):
    """Those of the schools in a network of theirs, and of no other school."""
    neighbour, stranger = make_school(), make_school()
    make_member(group=network, organization=school)
    make_member(group=network, organization=neighbour)
    make_member(group=make_group(kind=network.kind), organization=stranger)
    assert [reads_school_contacts(own_director, each) for each in (school, neighbour, stranger)] == [
        True,
        True,
        False,
    ]


def test_a_board_that_both_sit_in_opens_no_contacts(own_director, school):
    """Only networks of schools do; the board itself shows its own members' numbers."""
    board, other = make_group(), make_school()
    make_member(group=board, organization=school)
    make_member(group=board, organization=other)
    assert reads_group_people(own_director, board)
    assert not reads_school_contacts(own_director, other)


def test_many_groups_are_asked_about_at_the_cost_of_one(
    own_director, school, network, django_assert_num_queries
):
    """One query tells in which the school sits."""
    make_member(group=network, organization=school)
    others = [make_group() for _ in range(5)]
    own_director.has_perm("partners.view_people")
    with django_assert_num_queries(1):
        assert [reads_group_people(own_director, each) for each in (network, *others)] == [True, *[False] * 5]
