"""The public register of agreements, and the page of each."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from partners.models import AgreementEnd
from portal.records import Publication
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_organization,
    make_person,
    make_project,
    make_school,
)
from tests.lists import titles_in
from tests.reading import page_of
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db


def ending(days, **fields):
    """An agreement that ends so many days from today."""
    ends_on = timezone.localdate() + timedelta(days)
    return make_agreement(end=AgreementEnd.DATED, ends_on=ends_on, **fields)


@pytest.mark.parametrize(
    ("days", "words"), [(45, "เหลือ 45 วัน"), (1, "เหลือ 1 วัน"), (0, "สิ้นสุดวันนี้"), (-1, "สิ้นสุดแล้ว")]
)
def test_days_left_on_the_days_around_the_end(client, days, words):
    """The days that are left are counted to the last day, on which it still holds."""
    agreement = ending(days)
    assert words in client.get("/agreements/").text
    assert words in page_of(client, agreement)


def test_no_end_and_an_unknown_end_are_told_apart(client):
    """An agreement without an end is in force; of one whose end is unknown nothing is claimed."""
    lasting = page_of(client, make_agreement(end=AgreementEnd.OPEN))
    unknown = page_of(client, make_agreement(end=AgreementEnd.UNKNOWN))
    assert "ไม่มีวันสิ้นสุด" in lasting
    assert "มีผลอยู่" in lasting
    assert "ไม่ทราบวันสิ้นสุด" in unknown
    assert "มีผลอยู่" not in unknown


@pytest.mark.parametrize(("days", "found"), [(0, True), (90, True), (91, False), (-1, False)])
def test_those_that_end_within_ninety_days(client, days, found):
    """The days on which a term counts as ending soon: from today to the ninetieth."""
    ending(days)
    assert len(titles_in(client.get("/agreements/?state=soon"))) == found


def test_state_party_and_words(client):
    """By state, by a party's code, by words of the agreement or the name of a party."""
    partner = make_organization(name="หนองโพธิ์")
    make_agreement(partner, make_school(), title="ศูนย์เรียนรู้")
    ending(-1, title="จบแล้ว")
    assert titles_in(client.get("/agreements/?state=ended")) == ["จบแล้ว"]
    assert titles_in(client.get(f"/agreements/?party={partner.code}")) == ["ศูนย์เรียนรู้"]
    assert titles_in(client.get("/agreements/?q=เรียนรู้")) == ["ศูนย์เรียนรู้"]
    assert titles_in(client.get("/agreements/?q=หนองโพธิ์")) == ["ศูนย์เรียนรู้"]


def test_drafts_for_staff_only(client, client_of, editor):
    """An outsider finds no draft, neither listed nor by its address nor in a file; staff find it marked."""
    draft = make_agreement(title="ข้อตกลงลับ", status=Publication.DRAFT)
    assert titles_in(client.get("/agreements/")) == []
    assert "ข้อตกลงลับ" not in client.get("/agreements/?download=csv").text
    assert client.get(draft.get_absolute_url()).status_code == 404
    staff = client_of(editor)
    assert titles_in(staff.get("/agreements/")) == ["ข้อตกลงลับ"]
    assert '<span class="tag warn">ร่าง</span>' in page_of(staff, draft)


def test_signatories_by_position_and_by_name_for_who_may_read_it(client, client_of, editor):
    """Everybody reads the position, staff who may read people the name."""
    agreement = make_agreement(make_organization(), make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"))
    agreement.parties.update(signatory_position="นายก อบต.", signatory_name="นางลับ จริง")
    page = page_of(client, agreement)
    assert "ผู้ลงนาม: นายก อบต." in page
    assert "ปราชญ์ชาวบ้าน" in page
    for hidden in ("นางลับ", "สมชาย"):
        assert hidden not in page
        assert hidden not in client.get("/agreements/").text
        assert hidden not in client.get("/agreements/?download=csv").text
    page = page_of(client_of(editor), agreement)
    assert "นางลับ จริง" in page
    assert "นายสมชาย ใจดี" in page


def test_what_it_renews_and_what_renews_it(client):
    """The chain of renewals is a link each way; a draft that renews is not told."""
    first = make_agreement(title="ฉบับแรก")
    second = make_agreement(title="ฉบับสอง", renews=first)
    make_agreement(title="ฉบับร่าง", renews=second, status=Publication.DRAFT)
    assert second.get_absolute_url() in page_of(client, first)
    page = page_of(client, second)
    assert first.get_absolute_url() in page
    assert "ฉบับร่าง" not in page


def test_projects_that_rest_on_it_with_their_total(client):
    """Confirmed projects with what they received, and the sum of it."""
    agreement = make_agreement()
    make_contribution(project=make_project(agreement=agreement, title="หนึ่ง"), amount=100)
    make_contribution(project=make_project(agreement=agreement, title="สอง"), amount=200)
    draft = make_project(agreement=agreement, title="ร่างลับ", status=Publication.DRAFT)
    make_contribution(project=draft, amount=5000)
    response = client.get(agreement.get_absolute_url())
    assert [(str(p), t.cash) for p, _, t in response.context["projects"]] == [("หนึ่ง", 100), ("สอง", 200)]
    assert response.context["totals"].cash == 300
    assert "ร่างลับ" not in response.text


def test_terms_and_documents(client):
    """Subject, number, the days, and the documents, of which none can be opened that is not public."""
    agreement = make_agreement(
        subject="ห้องเรียนท้องถิ่น", number="7/2557", signed_first=date(2014, 5, 1), signed_last=date(2014, 5, 31)
    )
    agreement.documents.add(make_document("ฉบับลงนาม", kind="agreement"))
    page = page_of(client, agreement)
    for words in ("ห้องเรียนท้องถิ่น", "7/2557", "พฤษภาคม 2557", "1 มกราคม 2557", "ฉบับลงนาม", "เก็บที่สำนักงาน"):
        assert words in page


def test_download_has_the_filtered_agreements(client):
    """The file has the rows of the filtered register."""
    ending(10, title="ใกล้สิ้นสุด")
    make_agreement(title="อื่น")
    rows = rows_of(client, "/agreements/?state=soon&download=xlsx")
    assert [row["ชื่อข้อตกลง"] for row in rows] == ["ใกล้สิ้นสุด"]
