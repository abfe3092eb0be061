"""The screen on which a report is written: what is typed is stored, shown as typed, or refused and kept."""

import pytest
from django.urls import reverse

from reports.models import ReportState
from tests.factories import make_group, make_kind
from tests.reports.desk.writing import HTMX, paragraph_url, shown, write, write_url

pytestmark = pytest.mark.django_db


def in_review(draft, somebody):
    """Sent to be checked."""
    draft.state, draft.author = ReportState.REVIEW, somebody()
    draft.save()


def test_the_screen_shows_all_that_is_written(staff_client, draft):
    """Every paragraph with its number, one that waits too, and the figures with today's values."""
    make_group(kind=make_kind(name="ชมรมครู", unit="ชมรม"))
    write(draft, "ข้อแรก", "ข้อสอง")
    write(draft, "", is_waiting=True, section="problems")
    page = staff_client.get(write_url(draft)).content.decode()
    for words in ("ข้อแรก", "ข้อสอง", "ปัญหาอุปสรรค", "{จำนวนชมรม}</code> <b>1</b>"):
        assert words in page
    assert page.count('name="text"') == 3


@pytest.mark.parametrize(("who", "status"), [("editor", 200), ("approver", 200), ("administrator", 403)])
def test_who_may_write(request, client_of, draft, who, status):
    """Those who may change paragraphs; others are refused on every address of the screen."""
    client = client_of(request.getfixturevalue(who))
    (paragraph,) = write(draft, "เดิม")
    assert client.get(write_url(draft)).status_code == status
    assert client.get(f"{write_url(draft)}preview/").status_code == status
    client.post(paragraph_url(paragraph), shown(paragraph, text="ใหม่"))
    paragraph.refresh_from_db()
    assert paragraph.text == ("ใหม่" if status == 200 else "เดิม")


def test_typing_is_stored_by_itself(client_of, editor, draft):
    """A script's request is answered with when, and with the entry to bear from now on; the history says who."""
    (paragraph,) = write(draft, "เดิม")
    response = client_of(editor).post(paragraph_url(paragraph), shown(paragraph, text="ใหม่"), **HTMX)
    paragraph.refresh_from_db()
    assert paragraph.text == "ใหม่"
    assert "บันทึกแล้ว" in response.content.decode()
    entry = paragraph.history.first()
    assert entry.history_user == editor
    assert f'name="_seen" value="{entry.pk}"' in response.content.decode()


def test_what_is_unchanged_leaves_no_history(staff_client, draft):
    """Lines that a browser ends in its own way are no change."""
    (paragraph,) = write(draft, "บรรทัดหนึ่ง\nบรรทัดสอง")
    staff_client.post(paragraph_url(paragraph), shown(paragraph, text="บรรทัดหนึ่ง\r\nบรรทัดสอง"), **HTMX)
    assert paragraph.history.count() == 1


def test_without_a_script_saving_leads_back_to_the_paragraph(staff_client, draft):
    """A plain form is answered with the screen, at the same paragraph."""
    (paragraph,) = write(draft, "เดิม")
    response = staff_client.post(paragraph_url(paragraph), shown(paragraph, text="ใหม่"))
    assert response.headers["Location"] == f"{write_url(draft)}#p-{paragraph.pk}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("มี {จำนวนโครงกาน}", "หมายถึง {จำนวนโครงการ} หรือไม่"),
        ("ก" * 340_000, "ย่อหน้านี้ยาว 340,000 ตัวอักษร ย่อหน้าหนึ่งยาวได้ไม่เกิน 10,000 ตัวอักษร"),
    ],
    ids=["unknown figure", "one megabyte"],
)
@pytest.mark.parametrize("script", [True, False])
def test_what_cannot_be_stored_is_said_and_kept(staff_client, draft, script, text, said):
    """An unknown figure and a megabyte of text: a sentence, status 400, the typed words still there."""
    (paragraph,) = write(draft, "เดิม")
    sent = shown(paragraph, text=text)
    response = staff_client.post(paragraph_url(paragraph), sent, **(HTMX if script else {}))
    assert response.status_code == 400
    assert said in response.content.decode()
    assert script or f"{text}</textarea>" in response.content.decode()
    paragraph.refresh_from_db()
    assert paragraph.text == "เดิม"


def test_html_is_stored_and_shown_as_typed(staff_client, draft):
    """A script typed into prose is text on the screen, in the preview and on the page."""
    (paragraph,) = write(draft, "เดิม")
    staff_client.post(paragraph_url(paragraph), shown(paragraph, text="<script>alert(1)</script>"))
    for url in (write_url(draft), f"{write_url(draft)}preview/", "/reports/2557/"):
        page = staff_client.get(url).content.decode()
        assert "&lt;script&gt;alert(" in page
        assert "<script>alert(" not in page


def test_an_empty_paragraph_waits_until_its_first_words(staff_client, draft):
    """Nothing typed is not printed; the first words are, without a tick being touched."""
    (paragraph,) = write(draft, "เดิม")
    staff_client.post(paragraph_url(paragraph), shown(paragraph, text=" "))
    paragraph.refresh_from_db()
    assert (paragraph.text, paragraph.is_waiting) == ("", True)
    staff_client.post(paragraph_url(paragraph), shown(paragraph, text="คำแรก"))
    paragraph.refresh_from_db()
    assert (paragraph.text, paragraph.is_waiting) == ("คำแรก", False)


def test_the_level_of_an_item_and_its_reason(staff_client, draft):
    """One to five are stored with the reason; six is refused."""
    item = draft.items.first()
    url = f"{write_url(draft)}items/{item.pk}/"
    sent = {"level": "4", "level_reason": "มีหลักฐานครบ", "_seen": item.history.first().pk}
    assert staff_client.post(url, sent, **HTMX).status_code == 200
    item.refresh_from_db()
    assert (item.level, item.level_reason) == (4, "มีหลักฐานครบ")
    sent = {"level": "6", "level_reason": "", "_seen": item.history.first().pk}
    assert staff_client.post(url, sent, **HTMX).status_code == 400
    item.refresh_from_db()
    assert item.level == 4


@pytest.mark.parametrize("script", [True, False])
def test_a_report_in_review_is_not_written(staff_client, somebody, draft, script):
    """The screen says so and shows no boxes; what somebody still typed is refused and kept."""
    (paragraph,) = write(draft, "เดิม")
    in_review(draft, somebody)
    page = staff_client.get(write_url(draft)).content.decode()
    assert "รายงานนี้ส่งตรวจแล้ว" in page
    assert 'name="text"' not in page
    sent = shown(paragraph, text="มาช้าไป")
    response = staff_client.post(paragraph_url(paragraph), sent, **(HTMX if script else {}))
    assert response.status_code == 403
    assert "รายงานนี้ส่งตรวจแล้ว" in response.content.decode()
    assert script or "มาช้าไป</textarea>" in response.content.decode()
    paragraph.refresh_from_db()
    assert paragraph.text == "เดิม"


def test_nor_on_the_other_screens(staff_client, somebody, draft):
    """The forms of a paragraph and of an item of a report in review only show, and say why; a draft's may be sent."""
    (paragraph,) = write(draft, "เดิม")
    screens = {"paragraph": paragraph.pk, "reportitem": draft.items.first().pk}
    urls = [reverse(f"admin:reports_{name}_change", args=[pk]) for name, pk in screens.items()]
    assert all('name="_save"' in staff_client.get(url).content.decode() for url in urls)
    in_review(draft, somebody)
    for url in urls:
        page = staff_client.get(url).content.decode()
        assert 'name="_save"' not in page
        assert "รายงานนี้ส่งตรวจแล้ว" in page
        assert staff_client.post(url, {}).status_code == 403


def test_the_preview_prints_one_part_or_all(staff_client, draft):
    """In Thai digits, with the values of today; a part that does not exist is the whole."""
    write(draft, "ปี {ปีงบประมาณ}")
    write(draft, "ขอขอบคุณ", section="preface", item=None)
    item = draft.items.first().pk
    url = f"{write_url(draft)}preview/"
    assert "ปี ๒๕๕๗" in staff_client.get(url, {"part": f"item-{item}"}).content.decode()
    assert "ปี ๒๕๕๗" not in staff_client.get(url, {"part": "preface"}).content.decode()
    for part in ("all", "item-0", "x"):
        page = staff_client.get(url, {"part": part}).content.decode()
        assert "ปี ๒๕๕๗" in page
        assert "ขอขอบคุณ" in page


def test_the_number_of_queries_does_not_grow_with_the_paragraphs(
    staff_client, draft, django_assert_max_num_queries
):
    """Forty paragraphs ask the database no more than one."""
    write(draft, *(f"ข้อ {number}" for number in range(40)))
    with django_assert_max_num_queries(45):
        staff_client.get(write_url(draft))
