"""The staff's page of a year's report: how far it has come, what may be done now, its editions and what differs."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.models import Office
from reports.desk.signing_forms import PasswordForm, ReasonForm
from reports.editions import signing
from reports.editions.changes_since import differences
from reports.editions.readiness import readiness_of
from reports.editions.scans import ScanForm, may_attach
from reports.editions.signing import SigningAction, may
from reports.models import AnnualReport, Edition, EditionCopy
from reports.outputs.access import reads_internal
from reports.report import report_of

DONE = {
    SigningAction.SUBMIT: "ส่งรายงานให้ตรวจแล้ว ผู้มีสิทธิ์ลงนามคนอื่นจะเห็นในหน้านี้",
    SigningAction.SEND_BACK: "ส่งกลับแก้ไขแล้ว ผู้จัดทำจะเห็นเหตุผลในหน้านี้",
    SigningAction.PUBLISH: "ลงนามและเผยแพร่แล้ว กำลังพิมพ์ PDF ของฉบับนี้",
    SigningAction.AMEND: "เปิดฉบับแก้ไขแล้ว ฉบับที่เผยแพร่ไปแล้วยังเปิดอ่านได้ตามเดิม",
}


FORMS = {
    SigningAction.SUBMIT: PasswordForm,
    SigningAction.SEND_BACK: ReasonForm,
    SigningAction.PUBLISH: PasswordForm,
    SigningAction.AMEND: ReasonForm,
}
TITLES = {
    SigningAction.SUBMIT: ("ส่งตรวจ", "ท่านจะเป็นผู้จัดทำ และลงนามเองไม่ได้ ระหว่างรอตรวจแก้ข้อความไม่ได้"),
    SigningAction.SEND_BACK: ("ส่งกลับแก้ไข", "รายงานกลับเป็นร่าง พร้อมเหตุผลที่ผู้จัดทำจะได้อ่าน"),
    SigningAction.PUBLISH: ("ลงนามและเผยแพร่", "ข้อมูลของปีนี้จะถูกตรึงเป็นฉบับใหม่ที่แก้ไขไม่ได้ และประชาชนอ่านได้ทันที"),
    SigningAction.AMEND: ("เปิดฉบับแก้ไข", "รายงานกลับเป็นร่างเพื่อออกฉบับถัดไป ฉบับเดิมยังอยู่ครบ"),
}


def year_page(screen, request, object_id):
    """Shows the year, and does what was asked with it; what was typed stays when it cannot be done."""
    report = AnnualReport.objects.select_related("author", "approver").filter(pk=object_id).first()
    if report is None:
        raise Http404
    if not screen.has_view_permission(request, report):
        raise PermissionDenied
    bound = None
    if request.method == "POST":
        bound = _answered(request, report)
        if bound is None:
            return redirect(request.path)
        report.refresh_from_db()
    return render(request, "reports/desk/year.html", _context(screen, request, report, bound))


def _answered(request, report):
    """Nothing when it was done; else the act and its form, with what is wrong in it."""
    name = request.POST.get("act", "")
    if name == "attach":
        form = ScanForm(request.POST, request.FILES, report=report, user=request.user)
        if form.is_valid():
            form.save()
            messages.success(request, "แนบสแกนฉบับลงนามแล้ว เก็บไว้กับฉบับนั้นถาวร")
            return None
        return name, form
    if name not in FORMS:
        raise Http404
    form = FORMS[name](request.POST, request=request)
    if form.is_valid():
        try:
            _do(name, report, request, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, DONE[name])
            return None
    return name, form


def _do(act, report, request, typed):
    match act:
        case SigningAction.SUBMIT:
            signing.submit(report, request.user)
        case SigningAction.SEND_BACK:
            signing.send_back(report, request.user, typed["reason"])
        case SigningAction.PUBLISH:
            signing.publish(report, request.user, site=site_of(request))
        case SigningAction.AMEND:
            signing.amend(report, request.user, typed["reason"])


def site_of(request):
    """Where the portal is found: as the office's record says, else as this page was asked for."""
    office = Office.objects.first()
    return (office and office.website) or request.build_absolute_uri("/")


def _context(screen, request, report, bound):
    act, form = bound or ("", None)
    acts, attach = _forms(request, report, act, form), _scan_form(request, report, act, form)
    shown = [form for *_, form in acts] + [attach]
    reading = report_of(report.fiscal_year, today=timezone.localdate(), public=False)
    copies = Prefetch("copies", EditionCopy.objects.with_print_job().without_contents())
    editions = list(report.editions.select_related("approver", "scan").prefetch_related(copies))
    inside = reads_internal(request.user)
    return screen.admin_site.each_context(request) | {
        "title": f"รายงานปีงบประมาณ {report.fiscal_year}",
        "opts": screen.opts,
        "report": report,
        "year": report.fiscal_year,
        "submitted_on": report.submitted_at and timezone.localdate(report.submitted_at),
        "readiness": readiness_of(reading),
        "sent_back": signing.newest_reason(report),
        "acts": acts,
        "attach": attach,
        "refused": form.errors.values() if form and form not in shown else (),
        "editions": editions,
        "changes": _since(editions[0], reading, request.user) if editions else [],
        "inside": inside,
        "without_reasons": not inside,
        "site": site_of(request),
        "has_site": Office.objects.exclude(website="").exists(),
        "may_write": may(request.user, SigningAction.WRITE, report),
    }


def _forms(request, report, act, form):
    """What this user may do now; of what was tried, the form as it was typed."""
    return [
        (each, *TITLES[each], form if each == act else FORMS[each](request=request))
        for each in FORMS
        if may(request.user, each, report)
    ]


def _scan_form(request, report, act, form):
    """Where an edition is still without a scan, the form to attach one."""
    bare = Edition.objects.filter(report=report, scan=None).exists()
    if not (bare and may_attach(request.user)):
        return None
    return form if act == "attach" else ScanForm(report=report, user=request.user)


def _since(edition, reading, user):
    """What the records of today say otherwise than the newest edition; private names are for readers inside."""
    if not reads_internal(user):
        reading = report_of(edition.report.fiscal_year, today=timezone.localdate())
    return differences(edition, reading, user)
