"""The writing screen in a real browser: it stores by itself, figures are picked, two writers meet."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from tests.browsing import browser_of
from tests.factories import make_group, make_kind
from tests.reports.desk.writing import make_report, write, write_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.fixture
def paragraphs():
    make_group(kind=make_kind(name="ชมรมครู", unit="ชมรม"))
    return write(make_report(), "ข้อแรก", "ข้อสอง")


@pytest.fixture
def screen(live_server, staff_client, monkeypatch, paragraphs):
    """The writing screen in the browser of staff."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with browser_of(staff_client, live_server, viewport={"width": 1366, "height": 768}) as page:
        page.goto(write_url(paragraphs[0].report), wait_until="networkidle")
        yield page


def box(screen, paragraph):
    return screen.locator(f"#text-{paragraph.pk}")


def stored(paragraph):
    paragraph.refresh_from_db()
    return paragraph.text


def test_typing_is_stored_and_shown_as_it_prints(screen, paragraphs):
    """A figure picked from the list goes where the cursor stood; once typing rests it is stored and previewed."""
    first, _ = paragraphs
    box(screen, first).click()
    screen.keyboard.press("End")
    screen.keyboard.type(" มี ")
    screen.get_by_text("ตัวเลขสด", exact=False).first.click()
    screen.get_by_placeholder("หาตัวเลข").fill("ชมรม")
    screen.locator("[data-figure='จำนวนชมรม']").click()
    screen.keyboard.type(" ชมรม")
    expect(screen.locator("[data-overall]")).to_have_text(re.compile(r"บันทึกแล้ว \d\d\.\d\d น\."))
    assert stored(first) == "ข้อแรก มี {จำนวนชมรม} ชมรม"
    printed = screen.frame_locator("iframe").locator(f"#line-{first.pk}")
    expect(printed).to_have_text(re.compile("ข้อแรก มี ๑.*ชมรม"))
    expect(printed.get_by_role("link", name="๑", exact=True)).to_be_visible()


def test_an_unknown_figure_is_mended_by_a_press(screen, paragraphs):
    """The sentence names the right one; its button puts it in and the paragraph is stored."""
    first, _ = paragraphs
    box(screen, first).fill("มี {จำนวนชมลม}")
    screen.get_by_role("button", name="ใช้ {จำนวนชมรม}").click()
    expect(screen.locator("[data-overall]")).to_contain_text("บันทึกแล้ว")
    assert stored(first) == "มี {จำนวนชมรม}"


def test_two_writers_meet(screen, paragraphs, live_server):
    """The second sees who was first and both texts, nothing is overwritten until he says so."""
    first, _ = paragraphs
    colleague = Client()
    colleague.force_login(User.objects.create_superuser("สมศรี"))
    cookie = {"name": "sessionid", "value": colleague.cookies["sessionid"].value, "url": live_server.url}
    context = screen.context.browser.new_context(base_url=live_server.url)
    context.add_cookies([cookie])
    other = context.new_page()
    other.goto(write_url(first.report), wait_until="networkidle")
    box(other, first).fill("ของสมศรี")
    expect(other.locator("[data-overall]")).to_contain_text("บันทึกแล้ว")
    box(screen, first).fill("ของฉัน")
    expect(screen.locator(".conflict")).to_contain_text("สมศรี แก้ข้อความนี้เมื่อ")
    expect(screen.locator(".theirs")).to_contain_text("ของสมศรี")
    expect(box(screen, first)).to_have_value("ของฉัน")
    assert stored(first) == "ของสมศรี"
    assert Axe().run(screen, options=WCAG).response["violations"] == []
    screen.get_by_role("button", name="บันทึกของฉันแทน").click()
    expect(screen.locator(".conflict")).to_have_count(0)
    assert stored(first) == "ของฉัน"


def test_leaving_with_unsaved_words_warns(screen, paragraphs):
    """Words that are not stored yet hold the page; once they are it is left without a word."""
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.accept()

    screen.on("dialog", answer)
    screen.route("**/write/*/", lambda route: route.abort())
    box(screen, paragraphs[0]).click()
    screen.keyboard.type("ก")
    expect(screen.locator("[data-overall]")).to_contain_text("ติดต่อระบบไม่ได้")
    screen.reload(wait_until="networkidle")
    assert asked == ["beforeunload"]
    screen.unroute("**/write/*/")
    box(screen, paragraphs[0]).click()
    screen.keyboard.type("ฮฮ")
    expect(screen.frame_locator("iframe").locator(".sheet")).to_contain_text("ฮฮ")
    screen.reload()
    assert asked == ["beforeunload"]


def test_paragraphs_are_added_and_moved_without_leaving(screen, paragraphs):
    """A new one opens behind with the cursor in it; what was typed before is stored with it."""
    first, second = paragraphs
    box(screen, first).fill("ข้อแรกใหม่")
    screen.keyboard.press("Control+Enter")
    new = screen.locator(f"form.paragraph:not(#p-{first.pk}, #p-{second.pk}) textarea")
    expect(new).to_be_focused()
    screen.keyboard.type("แทรก")
    expect(screen.locator("[data-overall]")).to_contain_text("บันทึกแล้ว")
    texts = list(first.report.paragraphs.order_by("order").values_list("text", "is_waiting"))
    assert texts == [("ข้อแรกใหม่", False), ("แทรก", False), ("ข้อสอง", False)]
    screen.locator(f"#p-{second.pk}").hover()
    screen.locator(f"#p-{second.pk} [value=delete]").click()
    screen.get_by_role("button", name="ลบ", exact=True).and_(screen.locator("[value=delete-sure]")).click()
    expect(screen.locator(f"#p-{second.pk}")).to_have_count(0)


def test_a_long_paragraph_stays_in_its_box(screen, paragraphs):
    """What is too long is not sent; it is said how long it may be."""
    first, _ = paragraphs
    grow = "box => { box.value = 'ก '.repeat(6000); box.dispatchEvent(new Event('input', {bubbles: true})) }"
    box(screen, first).evaluate(grow)
    said = screen.locator(f"#p-{first.pk} .bad")
    expect(said).to_contain_text("12,000 ตัวอักษร")
    assert stored(first) == "ข้อแรก"


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768)])
def test_the_screen_is_for_everybody(screen, width, height):
    """No violation of WCAG A or AA, nothing wider than the window."""
    screen.set_viewport_size({"width": width, "height": height})
    assert Axe().run(screen, options=WCAG).response["violations"] == []
    assert screen.evaluate("document.documentElement.scrollWidth") <= width
