"""The Thai calendar beside a date box, in a real browser."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from portal.thai.dates import WEEKDAYS, format_date, parse_date
from tests.browsing import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = [
    *(
        "22/8/2557",
        "22/8/57",
        "22/8/19",
        "22 ส.ค. 57",
        "๒๒ สิงหาคม ๒๕๕๗",
        "22 สค 2557",
        "22/8/2014",
        "01/01/2400",
    ),
    *("22/8/พ.ศ. 2557", "22 ส.ค. พศ2557", "  22   ส.ค.  57 ", "29/2/2567", "31 ธ.ค. 2700", "22 เม.ย 2557"),
    *("29/2/2568", "31/2/2557", "0/8/2557", "22/13/2557", "22/8/557", "22/8/2300", "22/8/57x", "22ส.ค.57"),
    *(
        "22 ส..ค. 57",
        "22/8/พ.ศ. 2014",
        "พ.ค. 2557",
        "2551",
        "29-30 เม.ย. 2557",
        "22 มกรา 2557",
        "22-8-2557",
        "",
    ),
]


def weekday(text):
    """The weekday of the day that the portal reads, or nothing when it reads no day."""
    try:
        return WEEKDAYS[parse_date(text).weekday()]
    except ValueError:
        return ""


@pytest.fixture
def project_form(live_server, staff_client):
    """The form of a new project, opened by staff; whatever the browser complains of fails the test."""
    complaints = []
    with browser_of(staff_client, live_server) as page:
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(reverse("admin:projects_project_add"))
        yield page
    assert complaints == []


def test_a_day_is_picked_by_keys(project_form):
    """Alt and an arrow open the month of the typed day; arrows and Enter pick another, and its weekday shows."""
    box = project_form.get_by_label("วันที่จัด")
    box.fill("๒๒ ส.ค. 57")
    expect(project_form.get_by_text("วันศุกร์", exact=True)).to_be_visible()
    box.press("Alt+ArrowDown")
    calendar = project_form.get_by_role("dialog", name="ปฏิทิน")
    expect(calendar.get_by_text("สิงหาคม 2557", exact=True)).to_be_visible()
    project_form.keyboard.press("ArrowDown")
    project_form.keyboard.press("ArrowRight")
    expect(calendar.get_by_role("link", name="วันเสาร์ที่ 30 สิงหาคม 2557")).to_be_focused()
    project_form.keyboard.press("Enter")
    expect(box).to_have_value("30/8/2557")
    expect(box).to_be_focused()
    expect(project_form.get_by_text("วันเสาร์", exact=True)).to_be_visible()
    expect(calendar).to_have_count(0)


def test_a_day_is_picked_by_mouse(project_form):
    """The calendar opens beside the box, and a click writes the day in พ.ศ."""
    box = project_form.get_by_label("วันที่จัด")
    box.fill("31/12/2556")
    project_form.locator(".field-when .date-icon").click()
    calendar = project_form.get_by_role("dialog", name="ปฏิทิน")
    calendar.get_by_role("link", name="เดือนถัดไป").click()
    expect(calendar.get_by_text("มกราคม 2557", exact=True)).to_be_visible()
    calendar.get_by_role("link", name="วันเสาร์ที่ 11 มกราคม 2557").click()
    expect(box).to_have_value("11/1/2557")
    expect(project_form.get_by_text("วันเสาร์", exact=True)).to_be_visible()


def test_keys_go_over_months_and_years(project_form):
    """The calendar turns its page by itself; a day that the month lacks becomes its last."""
    box = project_form.get_by_label("วันที่จัด")
    for keys, day in (
        (["ArrowRight"], "1/3/2555"),
        (["PageUp", "PageUp"], "29/12/2554"),
        (["Shift+PageDown"], "28/2/2556"),
    ):
        box.fill("29/2/2555")
        box.press("Alt+ArrowDown")
        for key in [*keys, "Enter"]:
            project_form.keyboard.press(key)
        expect(box).to_have_value(day)


def test_escape_leaves_the_box_as_it_was(project_form):
    """The calendar closes, and typing goes on in the box."""
    box = project_form.get_by_label("วันที่จัด")
    box.fill("พ.ค. 2557")
    box.press("Alt+ArrowDown")
    project_form.keyboard.press("Escape")
    expect(box).to_be_focused()
    expect(box).to_have_value("พ.ค. 2557")


def test_today_is_written_in_the_buddhist_era(project_form):
    """The short way to the present day writes no year of ค.ศ."""
    project_form.locator(".field-when").get_by_role("link", name="วันนี้").click()
    expect(project_form.get_by_label("วันที่จัด")).to_have_value(format_date(timezone.localdate(), "input"))


def test_the_weekday_is_the_one_the_portal_reads(project_form):
    """Whatever is typed, the box names the day that would be saved, or none."""
    box, hint = project_form.get_by_label("วันที่จัด"), project_form.locator(".field-when .weekday")
    expect(hint).to_have_attribute("aria-live", "polite")
    for text in TYPED:
        box.fill(text)
        expect(hint).to_have_text(weekday(text))


def test_an_added_row_has_its_calendar(project_form, live_server):
    """The date of a row that was added is picked and named alike."""
    project_form.goto(live_server.url + reverse("admin:networks_group_add"))
    project_form.locator("#meetings-group .add-row a").click()
    box = project_form.locator("#id_meetings-0-held_on")
    box.fill("22/8/2557")
    expect(project_form.locator("#meetings-0 .weekday")).to_have_text("วันศุกร์")
    box.press("Alt+ArrowDown")
    project_form.keyboard.press("ArrowRight")
    project_form.keyboard.press("Enter")
    expect(box).to_have_value("23/8/2557")
    expect(project_form.locator("#meetings-0 .weekday")).to_have_text("วันเสาร์")
