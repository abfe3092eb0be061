"""The menu of the admin."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from networks.models import GroupKind
from reports.desk.admin_site import MENU, check_menu
from tests.factories import make_group, make_kind

pytestmark = pytest.mark.django_db


def entries(client, heading=None):
    menu = client.get(reverse("admin:index")).context["app_list"]
    return {entry["name"]: entry for app in menu for entry in app["models"] if heading in (None, app["name"])}


def test_every_screen_has_its_place_in_the_menu():
    """No screen is missing and none is named that is not there."""
    assert check_menu(None) == []
    assert all(admin.site.is_registered(apps.get_model(label)) for label in MENU)


@pytest.fixture
def unknown_screen():
    """A screen that MENU does not name, as another package may bring."""
    admin.site.register(Permission)
    yield
    admin.site.unregister(Permission)


def test_a_screen_that_the_menu_does_not_know_comes_last(staff_client, unknown_screen):
    """It breaks no page; the system check names it."""
    listed = staff_client.get(reverse("admin:index")).context["app_list"][-1]["models"]
    assert [screen["model"] for screen in listed] == [User, Permission]
    assert ["auth.Permission" in warning.msg for warning in check_menu(None)] == [True]


def test_each_kind_of_group_has_an_entry_of_its_own(staff_client):
    """It lists the groups of that kind and adds one of it."""
    GroupKind.objects.all().delete()
    clubs, boards = make_kind(name="ชมรมครู"), make_kind(name="องค์คณะบุคคล")
    group, other = make_group(kind=clubs, name="ชมรมภาษาไทย"), make_group(kind=boards, name="ก.ต.ป.น.")
    entry = entries(staff_client)["ชมรมครู"]
    page = staff_client.get(entry["admin_url"]).content.decode()
    assert group.name in page
    assert other.name not in page
    form = staff_client.get(entry["add_url"]).context["adminform"].form
    assert str(form["kind"].value()) == str(clubs.pk)


def test_without_kinds_the_groups_have_one_entry(staff_client):
    """An office that has named no kind yet still finds the list."""
    GroupKind.objects.all().delete()
    assert "เครือข่าย/ชมรม/คณะ" in entries(staff_client)


def test_the_menu_follows_the_work(staff_client):
    """Projects first, accounts last; what was imported stands under a heading of its own."""
    headings = [app["name"] for app in staff_client.get(reverse("admin:index")).context["app_list"]]
    assert headings[:4] == ["โครงการ", "หน่วยงานภาคี", "เครือข่ายและโรงเรียน", "รายงานประจำปี"]
    assert headings[4:6] == ["นำเข้าข้อมูล", "สำนักงานและพื้นที่"]
    assert len(headings) == 7
    assert list(entries(staff_client, "นำเข้าข้อมูล")) == ["การนำเข้าจาก Excel"]
