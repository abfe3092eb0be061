"""Names and phones of the members of a group: seen in the admin by those who may."""

import pytest

from tests.admin_forms import admin_page
from tests.factories import make_member
from tests.reading import page_at

pytestmark = pytest.mark.django_db

NAME, PHONE = "ถวิล ใจดี", "081-000-1111"


@pytest.mark.parametrize(("who", "seen"), [("editor", True), ("approver", True), ("administrator", False)])
@pytest.mark.parametrize("told", [NAME, PHONE])
def test_a_member_of_a_group(as_who, who, seen, told):
    """Name and phone are seen or absent; the part played is there for everybody."""
    member = make_member(person=NAME, phone=PHONE, position="secretary")
    page = page_at(as_who(who), admin_page(member.group))
    assert (told in page) is seen
    assert "เลขานุการ" in page
