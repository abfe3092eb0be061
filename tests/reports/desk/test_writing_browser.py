"""The writing screen in a real browser: it stores by itself, figures are picked, two writers meet."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.browsing import browser_of, violations, width_needed
from tests.factories import make_group, make_kind
from tests.reports.desk.writing import make_draft, write, write_url

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def paragraphs():
    """Two of a report, in a year with one club."""
    make_group(kind=make_kind(name="ชมรมครู", unit="ชมรม"))
    return write(make_draft(), "ข้อแรก", "ข้อสอง")


@pytest.fixture
def writing_screen(live_server, staff_client, paragraphs):
    """The writing screen in the browser of staff."""
    with browser_of(staff_client, live_server, viewport={"width": 1366, "height": 768}) as page:
        page.goto(write_url(paragraphs[0].report))
        yield page


def box(writing_screen, paragraph):
    return writing_screen.locator(f"#text-{paragraph.pk}")


def stored(paragraph):
    paragraph.refresh_from_db()
    return paragraph.text


def test_typing_is_stored_and_shown_as_it_prints(writing_screen, paragraphs):
    """A figure picked from the list goes where the cursor stood; once typing rests it is stored and previewed."""
    first, _ = paragraphs
    box(writing_screen, first).click()
    writing_screen.keyboard.press("End")
    writing_screen.keyboard.type(" มี ")
    writing_screen.get_by_text("ตัวเลขสด", exact=False).first.click()
    writing_screen.get_by_placeholder("หาตัวเลข").fill("ชมรม")
    writing_screen.locator("[data-figure='จำนวนชมรม']").click()
    writing_screen.keyboard.type(" ชมรม")
    expect(writing_screen.locator("#overall")).to_have_text(re.compile(r"บันทึกแล้ว \d\d\.\d\d น\."))
    assert stored(first) == "ข้อแรก มี {จำนวนชมรม} ชมรม"
    printed = writing_screen.frame_locator("iframe").locator(f"#line-{first.pk}")
    expect(printed).to_have_text(re.compile("ข้อแรก มี ๑.*ชมรม"))
    expect(printed.get_by_role("link", name="๑", exact=True)).to_be_visible()


def test_an_unknown_figure_is_mended_by_a_press(writing_screen, paragraphs):
    """The sentence names the right one; its button puts it in and the paragraph is stored."""
    first, _ = paragraphs
    box(writing_screen, first).fill("มี {จำนวนชมลม}")
    writing_screen.get_by_role("button", name="ใช้ {จำนวนชมรม}").click()
    expect(writing_screen.locator("#overall")).to_contain_text("บันทึกแล้ว")
    assert stored(first) == "มี {จำนวนชมรม}"


def test_two_writers_meet(writing_screen, paragraphs, live_server, client_of):
    """The second sees who was first and both texts, nothing is overwritten until he says so."""
    first, _ = paragraphs
    colleague = client_of(User.objects.create_superuser("สมศรี"))
    with browser_of(colleague, live_server) as other:
        other.goto(write_url(first.report))
        box(other, first).fill("ของสมศรี")
        expect(other.locator("#overall")).to_contain_text("บันทึกแล้ว")
    box(writing_screen, first).fill("ของฉัน")
    expect(writing_screen.locator(".conflict")).to_contain_text("สมศรี แก้ข้อความนี้เมื่อ")
    expect(writing_screen.locator(".theirs")).to_contain_text("ของสมศรี")
    expect(box(writing_screen, first)).to_have_value("ของฉัน")
    assert stored(first) == "ของสมศรี"
    assert violations(writing_screen) == {}
    writing_screen.get_by_role("button", name="บันทึกของฉันแทน").click()
    expect(writing_screen.locator(".conflict")).to_have_count(0)
    assert stored(first) == "ของฉัน"


def test_leaving_with_unsaved_words_warns(writing_screen, paragraphs):
    """Words that are not stored yet hold the page; once they are it is left without a word."""
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.accept()

    writing_screen.on("dialog", answer)
    writing_screen.route("**/write/*/", lambda route: route.abort())
    box(writing_screen, paragraphs[0]).click()
    writing_screen.keyboard.type("ก")
    expect(writing_screen.locator("#overall")).to_contain_text("ติดต่อระบบไม่ได้")
    writing_screen.reload()
    assert asked == ["beforeunload"]
    writing_screen.unroute("**/write/*/")
    box(writing_screen, paragraphs[0]).click()
    writing_screen.keyboard.type("ฮฮ")
    expect(writing_screen.frame_locator("iframe").locator(".sheet")).to_contain_text("ฮฮ")
    writing_screen.reload()
    assert asked == ["beforeunload"]


def test_paragraphs_are_added_and_moved_without_leaving(writing_screen, paragraphs):
    """A new one opens behind with the cursor in it; what was typed before is stored with it."""
    first, second = paragraphs
    box(writing_screen, first).fill("ข้อแรกใหม่")
    writing_screen.keyboard.press("Control+Enter")
    new = writing_screen.locator(f"form.paragraph:not(#p-{first.pk}, #p-{second.pk}) textarea")
    expect(new).to_be_focused()
    writing_screen.keyboard.type("แทรก")
    expect(writing_screen.locator("#overall")).to_contain_text("บันทึกแล้ว")
    texts = list(first.report.paragraphs.order_by("order").values_list("text", "is_waiting"))
    assert texts == [("ข้อแรกใหม่", False), ("แทรก", False), ("ข้อสอง", False)]
    writing_screen.locator(f"#p-{second.pk}").hover()
    writing_screen.locator(f"#p-{second.pk} [value=delete]").click()
    writing_screen.get_by_role("button", name="ลบ", exact=True).and_(
        writing_screen.locator("[value=delete-sure]")
    ).click()
    expect(writing_screen.locator(f"#p-{second.pk}")).to_have_count(0)


def test_words_beside_a_moved_paragraph_stay(writing_screen, paragraphs):
    """A section that comes back anew takes no word that is not stored yet; it is stored afterwards."""
    first, second = paragraphs
    writing_screen.route(f"**/write/{second.pk}/", lambda route: route.abort())
    box(writing_screen, second).fill("ยังไม่ได้บันทึก")
    expect(writing_screen.locator("#overall")).to_contain_text("ติดต่อระบบไม่ได้")
    box(writing_screen, first).click()
    writing_screen.locator(f"#p-{first.pk} [value=down]").click()
    expect(writing_screen.locator("form.paragraph").last).to_have_id(f"p-{first.pk}")
    expect(box(writing_screen, second)).to_have_value("ยังไม่ได้บันทึก")
    writing_screen.unroute(f"**/write/{second.pk}/")
    expect(writing_screen.locator("#overall")).to_have_text(re.compile("บันทึกแล้ว"))
    expect(writing_screen.locator(".unsaved")).to_have_count(0)
    assert stored(second) == "ยังไม่ได้บันทึก"


def test_two_presses_add_one_paragraph(writing_screen, paragraphs):
    """The second is dropped with the button that the first one's answer replaces."""
    first, _ = paragraphs
    add = f"document.querySelector('#p-{first.pk} [value=add]')"
    writing_screen.evaluate(f"{add}.click(); {add}.click()")
    expect(writing_screen.locator("form.paragraph")).to_have_count(3)
    box(writing_screen, first).fill("ข้อแรกใหม่")
    expect(writing_screen.locator(".unsaved")).to_have_count(0)
    expect(writing_screen.locator("#overall")).to_contain_text("บันทึกแล้ว")
    assert first.report.paragraphs.count() == 3


def test_words_of_a_deleted_paragraph_become_a_new_one(writing_screen, paragraphs):
    """The message under the box has a button that stores its words at the end of the section."""
    first, second = paragraphs
    report, words = first.report, box(writing_screen, first)
    first.delete()
    words.fill("ยังไม่ได้บันทึก")
    writing_screen.get_by_role("button", name="เก็บเป็นย่อหน้าใหม่").click()
    expect(writing_screen.locator("form.paragraph").last).not_to_have_id(f"p-{second.pk}")
    expect(writing_screen.locator("form.paragraph")).to_have_count(2)
    expect(writing_screen.locator(".unsaved")).to_have_count(0)
    assert report.paragraphs.order_by("order").last().text == "ยังไม่ได้บันทึก"


def test_words_stay_when_signed_out(writing_screen, paragraphs):
    """The page to sign in on is not put under the paragraph; it is said what to do."""
    first, _ = paragraphs
    writing_screen.context.clear_cookies()
    box(writing_screen, first).fill("ยังไม่ได้บันทึก")
    expect(writing_screen.locator("#overall")).to_contain_text("ท่านอาจออกจากระบบแล้ว")
    expect(box(writing_screen, first)).to_have_value("ยังไม่ได้บันทึก")
    expect(writing_screen.locator(f"#p-{first.pk} .unsaved")).to_have_count(1)
    assert stored(first) == "ข้อแรก"


def test_a_long_paragraph_stays_in_its_box(writing_screen, paragraphs):
    """What is too long is not sent; it is said how long it may be."""
    first, _ = paragraphs
    grow = "box => { box.value = 'กข'.repeat(6000); box.dispatchEvent(new Event('input', {bubbles: true})) }"
    box(writing_screen, first).evaluate(grow)
    said = writing_screen.locator(f"#p-{first.pk} .problem")
    expect(said).to_contain_text("12,000 ตัวอักษร")
    assert stored(first) == "ข้อแรก"


def test_the_screen_is_for_everybody(writing_screen):
    """No violation of WCAG A or AA, nothing wider than the window, on a phone and in the office."""
    for width, height in ((1366, 768), (390, 844)):
        writing_screen.set_viewport_size({"width": width, "height": height})
        assert width_needed(writing_screen) <= width
    assert violations(writing_screen) == {}
