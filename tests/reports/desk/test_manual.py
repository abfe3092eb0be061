"""The officer's manual, in docs/ and in the portal."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from reports.desk.admin_site import MANUAL

pytestmark = pytest.mark.django_db


def test_staff_read_the_manual_with_its_pictures(client_of, editor):
    """Every picture is served from the portal's own files."""
    page = client_of(editor).get(reverse("admin:manual")).content.decode()
    pictures = re.findall(r'src="/static/(manual/[\w-]+\.png)"', page)
    assert "บันทึกโครงการ" in page
    assert pictures
    assert all(finders.find(picture) for picture in pictures)


def test_outsiders_do_not(client):
    """It is led to from the admin and asks for an account."""
    assert client.get(reverse("admin:manual")).status_code == 302


def test_no_picture_is_missing_and_none_is_left_over():
    """The manual shows each picture that `make manual` takes, once."""
    shown = re.findall(r"\(([\w-]+\.png)\)", MANUAL.read_text("utf-8"))
    assert sorted(shown) == sorted(path.name for path in MANUAL.parent.glob("*.png"))
