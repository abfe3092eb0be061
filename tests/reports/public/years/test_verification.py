"""Whether a sheet in hand belongs to an edition."""

import pytest
from django.urls import reverse

from reports.editions import signing
from reports.models import Edition
from tests.signing import printed, sign

pytestmark = pytest.mark.django_db


def answer_to(client, code):
    """Status and page of the address that a sheet bears."""
    answer = client.get(reverse("check-code", args=[code]))
    return answer.status_code, answer.content.decode()


def test_a_sheet_of_the_newest_edition(client, edition):
    """Its report, its number, that nothing is newer, and the SHA-256 of its PDF."""
    digest = printed(edition.copy_for(public=True).print_job).sha256
    status, words = answer_to(client, edition.code)
    assert status == 200
    assert all(part in words for part in (edition.title, "ฉบับที่ 1", "ฉบับล่าสุด", digest))
    assert "ถูกแทนแล้ว" not in words


def test_a_sheet_of_an_edition_that_was_superseded(client, edition, editor, approver):
    """It says by which, with a link to it."""
    second = sign(signing.amend(edition.report, editor, "แก้ยอด"), editor, approver)
    _, words = answer_to(client, edition.code)
    assert "ถูกแทนแล้ว" in words
    assert second.get_absolute_url() in words
    assert "ฉบับล่าสุด" not in words


@pytest.mark.parametrize("typed", ["lower", "no dash", "spaces"])
def test_a_code_typed_by_hand(client, edition, typed):
    """However it is typed in the form, its edition is found."""
    code = {
        "lower": edition.code.lower(),
        "no dash": edition.code.replace("-", ""),
        "spaces": f" {edition.code} ",
    }
    words = client.get(reverse("check"), {"code": code[typed]}).content.decode()
    assert "เป็นของฉบับที่ 1" in words


def test_a_code_of_no_edition(client, edition):
    """A clear sentence with what was typed; from an address it is a page that is not there."""
    answer = client.get(reverse("check"), {"code": "ZZZZ-<b>"})
    assert (answer.status_code, "ไม่มีฉบับใดใช้รหัส “ZZZZ-&lt;b&gt;”" in answer.content.decode()) == (200, True)
    status, words = answer_to(client, "0000-0000" if edition.code != "0000-0000" else "1111-1111")
    assert (status, "ไม่มีฉบับใดใช้รหัส" in words) == (404, True)


def test_the_page_names_no_person(client, edition, editor, approver):
    """Who wrote and who signed are told by their posts."""
    type(editor).objects.filter(pk=approver.pk).update(first_name="วิชัย", last_name="เที่ยงตรง")
    _, words = answer_to(client, Edition.objects.get().code)
    assert "วิชัย" not in words
