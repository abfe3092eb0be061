"""Two who write one paragraph: the second overwrites nothing, and loses nothing."""

import pytest

from reports.desk.writing_screen import newest_entries
from reports.models import Paragraph
from tests.factories import make_group
from tests.reports.desk.writing import HTMX, do, outline_of, paragraph_url, shown, write, write_url

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("script", [True, False])
def test_the_second_writer_overwrites_nothing(client_of, editor, staff_client, draft, script):
    """Whoever comes second reads who was first and what it says now; saved again with that known, it is stored."""
    (paragraph,) = write(draft, "เดิม")
    second = shown(paragraph, text="ของคนที่สอง")
    client_of(editor).post(paragraph_url(paragraph), shown(paragraph, text="ของคนแรก"))
    response = staff_client.post(paragraph_url(paragraph), second, **(HTMX if script else {}))
    page = response.content.decode()
    assert response.status_code == 409
    assert editor.username in page
    assert "ของคนแรก" in page
    assert script or "ของคนที่สอง</textarea>" in page
    paragraph.refresh_from_db()
    assert paragraph.text == "ของคนแรก"
    newest = newest_entries(Paragraph, pk=paragraph.pk)[paragraph.pk]
    assert f'name="_seen" value="{newest}"' in page
    staff_client.post(paragraph_url(paragraph), second | {"_seen": newest})
    paragraph.refresh_from_db()
    assert paragraph.text == "ของคนที่สอง"


def test_a_paragraph_that_was_moved_or_cited_meanwhile_is_no_conflict(staff_client, draft):
    """Only what is written in the form counts."""
    _, second = write(draft, "ก", "ข")
    sent = shown(second, text="ข ต่อ")
    do(staff_client, second, "up")
    second.groups.add(make_group())
    assert staff_client.post(paragraph_url(second), sent, **HTMX).status_code == 200
    assert outline_of(draft) == [("1", "ข ต่อ"), ("2", "ก")]


@pytest.mark.parametrize("script", [True, False])
def test_words_typed_into_a_deleted_paragraph_are_kept(client_of, editor, staff_client, draft, script):
    """It is said who deleted it; the words can be stored as a new paragraph of the same section."""
    (paragraph,) = write(draft, "เดิม")
    url, sent = paragraph_url(paragraph), shown(paragraph, text="ยังไม่ได้บันทึก")
    do(client_of(editor), paragraph, "delete-sure")
    response = staff_client.post(url, sent, **(HTMX if script else {}))
    assert response.status_code == 409
    assert f"{editor.username} ลบย่อหน้านี้" in response.content.decode()
    assert script or "ยังไม่ได้บันทึก</textarea>" in response.content.decode()
    kept = {"text": sent["text"], "section": "methods", "item": draft.items.first().pk}
    staff_client.post(f"{write_url(draft)}add/", kept)
    assert outline_of(draft) == [("1", "ยังไม่ได้บันทึก")]


@pytest.mark.parametrize("seen", ["", "x", "9" * 40, "๑", "-1", "\0"])
def test_an_entry_that_is_none_counts_as_not_seen(staff_client, draft, seen):
    """A form without the entry it was shown with is met with the text as it stands, not with an error."""
    (paragraph,) = write(draft, "เดิม")
    response = staff_client.post(paragraph_url(paragraph), {"text": "ใหม่", "_seen": seen}, **HTMX)
    assert response.status_code == 409
