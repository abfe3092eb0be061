"""Every admin page in a real browser: no violation of a WCAG A or AA rule, nothing wider than the window."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from networks.models import Group
from portal.accounts.feedback import Feedback
from projects.models import Project
from reports.models import AnnualReport
from tests.browsing import browser_of, violations, width_needed
from tests.factories import make_contribution, make_import, make_organization, make_project, make_school

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = {"phone": (390, 844), "zoomed to 200 %": (683, 384), "office": (1366, 768)}
PARTS = 2  # for two workers


@pytest.fixture
def admin_paths(year_2557, live_server):
    """Of every screen its list, an empty form, the newest record, its history and its deletion; and the rest."""
    kept = imports()
    found = [reverse(f"admin:{name}") for name in ("index", "password_change")]
    found.append(reverse("admin:networks_group_new_term", args=[Group.objects.first().pk]))
    found.append(reverse("admin:networks_school_accounts"))
    found.append(reverse("admin:reports_open_year"))
    report = AnnualReport.objects.get()
    of_year = ("year", "write", "checks", "thanks")
    found += [reverse(f"admin:reports_annualreport_{page}", args=[report.pk]) for page in of_year]
    Feedback.objects.create(matter="wrong", wrong="ชื่อผิด", right="ชื่อถูก", page="/schools/")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found += [reverse(f"{name}_{page}") for page in ("changelist", "add")]
        if record := model.objects.order_by("pk").last():
            found += [reverse(f"{name}_{page}", args=[record.pk]) for page in ("change", "history", "delete")]
    found.append(reverse("admin:networks_school_import", args=["schools"]))
    found += [reverse("admin:networks_school_import_look", args=["schools", i.pk]) for i in kept]
    return [*found, *pages_of_care()]


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


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(office_window, admin_paths, part):
    """What a machine can check of WCAG holds, and no page has to be pushed sideways; a wide table moves in its own frame."""
    found, wider = {}, []
    for path in admin_paths[part::PARTS]:
        opened = office_window.goto(path).status == 200
        for window, (width, height) in WINDOWS.items():
            office_window.set_viewport_size({"width": width, "height": height})
            needed = width_needed(office_window)
            if needed > width:
                wider.append((path, window, needed))
        if opened:
            for rule, where in violations(office_window).items():
                found.setdefault(rule, []).append((path, where))
    assert found == {}
    assert wider == []


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
