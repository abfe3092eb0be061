"""The files that were sent are kept: who may look at them, and go on with one that waits."""

from contextlib import closing

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.roles import ADMINISTRATOR, APPROVER, EDITOR
from tests.factories import make_import

pytestmark = pytest.mark.django_db

LIST = reverse("admin:portal_import_changelist")


def file_of(incoming):
    return reverse("admin:portal_import_file", args=[incoming.pk])


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 200), (APPROVER, 200), (ADMINISTRATOR, 403)])
def test_the_file_is_given_to_who_enters_records_alone(somebody, client_of, role, status):
    """An administrator does not read the names that stand in it."""
    with closing(client_of(somebody(role)).get(file_of(make_import()))) as response:
        assert response.status_code == status


def test_the_file_is_given_as_it_came(staff_client):
    """The same bytes, saved under the name it came with."""
    response = staff_client.get(file_of(make_import(text="ชื่อเฉพาะ\nวัดหวัง\n")))
    assert response.getvalue().decode() == "ชื่อเฉพาะ\nวัดหวัง\n"
    assert response["Content-Disposition"].startswith("attachment")


def test_an_unknown_file_is_not_found(staff_client):
    """A number that no import bears."""
    assert staff_client.get(reverse("admin:portal_import_file", args=[0])).status_code == 404


def test_one_that_waits_can_be_gone_on_with(staff_client):
    """Its state leads to what the check found."""
    incoming = make_import()
    look = reverse("admin:networks_school_import_look", args=["schools", incoming.pk])
    assert look in staff_client.get(LIST).content.decode()
    assert 'name="digest"' in staff_client.get(look).content.decode()


def test_one_that_was_written_says_so(staff_client, staff):
    """With the number of its rows, and no button."""
    incoming = make_import(written_at=timezone.now(), written_by=staff, rows_new=7)
    look = reverse("admin:networks_school_import_look", args=["schools", incoming.pk])
    page = staff_client.get(look).content.decode()
    assert "<b>7</b> แถวใหม่" in page
    assert 'name="digest"' not in page


@pytest.mark.parametrize("page", ["add", "delete"])
def test_nobody_adds_or_deletes_one(staff_client, page):
    """They come by sending a file, and stay."""
    arguments = [make_import().pk] if page == "delete" else []
    assert staff_client.get(reverse(f"admin:portal_import_{page}", args=arguments)).status_code == 403
