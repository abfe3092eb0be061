"""The staff's page of a year's report: its state, the steps that a user may take, and its editions."""

from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal.models import Office
from reports.editions import signing
from reports.editions.changes_since import differences
from reports.editions.readiness import readiness_of
from reports.editions.scans import ScanForm, may_attach
from reports.editions.signing import SigningAction, may
from reports.models import AnnualReport, Edition, EditionCopy
from reports.outputs.access import reads_internal
from reports.report import report_of


class SigningForm(forms.Form):
    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request


class PasswordForm(SigningForm):
    """The password of the signed-in user once more."""

    password = forms.CharField(
        label="รหัสผ่านของท่าน",
        strip=False,
        error_messages={"required": "พิมพ์รหัสผ่านของท่านอีกครั้งเพื่อยืนยัน"},
    )

    def clean_password(self):
        """Authenticate as at sign-in, so that wrong passwords count towards the same lock."""
        password = self.cleaned_data["password"]
        user = authenticate(self.request, username=self.request.user.get_username(), password=password)
        if user != self.request.user:
            raise ValidationError("รหัสผ่านไม่ถูกต้อง ยังไม่ได้บันทึกอะไร ให้พิมพ์ใหม่อีกครั้ง")
        return password


class ReasonForm(SigningForm):
    reason = forms.CharField(
        label="เหตุผล",
        max_length=2000,
        error_messages={"required": "พิมพ์เหตุผล", "max_length": "เหตุผลยาวเกิน 2,000 ตัวอักษร ให้ย่อให้สั้นลง"},
    )


ATTACH = "attach"
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
DONE = {
    SigningAction.SUBMIT: "ส่งรายงานให้ตรวจแล้ว ผู้มีสิทธิ์ลงนามคนอื่นจะเห็นในหน้านี้",
    SigningAction.SEND_BACK: "ส่งกลับแก้ไขแล้ว ผู้จัดทำจะเห็นเหตุผลในหน้านี้",
    SigningAction.PUBLISH: "ลงนามและเผยแพร่แล้ว กำลังพิมพ์ PDF ของฉบับนี้",
    SigningAction.AMEND: "เปิดฉบับแก้ไขแล้ว ฉบับที่เผยแพร่ไปแล้วยังเปิดอ่านได้ตามเดิม",
    ATTACH: "แนบสแกนฉบับลงนามแล้ว เก็บไว้กับฉบับนั้นถาวร",
}


def year_page(screen, request, object_id):
    """Show the report of a year and take the step that was sent; a form with errors is shown as typed."""
    report = get_object_or_404(AnnualReport.objects.select_related("author", "approver"), pk=object_id)
    if not screen.has_view_permission(request, report):
        raise PermissionDenied
    name, form = "", None
    if request.method == "POST":
        name = request.POST.get("act", "")
        form = _sent_form(name, request, report)
        if form.is_valid():
            try:
                _take_step(name, request, report, form)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, DONE[name])
                return redirect(request.path)
        report.refresh_from_db()
    return render(request, "reports/desk/year.html", _context(screen, request, report, name, form))


def _sent_form(name, request, report):
    if name == ATTACH:
        return ScanForm(request.POST, request.FILES, report=report, user=request.user)
    if name not in FORMS:
        raise Http404
    return FORMS[name](request.POST, request=request)


def _take_step(name, request, report, form):
    match name:
        case "attach":
            form.save()
        case SigningAction.SUBMIT:
            signing.submit(report, request.user)
        case SigningAction.SEND_BACK:
            signing.send_back(report, request.user, form.cleaned_data["reason"])
        case SigningAction.PUBLISH:
            signing.publish(report, request.user, site=_site_of(request))
        case SigningAction.AMEND:
            signing.amend(report, request.user, form.cleaned_data["reason"])


def _site_of(request):
    """Return the portal's address from the office's record, else that of this request."""
    office = Office.objects.first()
    return (office and office.website) or request.build_absolute_uri("/")


def _context(screen, request, report, sent_name, sent_form):
    def form_of(name, new_form):
        return sent_form if name == sent_name else new_form

    acts = [
        (act, *TITLES[act], form_of(act, form(request=request)))
        for act, form in FORMS.items()
        if may(request.user, act, report)
    ]
    attach = None
    if may_attach(request.user) and Edition.objects.filter(report=report, scan=None).exists():
        attach = form_of(ATTACH, ScanForm(report=report, user=request.user))
    shown = [form for *_, form in acts] + [attach]
    today, inside = timezone.localdate(), reads_internal(request.user)
    reading = report_of(report.fiscal_year, today=today, public=False)
    # Private names are compared for readers inside only.
    compared = reading if inside else report_of(report.fiscal_year, today=today)
    copies = Prefetch("copies", EditionCopy.objects.with_print_job().without_contents())
    editions = list(report.editions.select_related("approver", "scan").prefetch_related(copies))
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
        "refused": sent_form.errors.values() if sent_form and sent_form not in shown else (),
        "editions": editions,
        "changes": differences(editions[0], compared, request.user) if editions else [],
        "inside": inside,
        "without_reasons": not inside,
        "site": _site_of(request),
        "has_site": Office.objects.exclude(website="").exists(),
        "may_write": may(request.user, SigningAction.WRITE, report),
    }
