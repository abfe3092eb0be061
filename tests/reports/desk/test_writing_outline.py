"""Paragraphs added, moved, put under others and deleted on the screen on which a report is written."""

import pytest

from reports.models import Paragraph
from tests.reports.desk.writing import do, outline_of, write, write_url

pytestmark = pytest.mark.django_db


def test_paragraphs_are_added_moved_and_put_under_others(staff_client, draft):
    """Numbers follow from the places; what moves takes all below it along."""
    a, b, c = write(draft, "ก", "ข", "ค")
    do(staff_client, c, "indent")
    assert outline_of(draft) == [("1", "ก"), ("2", "ข"), ("2.1", "ค")]
    do(staff_client, b, "up")
    assert outline_of(draft) == [("1", "ข"), ("1.1", "ค"), ("2", "ก")]
    do(staff_client, c, "outdent")
    assert outline_of(draft) == [("1", "ข"), ("2", "ค"), ("3", "ก")]
    do(staff_client, a, "down")
    do(staff_client, b, "add")
    assert outline_of(draft) == [("1", "ข"), ("", ""), ("2", "ค"), ("3", "ก")]


def test_levels_end_at_three_and_none_stands_under_a_lead(staff_client, draft):
    """A fourth level is not made, and a paragraph without a number has none below it."""
    paragraphs = write(draft, "ก", "ข", "ค", "ง")
    for depth in (1, 2, 3):
        for paragraph in paragraphs[depth:]:
            paragraph.refresh_from_db()
            do(staff_client, paragraph, "indent")
    assert {number.count(".") for number, _ in outline_of(draft)} == {0, 1, 2}
    lead, after = write(draft, "นำ", "ตาม", section="problems")
    do(staff_client, lead, "save", is_lead="on")
    do(staff_client, after, "indent")
    after.refresh_from_db()
    assert after.parent is None


def test_deleting_asks_first(staff_client, draft):
    """The question says how many go with it; only the answer deletes."""
    parent, child = write(draft, "แม่", "ลูก")
    do(staff_client, child, "indent")
    page = do(staff_client, parent, "delete").content.decode()
    assert "พร้อมข้อย่อย 1 ข้อ" in page
    assert len(outline_of(draft)) == 2
    do(staff_client, parent, "delete-sure")
    assert outline_of(draft) == []
    gone = Paragraph.history.filter(history_type="-").values_list("text", flat=True)
    assert set(gone) == {"แม่", "ลูก"}


def test_a_new_paragraph_at_the_end_of_each_section(staff_client, draft):
    """In an item and in the preface; it waits to be written."""
    for section, item in (("results", draft.items.last().pk), ("preface", "")):
        response = staff_client.post(f"{write_url(draft)}add/", {"section": section, "item": item})
        assert response.status_code == 302
    assert list(draft.paragraphs.order_by("section").values_list("section", "is_waiting")) == [
        ("preface", True),
        ("results", True),
    ]


@pytest.mark.parametrize(
    "sent", [{"section": "ไม่มี"}, {"section": "results"}, {"section": "preface", "text": "ก" * 10_001}]
)
def test_a_new_paragraph_that_cannot_be(staff_client, draft, sent):
    """A section that does not exist, no item, too long: refused, nothing stored, no error page."""
    assert staff_client.post(f"{write_url(draft)}add/", sent).status_code in (400, 404)
    assert not draft.paragraphs.exists()


def test_characters_that_are_none_are_no_error(staff_client, draft):
    """A null character in a text that is brought back is left out."""
    sent = {"section": "preface", "text": "ก\0ข"}
    assert staff_client.post(f"{write_url(draft)}add/", sent).status_code == 302
    assert draft.paragraphs.get().text == "กข"
