"""Every kind of public page in a real browser: no violation of a WCAG A or AA rule, nothing wider than the window."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import sync_playwright

from reports.figures.available_years import report_years
from reports.models import Printing
from reports.outputs.printing import FAILED
from tests.public_pages import rows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
WINDOWS = {"phone": (360, 740), "office": (1280, 800)}
NOT_PAGES = {
    "compare-pdf",
    "data-package",
    "document-file",
    "document-picture",
    "edition-docx",
    "edition-internal",
    "edition-internal-json",
    "edition-internal-pdf",
    "edition-json",
    "edition-pdf",
    "network-roster-xlsx",
    "open-data-file",
    "printing-file",
    "report-docx",
    "report-json",
    "report-live",
    "report-pdf",
    "report-xlsx",
    "robots",
    "security-txt",
    "sitemap",
}
OF_A_KIND = 2  # pages of one kind look alike


@pytest.fixture
def paths(live_server, settings, tmp_path, client):
    """The pages of the fictional district, some of each kind, a search, and pages that are not there."""
    settings.MEDIA_ROOT = tmp_path
    call_command("sample_district", years=3, projects=30, verbosity=0)
    client.get(f"/reports/{report_years()[0]}/pdf/")
    client.get(f"/reports/{report_years()[0]}/pdf/?digits=arabic")
    Printing.objects.filter(file_name__contains="arabic").update(state="failed", problem=FAILED)
    pages = [
        reverse(name, args=args)
        for name, those in rows().items()
        if name not in NOT_PAGES
        for args in [*those[:1], *those[-1:]][:OF_A_KIND]
    ]
    return [
        *dict.fromkeys(pages),
        "/search/?q=สมมติ",
        "/search/?q=ไม่มีคำนี้แน่นอน",
        "/projects/?q=ไม่มีคำนี้แน่นอน",
        "/nothing/here/",
    ]


@pytest.fixture
def browser_page(live_server, monkeypatch):
    """A browser in which nobody is signed in."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser.new_page(base_url=live_server.url)
        browser.close()


def test_axe_finds_nothing_and_nothing_is_too_wide(browser_page, paths):
    """In each window what a machine can check of WCAG holds on every page, and none has to be pushed sideways."""
    axe, found, wider = Axe(), {}, []
    for path in paths:
        browser_page.goto(path)
        for window, (width, height) in WINDOWS.items():
            browser_page.set_viewport_size({"width": width, "height": height})
            needed = browser_page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wider.append((path, window, needed))
            for rule in axe.run(browser_page, options=WCAG).response["violations"]:
                where = [node["html"][:150] for node in rule["nodes"][:2]]
                found.setdefault(rule["id"], []).append((path, window, where))
    assert found == {}
    assert wider == []


REACHED = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  const shown = all.filter(e => e.checkVisibility({contentVisibilityAuto: true}) && e.type != "hidden" && e.tabIndex >= 0)
  return shown.map(e => all.indexOf(e))
}"""
FOCUSED = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  const here = document.activeElement
  return [all.indexOf(here), getComputedStyle(here).outlineStyle]
}"""


@pytest.mark.parametrize("window", WINDOWS)
def test_the_keyboard_alone_reaches_all(browser_page, paths, window):
    """The first key skips to the content; pressing on, each link, button and box is met, and its mark is seen."""
    browser_page.set_viewport_size(dict(zip(("width", "height"), WINDOWS[window], strict=True)))
    for path in [
        "/",
        "/networks/",
        "/schools/",
        "/projects/",
        "/search/?q=สมมติ",
        "/feedback/",
        "/accounts/login/",
    ]:
        browser_page.goto(path)
        browser_page.evaluate("document.activeElement.blur()")
        wanted, met = set(browser_page.evaluate(REACHED)), {}
        for _ in range(len(wanted) + 1):
            browser_page.keyboard.press("Tab")
            place, outline = browser_page.evaluate(FOCUSED)
            met[place] = outline
        assert wanted <= set(met), path
        assert {place: met[place] for place in wanted if met[place] == "none"} == {}, path


def test_without_scripts_a_list_is_filtered_and_searched(live_server, paths, monkeypatch):
    """What JavaScript only makes quicker works with buttons and links."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(base_url=live_server.url, java_script_enabled=False)
        page.goto("/schools/")
        page.get_by_label("สังกัด").select_option("private")
        page.get_by_role("button", name="กรอง", exact=True).click()
        assert "affiliation=private" in page.url
        assert page.locator("table").get_by_text("สังกัด เอกชน").count() > 0
        assert page.locator("table").get_by_text("สังกัด สพฐ.").count() == 0
        page.get_by_role("searchbox", name="ค้นหาทั้งหมด").fill("กีฬา")
        page.get_by_role("button", name="ค้นหา", exact=True).click()
        assert "/search/" in page.url
        assert page.locator("mark").count() > 0
        browser.close()
