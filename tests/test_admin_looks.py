"""Every admin page in a real browser: no violation of a WCAG A or AA rule, nothing wider than the window."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from networks.models import Group
from partners.models import Organization
from portal.accounts.feedback import Feedback
from projects.models import Project
from reports.models import AnnualReport
from tests.browsing import browser_of, violations, width_needed
from tests.factories import make_contribution, make_import, make_organization, make_project, make_school

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = {"phone": (390, 844), "zoomed to 200 %": (683, 384), "office": (1366, 768)}
DAILY = [Project, Group, Organization]


@pytest.fixture
def special_paths(year_2557, live_server):
    """The screens that belong to no model: desk, terms, accounts, a year's pages, imports, restoring, merging."""
    kept = imports()
    found = [reverse(f"admin:{name}") for name in ("index", "password_change")]
    found.append(reverse("admin:networks_group_new_term", args=[Group.objects.first().pk]))
    found.append(reverse("admin:networks_school_accounts"))
    found.append(reverse("admin:reports_open_year"))
    report = AnnualReport.objects.get()
    of_year = ("year", "write", "checks", "thanks")
    found += [reverse(f"admin:reports_annualreport_{page}", args=[report.pk]) for page in of_year]
    found.append(reverse("admin:networks_school_import", args=["schools"]))
    found += [reverse("admin:networks_school_import_look", args=["schools", i.pk]) for i in kept]
    return [*found, *pages_of_care()]


def paths_of(model):
    """The list of a screen, an empty form, the newest record, its history and its deletion."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    found = [reverse(f"{name}_{page}") for page in ("changelist", "add")]
    if record := model.objects.order_by("pk").last():
        found += [reverse(f"{name}_{page}", args=[record.pk]) for page in ("change", "history", "delete")]
    return found


def imports():
    """Files of which one can be written, one is full of mistakes, and one needs answers; one that was written."""
    bad = "ชื่อเฉพาะ,สังกัด,ตำบล,ปีการศึกษา\n" + "วัดควน,ไม่มี,ไม่มีตำบลนี้,ปีนี้\n" * 60
    near = "ชื่อเฉพาะ\nบ้านใหม่ทดลอง\nบ้านใหม่ทดลอ\n"
    texts = [bad, near, "name,school_code\nวัดควน,93010001\n", "ชื่อเฉพาะ,ที่ตั้ง\nวัดควน,หมู่ 1\n"]
    written = make_import(written_at=timezone.now(), written_by=User.objects.first(), rows_new=1)
    return [*(make_import(text=text) for text in texts), written]


def pages_of_care():
    """An earlier version to bring back, two organizations to make one, and the deletion of one that is in use."""
    busy = Project.objects.first().partner
    twin = make_organization(kind=busy.kind, name=busy.name)
    for number in range(12):
        make_contribution(giver=twin, project=make_project(partner=twin, title=f"กีฬา {number}"))
    twin.name = f"{busy.name}ใหม่"
    twin.save()
    name = "admin:partners_organization"
    return [
        reverse(f"{name}_restore", args=[twin.pk, twin.history.last().pk]),
        reverse(f"{name}_merge", args=[busy.pk]) + f"?other={twin.pk}",
        reverse(f"{name}_delete", args=[twin.pk]),
    ]


@pytest.fixture
def office_window(live_server, staff_client):
    """A browser in which staff are signed in."""
    with browser_of(staff_client, live_server) as page:
        yield page


def assert_sound(page, paths):
    """What a machine can check of WCAG holds, and no page is wider than its window; wide tables move in their frame."""
    found, wider = {}, []
    for path in paths:
        opened = page.goto(path).status == 200
        for window, (width, height) in WINDOWS.items():
            page.set_viewport_size({"width": width, "height": height})
            needed = width_needed(page)
            if needed > width:
                wider.append((path, window, needed))
        if opened:
            for rule, where in violations(page).items():
                found.setdefault(rule, []).append((path, where))
    assert found == {}
    assert wider == []


def test_special_screens_are_sound(office_window, special_paths):
    """Axe finds nothing, and nothing is wider than the window, on the screens that belong to no model."""
    assert_sound(office_window, special_paths)


def test_daily_screens_are_sound(office_window, year_2557):
    """Axe finds nothing, and nothing is wider than the window, on the lists and forms that staff open each day."""
    of_one, *of_others = [paths_of(model) for model in DAILY]
    assert_sound(office_window, [*of_one, *(path for paths in of_others for path in paths[:2])])


@pytest.mark.slow
def test_every_screen_is_sound(office_window, year_2557):
    """Axe finds nothing, and nothing is wider than the window, on the five screens of every model."""
    Feedback.objects.create(matter="wrong", wrong="ชื่อผิด", right="ชื่อถูก", page="/schools/")
    assert_sound(office_window, [path for model in admin.site._registry for path in paths_of(model)])


def test_a_form_that_comes_back(office_window):
    """One in which somebody else was first, under a name that stands already: no violation, nothing too wide."""
    school = make_school(name="วัดควนขนุน")
    make_school(name="บ้านควนพร้าวใหม่", address="หมู่ 3 ตำบลควนขนุน อำเภอควนขนุน จังหวัดพัทลุง")
    office_window.goto(reverse("admin:networks_school_change", args=[school.pk]), wait_until="networkidle")
    school.save()
    office_window.locator("#id_name").fill("วัดควนพร้าวใหม่")
    office_window.locator("#id_name").press("Tab")
    office_window.wait_for_load_state("networkidle")
    office_window.get_by_role("button", name="บันทึก", exact=True).click()
    expect(office_window.get_by_text("หลังจากท่านเปิดหน้านี้")).to_be_visible()
    expect(office_window.get_by_text("มีอยู่แล้วหรือไม่")).to_be_visible()
    for width, height in WINDOWS.values():
        office_window.set_viewport_size({"width": width, "height": height})
        assert violations(office_window) == {}
        assert width_needed(office_window) <= width
