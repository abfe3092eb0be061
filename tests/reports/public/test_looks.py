"""Every kind of public page in a real browser: no violation of a WCAG A or AA rule, nothing wider than the window."""

import pytest
from django.urls import reverse

from reports.figures.available_years import report_years
from reports.models import PrintJob
from reports.outputs.print_runner import FAILED
from tests.browsing import WCAG, browser_of, violations, width_needed
from tests.public_pages import rows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = (*WCAG, "wcag22aa")
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
    "print-job-file",
    "report-docx",
    "report-json",
    "report-live",
    "report-pdf",
    "report-xlsx",
    "robots",
    "security-txt",
    "sitemap",
}


@pytest.fixture(params=[1, pytest.param(2, marks=pytest.mark.slow)])
def public_paths(district, live_server, client, request):
    """The pages of the fictional district, some of each kind, a search, and pages that are not there."""
    client.get(f"/reports/{report_years()[0]}/pdf/")
    client.get(f"/reports/{report_years()[0]}/pdf/?digits=arabic")
    PrintJob.objects.filter(file_name__contains="arabic").update(state="failed", problem=FAILED)
    pages = [
        reverse(name, args=args)
        for name, those in rows().items()
        if name not in NOT_PAGES
        for args in [*those[:1], *those[-1:]][: request.param]
    ]
    return [
        *dict.fromkeys(pages),
        "/search/?q=สมมติ",
        "/search/?q=ไม่มีคำนี้แน่นอน",
        "/projects/?q=ไม่มีคำนี้แน่นอน",
        "/nothing/here/",
    ]


@pytest.fixture
def outsider_page(live_server):
    """A browser in which nobody is signed in."""
    with browser_of(None, live_server) as page:
        yield page


def test_axe_finds_nothing_and_nothing_is_too_wide(outsider_page, public_paths):
    """What a machine can check of WCAG holds, of each kind once on a phone and once in the office; no page is too wide."""
    found, wider = {}, []
    for number, path in enumerate(public_paths):
        outsider_page.goto(path)
        windows = list(WINDOWS)[:: -1 if number % 2 else 1]  # the rules are checked in the last one
        for window in windows:
            width, height = WINDOWS[window]
            outsider_page.set_viewport_size({"width": width, "height": height})
            needed = width_needed(outsider_page)
            if needed > width:
                wider.append((path, window, needed))
        for rule, where in violations(outsider_page, RULES).items():
            found.setdefault(rule, []).append((path, windows[-1], where))
    assert found == {}
    assert wider == []


TO_REACH = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  const shown = all.filter(e => e.checkVisibility({contentVisibilityAuto: true}) && e.type != "hidden" && e.tabIndex >= 0)
  window.met = {}
  document.addEventListener("focusin", ({target}) => met[all.indexOf(target)] = getComputedStyle(target).outlineStyle)
  document.activeElement.blur()
  return shown.map(e => String(all.indexOf(e)))
}"""


BY_KEYS = ["/", "/networks/", "/schools/", "/projects/", "/search/?q=สมมติ", "/feedback/", "/accounts/login/"]


@pytest.mark.parametrize("turn", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_the_keyboard_alone_reaches_all(outsider_page, district, turn):
    """The first key skips to the content; pressing on, each link, button and box is met, and its mark is seen."""
    for number, path in enumerate(BY_KEYS, start=turn):  # on a phone and in the office by turns
        width, height = list(WINDOWS.values())[number % 2]
        outsider_page.set_viewport_size({"width": width, "height": height})
        outsider_page.goto(path)
        wanted = set(outsider_page.evaluate(TO_REACH))
        for _ in range(len(wanted) + 1):
            outsider_page.keyboard.press("Tab")
        met = outsider_page.evaluate("met")
        assert wanted <= set(met), path
        assert {place: met[place] for place in wanted if met[place] == "none"} == {}, path


def test_without_scripts_a_list_is_filtered_and_searched(live_server, district):
    """What JavaScript only makes quicker works with buttons and links."""
    with browser_of(None, live_server, java_script_enabled=False) as page:
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
