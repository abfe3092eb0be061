"""Letting warnings stand in a real browser: one box ticks a whole rule, one press stores all that are ticked."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browsing import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VENUE = "ไม่ระบุสถานที่"


@pytest.fixture
def open_checks(live_server, staff_client, bare_report):
    """The page of the checks in the browser of staff, with scripts or without."""

    def opened(**context):
        return browser_of(staff_client, live_server, **context)

    return opened


def go(page, bare_report):
    """The section of one rule on the page."""
    page.goto(reverse("admin:reports_annualreport_checks", args=[bare_report.pk]))
    return page.locator("section.module").filter(has_text=VENUE).first


def test_one_box_ticks_all_of_its_rule(open_checks, bare_report):
    """And no other; one taken back leaves it half; all are stored at one press."""
    with open_checks() as page:
        rule = go(page, bare_report)
        rule.get_by_label("ทั้งหมดในข้อนี้").check()
        expect(page.locator("[name=finding]:checked")).to_have_count(2)
        rule.locator("[name=finding]").first.uncheck()
        expect(rule.get_by_label("ทั้งหมดในข้อนี้")).not_to_be_checked()
        rule.get_by_label("ทั้งหมดในข้อนี้").check()
        page.locator("#reason").fill("ต้นฉบับไม่ระบุ")
        page.get_by_role("button", name="รับทราบข้อที่เลือก").click()
        expect(page.locator(".messagelist .success")).to_contain_text("รับทราบ 2 ข้อแล้ว")
    assert bare_report.acknowledgements.count() == 2


def test_without_scripts_each_box_works(open_checks, bare_report):
    """The box for all is not offered."""
    with open_checks(java_script_enabled=False) as page:
        rule = go(page, bare_report)
        expect(rule.get_by_text("ทั้งหมดในข้อนี้")).to_be_hidden()
        rule.locator("[name=finding]").first.check()
        page.locator("#reason").fill("ต้นฉบับไม่ระบุ")
        page.get_by_role("button", name="รับทราบข้อที่เลือก").click()
        expect(page.locator(".messagelist .success")).to_contain_text("รับทราบ 1 ข้อแล้ว")
    assert bare_report.acknowledgements.count() == 1
