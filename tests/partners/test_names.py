"""The name of an organization as of a day, and as its reader may read it."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, Permission, User

from partners.models import FormerName, Organization
from tests.factories import make_organization, make_person

pytestmark = pytest.mark.django_db
UNTIL = datetime.date(2012, 9, 30)


@pytest.mark.parametrize(
    ("day", "name"),
    [(UNTIL, "อบต.ควนขนุน"), (UNTIL + datetime.timedelta(days=1), "ทต.ควนขนุน")],
)
def test_an_organization_bears_the_name_of_the_day(day, name):
    """The former name stands to its last day, kind and all; the query by kind says the same."""
    body = make_organization(kind="subdistrict_municipality", name="ควนขนุน")
    FormerName.objects.create(organization=body, kind="sao", name="ควนขนุน", until=UNTIL)
    borne = body.as_of(day)
    assert borne.short_name == name
    assert list(Organization.objects.of_kind_on(borne.kind, day)) == [body]


def test_a_private_person_is_named_to_those_who_read_people():
    """Everybody else reads the role."""
    body = make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    reader = User.objects.create(username="reader")
    reader.user_permissions.add(Permission.objects.get(codename="view_people"))
    assert body.display_name(AnonymousUser()) == "ผู้มีจิตศรัทธา"
    assert body.display_name(reader, short=True) == "นายสมชาย ใจดี"


def test_the_office_is_no_partner():
    """The record and the query say so alike."""
    office, other = make_organization(kind="office"), make_organization()
    assert list(Organization.objects.partners()) == [other]
    assert [body.counts_as_partner for body in (office, other)] == [False, True]
