"""The screen of the messages of readers."""

from django.contrib import admin
from django.utils.html import format_html

from portal.accounts.feedback import Feedback
from portal.admin.base import PortalAdmin
from portal.admin.conflicts import moment_words, name_of
from portal.admin.filters import YesNoFilter
from portal.admin.lists import yes_no


class ClosedFilter(YesNoFilter):
    title = "ปิดเรื่องแล้ว"
    parameter_name = "closed"
    yes, no = "ปิดแล้ว", "รอตอบ"

    def matching(self, queryset):
        return queryset.exclude(closed_at=None)


@admin.register(Feedback)
class FeedbackAdmin(PortalAdmin):
    list_display = ["summary", "matter", "page_link", "sent", "who", "state"]
    list_filter = [ClosedFilter, "matter"]
    list_select_related = ["sender", "closed_by"]
    search_fields = ["wrong", "right", "answer"]
    fields = [("matter", "page_link"), "wrong", "right", ("sent", "who", "phone"), "answer", "closed"]
    readonly_fields = ["matter", "page_link", "wrong", "right", "sent", "who", "phone", "closed"]

    def get_queryset(self, request):
        return super().get_queryset(request).read_by(request.user)

    def has_add_permission(self, request):
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Require a note of the office."""
        if db_field.name == "answer":
            kwargs["required"] = True
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if "_close" in request.POST:
            obj.close(request.user)
        elif "_reopen" in request.POST:
            obj.reopen()
        super().save_model(request, obj, form, change)

    @admin.display(description="ข้อความ", ordering="wrong")
    def summary(self, feedback):
        return str(feedback)

    @admin.display(description="หน้าที่แจ้ง", ordering="page")
    def page_link(self, feedback):
        return feedback.page and format_html('<a href="{0}">{0}</a>', feedback.page)

    @admin.display(description="แจ้งเมื่อ", ordering="sent_at")
    def sent(self, feedback):
        return moment_words(feedback.sent_at)

    @admin.display(description="ผู้แจ้ง")
    def who(self, feedback):
        return name_of(feedback.sender) or feedback.name or "ไม่ระบุ"

    @admin.display(description="สถานะ", ordering="closed_at")
    def state(self, feedback):
        return yes_no(feedback.closed_at, "ปิดแล้ว", "รอตอบ")

    @admin.display(description="ปิดเรื่อง")
    def closed(self, feedback):
        if not feedback.closed_at:
            return "ยังไม่ปิด"
        return f"{moment_words(feedback.closed_at)} โดย {name_of(feedback.closed_by)}"
