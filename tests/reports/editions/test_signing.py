"""From draft to published and back: who may, who may not, and what is refused with which words."""

from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.models import Contact
from reports.editions import signing
from reports.editions.readiness import readiness_of
from reports.editions.signing import SigningAction, may
from reports.models import AnnualReport, Edition, Paragraph, ReportState
from reports.report import report_of
from tests.factories import make_organization
from tests.signing import SITE, acknowledge, make_report, sign

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DRAFT, REVIEW, PUBLISHED = ReportState
# Of each act: the states × people of the truth table in which it is done; every other cell is refused.
ALLOWED = {
    SigningAction.WRITE: {
        (DRAFT, who) for who in ("editor", "writer", "approver", "signing_writer", "staff")
    },
    SigningAction.SUBMIT: {
        (DRAFT, who) for who in ("editor", "writer", "approver", "signing_writer", "staff")
    },
    SigningAction.SEND_BACK: {(REVIEW, who) for who in ("writer", "approver", "signing_writer", "staff")},
    SigningAction.PUBLISH: {(REVIEW, who) for who in ("approver", "staff")},
    SigningAction.AMEND: {
        (PUBLISHED, who) for who in ("editor", "writer", "approver", "signing_writer", "staff")
    },
}
PEOPLE = (
    "editor",
    "writer",
    "approver",
    "signing_writer",
    "administrator",
    "director",
    "outsider",
    "staff",
)


def test_the_truth_table(request, somebody):
    """Every cell of states × people × acts: the writers are those who sent the report."""
    writers = {"writer": "editor", "signing_writer": "approver"}
    users = {who: request.getfixturevalue(writers.get(who, who)) for who in PEOPLE}
    other = somebody()
    wrong = []
    for act, state, who in product(SigningAction, ReportState, PEOPLE):
        author = users[who] if who in writers else other
        report = AnnualReport(state=state, author=None if state == DRAFT else author)
        if may(users[who], act, report) != ((state, who) in ALLOWED[act]):
            wrong.append((act, state, who))
    assert wrong == []


def test_a_report_goes_from_draft_to_published(editor, approver):
    """Its state, its people and its history say each step."""
    report = make_report()
    edition = sign(report, editor, approver)
    report.refresh_from_db()
    assert (report.state, report.author, report.approver) == (PUBLISHED, editor, approver)
    assert (edition.number, edition.author, edition.approver) == (1, editor, approver)
    told = list(report.history.values_list("history_change_reason", "history_user"))
    assert told[:2] == [("ลงนามและเผยแพร่ฉบับที่ 1", approver.pk), ("ส่งตรวจ", editor.pk)]


@pytest.mark.parametrize(
    ("act", "begins", "ends"),
    [
        (signing.submit, "ส่งตรวจได้เฉพาะ", "ต้องมีสิทธิ์แก้ไขรายงาน"),
        (lambda report, user: signing.send_back(report, user, "ขาดคำนำ"), "ส่งกลับแก้ไขได้เฉพาะ", "ผู้ที่ส่งตรวจเอง"),
        (lambda report, user: signing.publish(report, user, site=SITE), "ลงนามได้เฉพาะ", "ผู้จัดทำรายงานฉบับนี้"),
        (
            lambda report, user: signing.amend(report, user, "ยอดใหม่"),
            "เปิดฉบับแก้ไขได้เฉพาะ",
            "ต้องมีสิทธิ์แก้ไขรายงาน",
        ),
    ],
    ids=["submit", "send back", "publish", "amend"],
)
def test_who_may_not_is_told_who_may(outsider, act, begins, ends):
    """Each refusal is a sentence of its own about the act, and about whom it is open to."""
    with pytest.raises(ValidationError) as refused:
        act(make_report(), outsider)
    assert refused.value.message.startswith(begins)
    assert refused.value.message.endswith(ends)


def test_who_sent_it_and_when_is_forgotten_with_the_draft(editor, approver):
    """A report in review says when it was sent; sent back or opened again it says so no more."""
    report = signing.submit(make_report(), editor)
    assert report.author == editor
    assert report.submitted_at is not None
    report = signing.send_back(report, approver, "ขาดคำนำ")
    assert (report.author, report.submitted_at) == (None, None)
    sign(report, editor, approver)
    report = signing.amend(report, editor, "ยอดใหม่")
    assert (report.author, report.submitted_at, report.approver) == (None, None, None)


def test_the_history_tells_the_reasons(editor, approver):
    """Why it was sent back and why it was opened stand in the history, beside who did it, without spaces around."""
    report = signing.submit(make_report(), editor)
    report = signing.send_back(report, approver, " ขาดคำนำ ")
    sign(report, editor, approver)
    signing.amend(report, editor, " ยอดใหม่ ")
    told = list(report.history.values_list("history_change_reason", "history_user"))
    assert told[0] == ("เปิดฉบับแก้ไข: ยอดใหม่", editor.pk)
    assert told[3] == ("ส่งกลับแก้ไข: ขาดคำนำ", approver.pk)


def test_a_report_never_sent_back_has_no_reason(editor, approver):
    """Neither a new draft nor one opened for an amendment was sent back."""
    report = make_report()
    assert signing.newest_reason(report) == ""
    sign(report, editor, approver)
    assert signing.newest_reason(signing.amend(report, editor, "ยอดใหม่")) == ""


def test_the_reason_of_an_amendment_is_used_up_by_its_edition(editor, approver):
    """The edition bears it; the report has none for the next."""
    report = make_report()
    sign(report, editor, approver)
    sign(signing.amend(report, editor, "ยอดใหม่"), editor, approver)
    report.refresh_from_db()
    assert report.amendment_reason == ""


def test_nobody_signs_what_he_sent(approver):
    """An approver who wrote the report himself is refused, and nothing is published."""
    report = signing.submit(make_report(), approver)
    acknowledge(report, approver)
    with pytest.raises(ValidationError, match="ไม่ใช่ผู้จัดทำ"):
        signing.publish(report, approver, site=SITE)
    assert not Edition.objects.exists()


def test_the_database_refuses_one_who_is_both(editor):
    """The constraint holds where no code of ours is asked."""
    report = make_report()
    both = {"state": PUBLISHED, "author": editor, "submitted_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualReport.objects.filter(pk=report.pk).update(**both, approver=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualReport.objects.filter(pk=report.pk).update(**both, approver=None)


def test_the_database_takes_two_people(editor, approver):
    """The twin: another signer passes the same constraint."""
    report = make_report()
    AnnualReport.objects.filter(pk=report.pk).update(state=PUBLISHED, author=editor, approver=approver)
    assert AnnualReport.objects.get(pk=report.pk).approver == approver


def test_open_warnings_stop_the_signature(editor, approver):
    """A warning neither mended nor acknowledged is told, and the report stays in review."""
    report = signing.submit(make_report(), editor)
    with pytest.raises(ValidationError) as refused:
        signing.publish(report, approver, site=SITE)
    warnings = readiness_of(report_of(2557, today=timezone.localdate(), public=False)).warnings
    assert refused.value.message.startswith("ยังเผยแพร่ไม่ได้ มีข้อสังเกตที่ยังไม่ได้แก้หรือรับทราบ")
    assert refused.value.message.endswith(f" {len(warnings)} ข้อ ข้อแรกคือ {warnings[0].sentence}")
    assert "กีฬาตำบล" in warnings[0].sentence
    report.refresh_from_db()
    assert report.state == REVIEW


def test_sent_back_with_a_reason(editor, approver):
    """It is a draft again and the writer reads why; without a reason it is not sent back."""
    report = signing.submit(make_report(), editor)
    with pytest.raises(ValidationError) as refused:
        signing.send_back(report, approver, "  ")
    assert refused.value.message.startswith("บอกเหตุผลที่ส่งกลับ")
    report = signing.send_back(report, approver, "ขาดคำนำ")
    assert (report.state, signing.newest_reason(report)) == (DRAFT, "ขาดคำนำ")


def test_the_reason_stays_while_the_draft_is_mended(editor, approver):
    """Saving the report does not take away what the writer has to mend."""
    report = signing.send_back(signing.submit(make_report(), editor), approver, "ขาดคำนำ")
    report = AnnualReport.objects.get(pk=report.pk)
    report.title = "รายงานการมีส่วนร่วม ประจำปี"
    report.save()
    assert signing.newest_reason(report) == "ขาดคำนำ"


def test_a_private_name_in_a_text_stops_the_signature(editor, approver):
    """It is a blocker, which nobody can let stand."""
    report = signing.submit(make_report(), editor)
    acknowledge(report, approver)
    name = "นายซ่อนชื่อ ติดต่อลับ"
    Contact.objects.create(organization=make_organization(), position="ครูใหญ่", name=name)
    Paragraph.objects.update(text=f"{name} ประสานความร่วมมือ")
    with pytest.raises(ValidationError) as refused:
        signing.publish(report, approver, site=SITE)
    assert refused.value.message.endswith("มีชื่อบุคคลที่ไม่ได้ให้เผยแพร่ ให้ใช้ตำแหน่งแทนชื่อ")


def test_sent_again_the_old_reason_is_gone(editor, approver):
    """What was mended is not told to the writer for ever."""
    report = signing.submit(make_report(), editor)
    report = signing.send_back(report, approver, "ขาดคำนำ")
    assert signing.newest_reason(signing.submit(report, editor)) == ""


def test_an_act_on_a_page_opened_before_another_did_it(editor, approver):
    """Two people send the same report: the second is told, and the first stays its author."""
    report = make_report()
    stale = AnnualReport.objects.get(pk=report.pk)
    signing.submit(report, editor)
    with pytest.raises(ValidationError, match="ที่ยังเป็นร่าง"):
        signing.submit(stale, approver)
    report.refresh_from_db()
    assert report.author == editor


def test_an_amendment_opens_the_draft_and_keeps_the_edition(editor, approver):
    """It needs a reason; the edition before is as it was."""
    report = make_report()
    first = sign(report, editor, approver)
    with pytest.raises(ValidationError) as refused:
        signing.amend(report, editor, "")
    assert refused.value.message.startswith("บอกเหตุผลที่เปิดฉบับแก้ไข")
    report = signing.amend(report, editor, "อบต. แจ้งยอดใหม่")
    assert (report.state, report.author, report.approver) == (DRAFT, None, None)
    second = sign(report, editor, approver)
    assert (second.number, second.reason) == (2, "อบต. แจ้งยอดใหม่")
    assert Edition.objects.get(number=1).copy_for(public=True).body == first.copy_for(public=True).body


def test_a_blocker_stops_the_signature(editor, approver):
    """Dots left in a paragraph cannot be let stand: no edition is made until the words are there."""
    report = make_report()
    paragraph = report.paragraphs.get()
    Paragraph.objects.update(text="ได้รับเงินสนับสนุน ........ บาท")
    signing.submit(report, editor)
    acknowledge(report, approver)
    with pytest.raises(ValidationError) as refused:
        signing.publish(report, approver, site=SITE)
    assert refused.value.message.startswith("ยังเผยแพร่ไม่ได้ มีเรื่องที่ต้องแก้ก่อน 1 ข้อ ข้อแรกคือ ")
    assert "........" in refused.value.message
    assert not Edition.objects.exists()
    Paragraph.objects.filter(pk=paragraph.pk).update(text=paragraph.text)
    assert signing.publish(report, approver, site=SITE).number == 1
