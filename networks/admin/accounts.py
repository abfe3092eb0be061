"""The page that makes password slips for directors, and the rows of accounts on a school's screen."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone

from networks.director_accounts import StaleSlipsError, accounts_state, close, make_slips, slips_pdf
from networks.models import School, SchoolAccount
from portal.admin.conflicts import moment_words
from portal.admin.rows import RowInline
from portal.downloads import attachment
from portal.thai.dates import format_date

HAND_OVER, CLOSE = "hand-over", "close"


class SchoolAccountInline(RowInline):
    """The school's accounts, read-only: the accounts page creates and closes them."""

    model = SchoolAccount
    named_through = ["user", "school"]
    fields = [("user", "since", "until"), ("slip", "last_seen")]
    readonly_fields = ["user", "since", "until", "slip", "last_seen"]

    def has_change_permission(self, request, obj=None):
        return False

    has_add_permission = has_delete_permission = has_change_permission

    @admin.display(description="ทำใบแจ้งรหัสผ่านล่าสุด")
    def slip(self, account):
        return moment_words(account.slip_made_at)

    @admin.display(description="เข้าระบบล่าสุด")
    def last_seen(self, account):
        return moment_words(account.user.last_login) if account.user.last_login else "ยังไม่เคยเข้า"


def accounts_page(screen, request):
    """Show the schools to make slips for; on POST make the slips and return their only copy as PDF."""
    if not screen.has_account_permission(request):
        raise PermissionDenied
    params = request.POST if request.method == "POST" else request.GET
    if "school" in params:
        schools = School.objects.filter(pk__in=[pk for pk in params.getlist("school") if pk.isdecimal()])
    else:
        present = SchoolAccount.objects.present()
        schools = School.objects.exclude(active_to__lt=timezone.localdate())
        schools = schools.exclude(pk__in=present.values("school"))
    if request.method != "POST":
        return confirm_page(screen, request, schools)
    if params.get("act") == CLOSE:
        return _close_accounts(request, schools)
    try:
        successors = params.get("act") == HAND_OVER
        slips = make_slips(list(schools), state=params.get("state"), to_successors=successors)
    except StaleSlipsError:
        messages.warning(
            request,
            "ใบแจ้งเพิ่งทำไปแล้ว และอยู่ในไฟล์ที่ดาวน์โหลดครั้งก่อน ครั้งนี้ยังไม่ได้ทำอะไร ทำใหม่ได้ด้านล่าง แต่ใบก่อนจะใช้ไม่ได้",
        )
        return confirm_page(screen, request, schools)
    name = f"ใบแจ้งบัญชีผู้อำนวยการ-{format_date(timezone.localdate(), 'short')}.pdf"
    return attachment(slips_pdf(slips, params.get("address", ""), request.user), name)


def confirm_page(screen, request, schools):
    """Return the page with the accounts that an action would create, replace or close."""
    accounts = SchoolAccount.objects.present().filter(school__in=schools).select_related("user", "school")
    by_staff = [account for account in accounts if account.user.is_staff]
    left_out = {account.school_id for account in by_staff}
    schools = [school for school in schools if school.pk not in left_out]
    act = request.GET.get("act") or request.POST.get("act")
    context = screen.admin_site.each_context(request) | {
        "title": {HAND_OVER: "เปลี่ยนผู้อำนวยการ", CLOSE: "ปิดบัญชีผู้อำนวยการ"}.get(act, "ทำบัญชีผู้อำนวยการ"),
        "opts": screen.opts,
        "act": act,
        "schools": schools,
        "standing": [account for account in accounts if account.school_id not in left_out],
        "by_staff": by_staff,
        "state": accounts_state(schools),
        "address": request.build_absolute_uri("/"),
    }
    return render(request, "networks/admin/accounts.html", context)


def _close_accounts(request, schools):
    accounts = SchoolAccount.objects.present().filter(school__in=schools, user__is_staff=False)
    for account in accounts.select_related("user"):
        close(account)
        messages.success(request, f"ปิดบัญชี {account.user} แล้ว ผู้ที่เข้าระบบค้างไว้ถูกออกจากระบบ")
    return redirect("admin:networks_school_changelist")
