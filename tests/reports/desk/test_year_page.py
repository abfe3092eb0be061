"""The staff's page of a year: what each may do there, with the password once more; the scan of the signed paper."""

import pytest
from django.urls import reverse

from portal.roles import ADMINISTRATOR, EDITOR
from reports.editions import signing
from reports.models import AnnualReport, Edition, ReportState, SignedScan
from tests import files
from tests.factories import make_contribution, make_person
from tests.files import upload
from tests.signing import acknowledge, sign

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
PASSWORD = "รหัสผ่าน-ของ-ทดสอบ"


@pytest.fixture
def signed_in(client_of):
    """A browser of an account that has a password."""

    def make(user):
        user.set_password(PASSWORD)
        user.save()
        return client_of(user)

    return make


def address(report_to_sign):
    return reverse("admin:reports_annualreport_year", args=[report_to_sign.pk])


def act_on(client, report_to_sign, act, **typed):
    return client.post(address(report_to_sign), {"act": act} | typed)


def state(report_to_sign):
    return AnnualReport.objects.get(pk=report_to_sign.pk).state


def test_a_writer_sends_the_report(signed_in, editor, report_to_sign):
    """With the right password it is in review, and the page then offers no sending."""
    client = signed_in(editor)
    assert 'value="ส่งตรวจ"' in client.get(address(report_to_sign)).content.decode()
    assert act_on(client, report_to_sign, "submit", password=PASSWORD).status_code == 302
    assert state(report_to_sign) == ReportState.REVIEW
    assert 'value="ส่งตรวจ"' not in client.get(address(report_to_sign)).content.decode()


@pytest.mark.parametrize(("password", "sentence"), [("ผิด", "รหัสผ่านไม่ถูกต้อง"), ("", "พิมพ์รหัสผ่านของท่านอีกครั้ง")])
def test_a_wrong_password_moves_nothing(signed_in, editor, report_to_sign, password, sentence):
    """It is said so, and the report stays a draft."""
    answer = act_on(signed_in(editor), report_to_sign, "submit", password=password)
    assert (answer.status_code, sentence in answer.content.decode()) == (200, True)
    assert state(report_to_sign) == ReportState.DRAFT


def test_too_many_wrong_passwords_shut_the_door(signed_in, editor, report_to_sign):
    """Guessing here is stopped as it is at the door; the right password does not help then."""
    client = signed_in(editor)
    tries = [act_on(client, report_to_sign, "submit", password="ผิด").status_code for _ in range(5)]
    assert tries[-1] == 429
    assert act_on(client, report_to_sign, "submit", password=PASSWORD).status_code == 429
    assert state(report_to_sign) == ReportState.DRAFT


def test_an_approver_signs(signed_in, editor, approver, report_to_sign):
    """The edition is there with its code, and the page shows both PDFs as waiting."""
    signing.submit(report_to_sign, editor)
    acknowledge(report_to_sign, approver)
    client = signed_in(approver)
    assert act_on(client, report_to_sign, "publish", password=PASSWORD).status_code == 302
    page = client.get(address(report_to_sign)).content.decode()
    assert Edition.objects.get().code in page
    assert page.count("รอพิมพ์") == 2


def test_the_qr_leads_to_the_office_or_to_where_the_page_was_opened(
    signed_in, editor, approver, report_to_sign
):
    """The office's record first; while it is empty the page says which address is used instead."""
    signing.submit(report_to_sign, editor)
    page = signed_in(approver).get(address(report_to_sign)).content.decode()
    assert "รหัส QR จะนำไปที่ http://testserver/" in page
    assert "ที่อยู่เว็บไซต์ของระบบ" in page


def test_open_warnings_are_told_and_nothing_is_published(signed_in, editor, approver, report_to_sign):
    """The sentence of the first stands on the page."""
    signing.submit(report_to_sign, editor)
    answer = act_on(signed_in(approver), report_to_sign, "publish", password=PASSWORD)
    assert "ยังเผยแพร่ไม่ได้" in answer.content.decode()
    assert not Edition.objects.exists()


def test_who_may_not_sign_is_told_why(signed_in, editor, report_to_sign):
    """A form sent past the page is answered with the rule."""
    signing.submit(report_to_sign, editor)
    answer = act_on(signed_in(editor), report_to_sign, "publish", password=PASSWORD)
    assert "โดยผู้มีสิทธิ์ลงนามที่ไม่ใช่ผู้จัดทำ" in answer.content.decode()
    assert state(report_to_sign) == ReportState.REVIEW


def test_sent_back_the_writer_reads_why(signed_in, editor, approver, report_to_sign):
    """The reason is on his page."""
    signing.submit(report_to_sign, editor)
    act_on(signed_in(approver), report_to_sign, "send_back", reason="ขาดคำนำ")
    assert "ส่งกลับแก้ไข: ขาดคำนำ" in signed_in(editor).get(address(report_to_sign)).content.decode()


def test_a_reason_too_long_stays_in_its_box(signed_in, editor, approver, report_to_sign):
    """Nothing that was typed is lost."""
    sign(report_to_sign, editor, approver)
    answer = act_on(signed_in(editor), report_to_sign, "amend", reason="ก" * 2001)
    page = answer.content.decode()
    assert "เหตุผลยาวเกิน 2,000 ตัวอักษร" in page
    assert "ก" * 2001 in page
    assert state(report_to_sign) == ReportState.PUBLISHED


def test_an_act_that_is_none(signed_in, editor, report_to_sign):
    """What no button sends is not found."""
    assert act_on(signed_in(editor), report_to_sign, "burn").status_code == 404


@pytest.mark.parametrize(("who", "status"), [("administrator", 200), ("outsider", 302), ("director", 302)])
def test_who_opens_the_page(as_who, report_to_sign, who, status):
    """Those who may look at reports; there is nothing to do for one who may only look."""
    answer = as_who(who).get(address(report_to_sign))
    assert answer.status_code == status
    if status == 200:
        assert "สิ่งที่ท่านทำได้ตอนนี้" not in answer.content.decode()


def test_a_scan_is_attached_once_and_stays(signed_in, editor, approver, report_to_sign):
    """It is served to staff, and a second one is refused."""
    edition = sign(report_to_sign, editor, approver)
    client = signed_in(editor)
    content = files.pdf()
    attach = {"edition": edition.pk, "file": upload("ลงนาม.pdf", content)}
    assert act_on(client, report_to_sign, "attach", **attach).status_code == 302
    url = reverse("admin:reports_annualreport_scan", args=[report_to_sign.pk, 1])
    assert b"".join(client.get(url).streaming_content) == content
    again = act_on(client, report_to_sign, "attach", edition=edition.pk, file=upload("อื่น.pdf", files.pdf()))
    assert "สแกนที่แนบแล้วเปลี่ยนไม่ได้" in again.content.decode()
    assert SignedScan.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [("คำสั่ง.pdf", b"not a pdf", "ไม่ใช่ชนิดไฟล์"), ("คำสั่ง.pdf", files.docx(), "ไม่ใช่ PDF หรือภาพ")],
)
def test_what_is_no_scan_is_refused(signed_in, editor, approver, report_to_sign, name, content, sentence):
    """A file is judged by its content, never by its name."""
    edition = sign(report_to_sign, editor, approver)
    answer = act_on(
        signed_in(editor), report_to_sign, "attach", edition=edition.pk, file=upload(name, content)
    )
    assert sentence in answer.content.decode()
    assert not SignedScan.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("administrator", 403), ("outsider", 302)])
def test_the_scan_is_private(as_who, editor, approver, report_to_sign, who, status):
    """Neither the keeper of accounts nor an outsider opens it."""
    sign(report_to_sign, editor, approver)
    url = reverse("admin:reports_annualreport_scan", args=[report_to_sign.pk, 1])
    assert as_who(who).get(url).status_code == status


@pytest.mark.parametrize("moved", [False, True])
def test_a_report_is_edited_while_it_is_a_draft_only(client_of, editor, report_to_sign, moved):
    """Once sent, its screens and those of its words are only looked at."""
    if moved:
        signing.submit(report_to_sign, editor)
    client = client_of(editor)
    pages = {
        "annualreport": report_to_sign.pk,
        "reportitem": report_to_sign.items.get().pk,
        "paragraph": report_to_sign.paragraphs.get().pk,
    }
    for screen, pk in pages.items():
        page = client.get(reverse(f"admin:reports_{screen}_change", args=[pk])).content.decode()
        assert ('name="_save"' in page) == (not moved), screen


def test_a_signed_report_is_not_deleted(staff_client, editor, approver, report_to_sign):
    """Nor one that waits for its signature; it is said why."""
    sign(report_to_sign, editor, approver)
    url = reverse("admin:reports_annualreport_delete", args=[report_to_sign.pk])
    page = staff_client.post(url, {"post": "yes"}, follow=True).content.decode()
    assert "ลบรายงานนี้ไม่ได้" in page
    assert AnnualReport.objects.filter(pk=report_to_sign.pk).exists()


def test_the_desk_and_the_record_lead_to_the_page(client_of, editor, report_to_sign):
    """One press from either."""
    client = client_of(editor)
    for page in (
        reverse("admin:index"),
        reverse("admin:reports_annualreport_change", args=[report_to_sign.pk]),
    ):
        assert address(report_to_sign) in client.get(page).content.decode()


@pytest.mark.parametrize(("role", "shown"), [(EDITOR, True), (ADMINISTRATOR, False)])
def test_what_changed_names_people_to_readers_inside_only(
    client_of, somebody, editor, approver, report_to_sign, role, shown
):
    """A private giver added since is named to an editor, and told by the role to the keeper of accounts."""
    sign(report_to_sign, editor, approver)
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"), amount=500)
    page = client_of(somebody(role)).get(address(report_to_sign)).content.decode()
    assert "ผู้มีจิตศรัทธา" in page or shown
    assert ("สมชาย" in page) == shown
