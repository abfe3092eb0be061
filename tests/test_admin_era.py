"""No CE year anywhere in the admin, walked with the sample year in it."""

import html
import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from networks.models import Group
from portal.thai.dates import calendar_year
from projects.models import Project

APPS = ["auth", "portal", "partners", "networks", "projects", "reports"]
PAGES = ["changelist", "add", "change", "history", "delete"]
WRONG_YEAR = re.compile(r"(?<![\d,.])(?:(?:19|20)\d\d|2,[45]\d\d)(?![,.]?\d)")


@pytest.fixture
def year_with_meeting(year_2557):
    """The year 2557, with a meeting, which it has none of."""
    Group.objects.first().meetings.create(held_on="2014-08-22", place="ห้องประชุม")


@pytest.fixture
def onlooker_client(client, django_user_model):
    """A member of the staff who may look at everything and change nothing."""
    user = django_user_model.objects.create_user("ผู้อ่าน", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return client


def admin_addresses(user, pages=PAGES):
    """Every list and form of the admin, and what may be done with the first record of each kind, changed once."""
    screens = [model for model in admin.site._registry if model._meta.app_label in APPS]
    for model in screens:
        first = model._default_manager.order_by("pk").first()
        if first:
            LogEntry.objects.log_actions(user.pk, [first], CHANGE, "ทดลอง", single_object=True)
        for page in pages:
            args = [first.pk] if first and page not in PAGES[:2] else []
            try:
                yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
            except NoReverseMatch:
                assert first is None
    yield reverse("admin:index")


def words_on(client, address):
    """What a person reads on the page: its text and what stands in its boxes."""
    response = client.get(address)
    if response.status_code == 403:
        return ""
    assert response.status_code == 200, address
    page = re.sub(r"<script.*?</script>", "", response.content.decode(), flags=re.DOTALL)
    boxes = re.findall(r'<input(?![^>]*type="(?:hidden|checkbox|radio)")[^>]* value="([^"]*)"', page)
    return html.unescape(" ".join([re.sub(r"<[^>]*>", " ", page), *boxes]))


def wrong_years(client, addresses):
    """What looks like a year of ค.ศ. or has a comma in it, by page; the codes of places are four digits too."""
    lists_of_codes = [reverse("admin:portal_district_changelist")]
    return {
        address: hits
        for address in addresses
        if address not in lists_of_codes and (hits := WRONG_YEAR.findall(words_on(client, address)))
    }


def test_staff_see_no_year_of_another_era(year_with_meeting, staff_client, staff):
    """Lists, forms, histories and recent actions show years in พ.ศ., and no comma in any."""
    assert wrong_years(staff_client, admin_addresses(staff)) == {}


def test_a_reader_sees_no_year_of_another_era(year_with_meeting, onlooker_client, staff):
    """Forms that can only be read show their days and years alike."""
    assert wrong_years(onlooker_client, admin_addresses(staff, ["change"])) == {}


def test_the_walk_reads_what_a_page_shows(year_with_meeting, staff_client):
    """The day of a project and the day of its change are among what is read, in พ.ศ."""
    project = Project.objects.exclude(starts_on=None).first()
    address = reverse("admin:projects_project_change", args=[project.pk])
    assert str(calendar_year(project.starts_on)) in words_on(staff_client, address)
    staff_client.post(reverse("admin:projects_category_add"), {"name": "ทดลอง", "order": 0})
    history = reverse("admin:projects_category_history", args=[LogEntry.objects.first().object_id])
    assert str(calendar_year(timezone.localdate())) in words_on(staff_client, history)
