"""Names and phones of the members of a group: seen in the admin by those who may."""

import pytest
from django.urls import reverse

from tests.factories import make_member

pytestmark = pytest.mark.django_db

NAME, PHONE = "ถวิล ใจดี", "081-000-1111"


@pytest.mark.parametrize(("who", "seen"), [("editor", True), ("approver", True), ("administrator", False)])
@pytest.mark.parametrize("told", [NAME, PHONE])
def test_a_member_of_a_group(request, client_of, who, seen, told):
    """Name and phone are seen or absent; the part played is there for everybody."""
    member = make_member(person=NAME, phone=PHONE, position="secretary")
    client = client_of(request.getfixturevalue(who))
    page = client.get(reverse("admin:networks_group_change", args=[member.group.pk])).content.decode()
    assert (told in page) is seen
    assert "เลขานุการ" in page
