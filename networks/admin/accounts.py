"""The page on which slips are made for directors, and the accounts as the screen of their school shows them."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone

from networks.director_accounts import StaleSlipsError, accounts_state, close, make_slips
from networks.models import School, SchoolAccount
from networks.password_slips import slips_pdf
from portal.admin.conflicts import moment_words
from portal.admin.rows import RowInline
from portal.downloads import attachment
from portal.thai.dates import format_date

HAND_OVER, CLOSE = "hand-over", "close"


class SchoolAccountInline(RowInline):
    """Who signed in for the school, and since when; to be made and ended on a page of their own."""

    model = SchoolAccount
    named_through = ["user", "school"]
    fields = [("user", "since", "until"), ("slip", "last_seen")]
    readonly_fields = ["user", "since", "until", "slip", "last_seen"]

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="ทำใบแจ้งรหัสผ่านล่าสุด")
    def slip(self, account):
        return moment_words(account.slip_made_at)

    @admin.display(description="เข้าระบบล่าสุด")
    def last_seen(self, account):
        return moment_words(account.user.last_login) if account.user.last_login else "ยังไม่เคยเข้า"


def accounts_page(screen, request):
    """Shows for which schools slips would be made, or made anew; makes them, and answers with the only copy."""
    if not screen.has_account_permission(request):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    schools = School.objects.filter(pk__in=[pk for pk in asked.getlist("school") if pk.isdecimal()])
    if "school" not in asked:
        present = SchoolAccount.objects.present()
        schools = School.objects.exclude(active_to__lt=timezone.localdate())
        schools = schools.exclude(pk__in=present.values("school"))
    schools = list(schools)
    if request.method != "POST":
        return choose_page(screen, request, schools)
    if asked.get("act") == CLOSE:
        return _close(request, schools)
    try:
        slips = make_slips(schools, state=asked.get("state"), to_successors=asked.get("act") == HAND_OVER)
    except StaleSlipsError:
        messages.warning(
            request,
            "ใบแจ้งเพิ่งทำไปแล้ว และอยู่ในไฟล์ที่ดาวน์โหลดครั้งก่อน ครั้งนี้ยังไม่ได้ทำอะไร ทำใหม่ได้ด้านล่าง แต่ใบก่อนจะใช้ไม่ได้",
        )
        return choose_page(screen, request, schools)
    name = f"ใบแจ้งบัญชีผู้อำนวยการ-{format_date(timezone.localdate(), 'short')}.pdf"
    return attachment(slips_pdf(slips, asked.get("address", ""), request.user), name)


def choose_page(screen, request, schools):
    """What would be done for these schools, and what it would end."""
    schools = list(schools)
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


def _close(request, schools):
    accounts = SchoolAccount.objects.present().filter(school__in=schools, user__is_staff=False)
    for account in accounts.select_related("user"):
        close(account)
        messages.success(request, f"ปิดบัญชี {account.user} แล้ว ผู้ที่เข้าระบบค้างไว้ถูกออกจากระบบ")
    return redirect("admin:networks_school_changelist")
