"""From draft to published and back: who may do what with a year's report, and the doing of it."""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from portal.history import BY_COMMAND, BY_FORM
from reports.editions.freezing import freeze
from reports.editions.readiness import readiness_of
from reports.models import AnnualReport, Edition, ReportState
from reports.report import report_of


class Act(StrEnum):
    """What is done with a year's report as a whole."""

    WRITE = "write"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    AMEND = "amend"


CHANGE, SIGN = "reports.change_annualreport", "reports.sign_annualreport"

# In which state an act is done, and the permission it needs; what else it asks of the person stands in may().
TABLE = {
    Act.WRITE: (ReportState.DRAFT, CHANGE),
    Act.SUBMIT: (ReportState.DRAFT, CHANGE),
    Act.SEND_BACK: (ReportState.REVIEW, CHANGE),
    Act.PUBLISH: (ReportState.REVIEW, SIGN),
    Act.AMEND: (ReportState.PUBLISHED, CHANGE),
}
REFUSED = {
    Act.WRITE: "รายงานนี้ส่งตรวจหรือเผยแพร่แล้ว จึงแก้ข้อความไม่ได้ ให้ส่งกลับแก้ไขหรือเปิดฉบับแก้ไขก่อน",
    Act.SUBMIT: "ส่งตรวจได้เฉพาะรายงานที่ยังเป็นร่าง และท่านต้องมีสิทธิ์แก้ไขรายงาน",
    Act.SEND_BACK: "ส่งกลับแก้ไขได้เฉพาะรายงานที่รอตรวจ โดยผู้มีสิทธิ์ลงนามหรือผู้ที่ส่งตรวจเอง",
    Act.PUBLISH: "ลงนามได้เฉพาะรายงานที่รอตรวจ โดยผู้มีสิทธิ์ลงนามที่ไม่ใช่ผู้จัดทำรายงานฉบับนี้",
    Act.AMEND: "เปิดฉบับแก้ไขได้เฉพาะรายงานที่เผยแพร่แล้ว และท่านต้องมีสิทธิ์แก้ไขรายงาน",
}
SENT_BACK = "ส่งกลับแก้ไข: "


def may(user, act: Act, report: AnnualReport) -> bool:
    """Whether this user may do this with the report as it stands."""
    state, permission = TABLE[act]
    if report.state != state or not (user.is_staff and user.has_perm(permission)):
        return False
    is_author = report.author_id == user.pk
    if act == Act.SEND_BACK:
        return is_author or user.has_perm(SIGN)
    return not (act == Act.PUBLISH and is_author)


@transaction.atomic
def submit(report: AnnualReport, user) -> AnnualReport:
    """Sent to be checked and signed by another; whoever sends it is its author."""
    report = _held(report, user, Act.SUBMIT)
    report.state, report.author, report.submitted_at = ReportState.REVIEW, user, timezone.now()
    return _stored(report, user, "ส่งตรวจ")


@transaction.atomic
def send_back(report: AnnualReport, user, reason: str) -> AnnualReport:
    """A draft again, for a reason that the writer reads."""
    report = _held(report, user, Act.SEND_BACK)
    report.state, report.author, report.submitted_at = ReportState.DRAFT, None, None
    return _stored(report, user, SENT_BACK + _given(reason, "บอกเหตุผลที่ส่งกลับ เพื่อให้ผู้จัดทำทราบว่าต้องแก้อะไร"))


@transaction.atomic
def publish(report: AnnualReport, user, *, site: str) -> Edition:
    """Signed: the year as it stands becomes an edition, whose QR code leads to `site`."""
    report = _held(report, user, Act.PUBLISH)
    today = timezone.localdate()
    _refuse_unready(readiness_of(report_of(report.fiscal_year, today=today, public=False)))
    edition = freeze(report, approver=user, site=site, today=today)
    report.state, report.approver, report.amendment_reason = ReportState.PUBLISHED, user, ""
    _stored(report, user, f"ลงนามและเผยแพร่ฉบับที่ {edition.number}")
    return edition


@transaction.atomic
def amend(report: AnnualReport, user, reason: str) -> AnnualReport:
    """A draft again, to become the next edition; the editions there are stand as they were signed."""
    report = _held(report, user, Act.AMEND)
    reason = _given(reason, "บอกเหตุผลที่เปิดฉบับแก้ไข เหตุผลนี้พิมพ์ในฉบับใหม่")
    report.state, report.amendment_reason = ReportState.DRAFT, reason
    report.author = report.submitted_at = report.approver = None
    return _stored(report, user, f"เปิดฉบับแก้ไข: {reason}")


def newest_reason(report: AnnualReport) -> str:
    """Why the draft was sent back last, or nothing when it was not since it was opened."""
    acts = report.history.exclude(history_change_reason__in=[BY_FORM, BY_COMMAND])
    newest = acts.exclude(history_change_reason=None).first()
    words = newest.history_change_reason if newest and report.is_writable else ""
    return words.removeprefix(SENT_BACK) if words.startswith(SENT_BACK) else ""


def _held(report, user, act):
    """The report as it stands now, which nobody else moves until this is done."""
    report = AnnualReport.objects.select_for_update().get(pk=report.pk)
    if not may(user, act, report):
        raise ValidationError(REFUSED[act])
    return report


def _stored(report, user, words):
    report._history_user, report._change_reason = user, words
    report.save()
    return report


def _given(reason, sentence):
    if not reason.strip():
        raise ValidationError(sentence)
    return reason.strip()


def _refuse_unready(readiness):
    if readiness.blockers:
        first = readiness.blockers[0].sentence
        raise ValidationError(f"ยังเผยแพร่ไม่ได้ มีเรื่องที่ต้องแก้ก่อน {len(readiness.blockers)} ข้อ ข้อแรกคือ {first}")
    if readiness.warnings:
        first = readiness.warnings[0].sentence
        raise ValidationError(
            f"ยังเผยแพร่ไม่ได้ มีข้อสังเกตที่ยังไม่ได้แก้หรือรับทราบ {len(readiness.warnings)} ข้อ ข้อแรกคือ {first}"
        )
