"""The menu of the admin."""

import pytest
from django.contrib import admin
from django.urls import reverse

from networks.models import GroupKind
from reports.desk.admin_site import MENU
from tests.factories import make_group, make_kind

pytestmark = pytest.mark.django_db


def entries(client):
    apps = client.get(reverse("admin:index")).context["app_list"]
    return {entry["name"]: entry for app in apps for entry in app["models"]}


def test_every_screen_has_its_place_in_the_menu():
    """No screen is missing and none is named that is not there."""
    assert {model._meta.label for model in admin.site._registry} == set(MENU)


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
    """Projects first, accounts last."""
    apps = [app["app_label"] for app in staff_client.get(reverse("admin:index")).context["app_list"]]
    assert apps == ["projects", "partners", "networks", "reports", "portal", "auth"]
