"""Who reads people's names and phones: staff who may, and directors those of the networks their school sits in."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone

from networks.access import own_school, reads_group_people, reads_school_contacts
from networks.director_accounts import close
from networks.models import SchoolAccount
from portal.accounts.sign_in import AccountBackend
from tests.factories import make_group, make_kind, make_member, make_school

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.fixture
def kind():
    return make_kind(schools_belong=True)


@pytest.fixture
def group(kind):
    return make_group(kind=kind)


@pytest.fixture
def school():
    return make_school()


@pytest.fixture
def director(school):
    """The director of a school, read anew by each test as the portal reads whoever asks."""
    user = User.objects.create_user("93020001")
    SchoolAccount.objects.create(user=user, school=school, since=TODAY, slip_made_at=timezone.now())
    return AccountBackend().get_user(user.pk)


def test_a_director_reads_the_own_network(director, school, group):
    make_member(group=group, organization=school)
    assert reads_group_people(director, group)


def test_the_director_of_another_network_does_not(director, school, group, kind):
    make_member(group=make_group(kind=kind), organization=school)
    make_member(group=group, organization=make_school())
    assert not reads_group_people(director, group)


def test_a_former_director_does_not(director, school, group):
    """Even where the account were opened again."""
    make_member(group=group, organization=school)
    close(director.school_account)
    director.is_active = True
    assert own_school(director) is None
    assert not reads_group_people(director, group)
    assert not reads_school_contacts(director, school)


def test_a_director_without_a_school_does_not(somebody, school, group):
    make_member(group=group, organization=school)
    assert not reads_group_people(somebody("ผอ.โรงเรียน"), group)


def test_an_outsider_does_not(school, group):
    make_member(group=group, organization=school)
    assert not reads_group_people(AnonymousUser(), group)
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
def test_a_seat_counts_from_its_first_day_to_its_last(director, school, group, term, reads):
    make_member(group=group, organization=school, **term)
    assert reads_group_people(director, group) is reads
    other = make_school()
    make_member(group=group, organization=other)
    assert reads_school_contacts(director, other) is reads


@pytest.mark.parametrize(("day", "reads"), [(TODAY, True), (TODAY - DAY, False)])
def test_a_network_counts_to_the_day_of_its_end(director, school, kind, day, reads):
    group = make_group(kind=kind, dissolved_on=day)
    make_member(group=group, organization=school)
    assert reads_group_people(director, group) is reads


@pytest.mark.parametrize(("who", "reads"), [("editor", True), ("approver", True), ("administrator", False)])
def test_staff_read_what_their_role_lets_them(request, who, reads, school, group):
    user = request.getfixturevalue(who)
    assert reads_group_people(user, group) is reads
    assert reads_school_contacts(user, school) is reads


def test_a_director_reads_the_contacts_of_the_own_school_and_its_neighbours(director, school, group, kind):
    """Those of the schools in a network of theirs, and of no other school."""
    neighbour, stranger = make_school(), make_school()
    make_member(group=group, organization=school)
    make_member(group=group, organization=neighbour)
    make_member(group=make_group(kind=kind), organization=stranger)
    assert [reads_school_contacts(director, each) for each in (school, neighbour, stranger)] == [
        True,
        True,
        False,
    ]


def test_a_board_that_both_sit_in_opens_no_contacts(director, school):
    """Only networks of schools do; the board itself shows its own members' numbers."""
    board, other = make_group(), make_school()
    make_member(group=board, organization=school)
    make_member(group=board, organization=other)
    assert reads_group_people(director, board)
    assert not reads_school_contacts(director, other)


def test_many_groups_are_asked_about_at_the_cost_of_one(director, school, group, django_assert_num_queries):
    make_member(group=group, organization=school)
    others = [make_group() for _ in range(5)]
    director.has_perm("partners.view_people")
    with django_assert_num_queries(1):
        assert [reads_group_people(director, each) for each in (group, *others)] == [True, *[False] * 5]
