"""The actions that take a year's report from draft to published and back, and who may take them."""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from portal.history import BY_COMMAND, BY_FORM
from reports.editions.freezing import freeze
from reports.editions.readiness import readiness_of
from reports.models import AnnualReport, Edition, ReportState
from reports.report import report_of


class SigningAction(StrEnum):
    """An action on a year's report as a whole."""

    WRITE = "write"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    AMEND = "amend"


CHANGE, SIGN = "reports.change_annualreport", "reports.sign_annualreport"

# The state in which an action is possible, and the permission it needs; may() has further conditions.
CONDITIONS = {
    SigningAction.WRITE: (ReportState.DRAFT, CHANGE),
    SigningAction.SUBMIT: (ReportState.DRAFT, CHANGE),
    SigningAction.SEND_BACK: (ReportState.REVIEW, CHANGE),
    SigningAction.PUBLISH: (ReportState.REVIEW, SIGN),
    SigningAction.AMEND: (ReportState.PUBLISHED, CHANGE),
}
REFUSALS = {
    SigningAction.WRITE: "รายงานนี้ส่งตรวจหรือเผยแพร่แล้ว จึงแก้ข้อความไม่ได้ ให้ส่งกลับแก้ไขหรือเปิดฉบับแก้ไขก่อน",
    SigningAction.SUBMIT: "ส่งตรวจได้เฉพาะรายงานที่ยังเป็นร่าง และท่านต้องมีสิทธิ์แก้ไขรายงาน",
    SigningAction.SEND_BACK: "ส่งกลับแก้ไขได้เฉพาะรายงานที่รอตรวจ โดยผู้มีสิทธิ์ลงนามหรือผู้ที่ส่งตรวจเอง",
    SigningAction.PUBLISH: "ลงนามได้เฉพาะรายงานที่รอตรวจ โดยผู้มีสิทธิ์ลงนามที่ไม่ใช่ผู้จัดทำรายงานฉบับนี้",
    SigningAction.AMEND: "เปิดฉบับแก้ไขได้เฉพาะรายงานที่เผยแพร่แล้ว และท่านต้องมีสิทธิ์แก้ไขรายงาน",
}
SENT_BACK = "ส่งกลับแก้ไข: "


def may(user, action: SigningAction, report: AnnualReport) -> bool:
    """Return whether a user may take this action on the report in its present state."""
    state, permission = CONDITIONS[action]
    if report.state != state or not (user.is_staff and user.has_perm(permission)):
        return False
    is_author = report.author_id == user.pk
    if action == SigningAction.SEND_BACK:
        return is_author or user.has_perm(SIGN)
    return not (action == SigningAction.PUBLISH and is_author)


@transaction.atomic
def submit(report: AnnualReport, user) -> AnnualReport:
    """Submit a draft for another person to sign; the user becomes its author. Raise ValidationError if refused."""
    report = _lock(report, user, SigningAction.SUBMIT)
    report.state, report.author, report.submitted_at = ReportState.REVIEW, user, timezone.now()
    return _save(report, user, "ส่งตรวจ")


@transaction.atomic
def send_back(report: AnnualReport, user, reason: str) -> AnnualReport:
    """Return a submitted report to draft, for a reason that its author reads. Raise ValidationError if refused."""
    report = _lock(report, user, SigningAction.SEND_BACK)
    report.state, report.author, report.submitted_at = ReportState.DRAFT, None, None
    return _save(report, user, SENT_BACK + _require(reason, "บอกเหตุผลที่ส่งกลับ เพื่อให้ผู้จัดทำทราบว่าต้องแก้อะไร"))


@transaction.atomic
def publish(report: AnnualReport, user, *, site: str) -> Edition:
    """Sign the year as a new edition, whose QR code leads to `site`. Raise ValidationError if refused or not ready."""
    report = _lock(report, user, SigningAction.PUBLISH)
    today = timezone.localdate()
    _refuse_unready(readiness_of(report_of(report.fiscal_year, today=today, public=False)))
    edition = freeze(report, approver=user, site=site, today=today)
    report.state, report.approver, report.amendment_reason = ReportState.PUBLISHED, user, ""
    _save(report, user, f"ลงนามและเผยแพร่ฉบับที่ {edition.number}")
    return edition


@transaction.atomic
def amend(report: AnnualReport, user, reason: str) -> AnnualReport:
    """Reopen a published report as the draft of the next edition. Raise ValidationError if refused."""
    report = _lock(report, user, SigningAction.AMEND)
    reason = _require(reason, "บอกเหตุผลที่เปิดฉบับแก้ไข เหตุผลนี้พิมพ์ในฉบับใหม่")
    report.state, report.amendment_reason = ReportState.DRAFT, reason
    report.author = report.submitted_at = report.approver = None
    return _save(report, user, f"เปิดฉบับแก้ไข: {reason}")


def newest_reason(report: AnnualReport) -> str:
    """Return why the draft was sent back last, or nothing if it was not since it was opened."""
    entries = report.history.exclude(history_change_reason__in=[BY_FORM, BY_COMMAND])
    newest = entries.exclude(history_change_reason=None).first()
    words = newest.history_change_reason if newest and report.is_writable else ""
    return words.removeprefix(SENT_BACK) if words.startswith(SENT_BACK) else ""


def _lock(report, user, action):
    """Return the report locked for this transaction; raise ValidationError if the user may not take the action."""
    report = AnnualReport.objects.select_for_update().get(pk=report.pk)
    if not may(user, action, report):
        raise ValidationError(REFUSALS[action])
    return report


def _save(report, user, change_reason):
    report._history_user, report._change_reason = user, change_reason
    report.save()
    return report


def _require(reason, message):
    if not reason.strip():
        raise ValidationError(message)
    return reason.strip()


def _refuse_unready(readiness):
    for what, findings in (
        ("เรื่องที่ต้องแก้ก่อน", readiness.blockers),
        ("ข้อสังเกตที่ยังไม่ได้แก้หรือรับทราบ", readiness.warnings),
    ):
        if findings:
            first = findings[0].sentence
            raise ValidationError(f"ยังเผยแพร่ไม่ได้ มี{what} {len(findings)} ข้อ ข้อแรกคือ {first}")
