"""The admin screens of the standard and of the annual report."""

from functools import partial

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django_tasks_db.models import DBTaskResult

from portal.admin.base import PortalAdmin
from portal.admin.filters import FiscalYearFilter
from portal.admin.rows import RowInline
from reports.desk.checks_page import checks_page
from reports.desk.letters_page import thanks_page
from reports.desk.open_year_page import open_year_page
from reports.desk.writing_answers import LOCKED
from reports.desk.writing_forms import WholeParagraphForm
from reports.desk.writing_pages import write_urls
from reports.desk.year_page import year_page
from reports.editions.scans import scan_file
from reports.models import (
    AnnualReport,
    EvidenceLine,
    Paragraph,
    ReportItem,
    ReportState,
    Standard,
    StandardItem,
)

# The task table of the worker is in English; staff read print jobs instead.
admin.site.unregister(DBTaskResult)

NOT_DELETED = "ลบรายงานนี้ไม่ได้ เพราะส่งตรวจแล้วหรือมีฉบับที่เผยแพร่แล้ว ฉบับที่ลงนามต้องเก็บไว้ให้ตรวจสอบได้"


class ReportYearFilter(FiscalYearFilter):
    path = "report__fiscal_year"


class StandardItemInline(RowInline):
    model = StandardItem


@admin.register(Standard)
class StandardAdmin(PortalAdmin):
    list_display = ["name", "version", "indicator"]
    inlines = [StandardItemInline]


class ReportItemInline(RowInline):
    model = ReportItem
    named_through = ["standard_item", "report"]
    show_change_link = True

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.is_writable)


@admin.register(AnnualReport)
class AnnualReportAdmin(PortalAdmin):
    list_display = ["fiscal_year", "title", "standard", "state", "year_link"]
    list_select_related = ["standard"]
    search_fields = ["title", "fiscal_year"]
    inlines = [ReportItemInline]

    def get_urls(self):
        opening = self.admin_site.admin_view(partial(open_year_page, self))
        own = [
            path("open/", opening, name="reports_open_year"),
            self.page("year", "<int:object_id>/year/", year_page),
            self.page("checks", "<int:object_id>/checks/", checks_page),
            self.page("thanks", "<int:object_id>/thanks/", thanks_page),
            self.page("scan", "<int:object_id>/editions/<int:number>/scan/", scan_file),
        ]
        return [*own, *write_urls(self), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.is_writable)

    def delete_view(self, request, object_id, extra_context=None):
        """Delete a report, unless it was sent for review or signed."""
        report = self.get_object(request, object_id)
        is_signed = report and (not report.is_writable or report.editions.exists())
        if is_signed and self.has_delete_permission(request, report):
            messages.error(request, NOT_DELETED)
            return redirect("admin:reports_annualreport_year", report.pk)
        return super().delete_view(request, object_id, extra_context)

    @admin.display(description="หน้ารายงานปี")
    def year_link(self, report):
        url = reverse("admin:reports_annualreport_year", args=[report.pk])
        return format_html('<a href="{}">เปิดหน้าปี {}</a>', url, report.fiscal_year)


class ReportPartAdmin(PortalAdmin):
    """The screen of a part of a report, which can be changed while the report is a draft."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.report.is_writable)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.report.is_writable)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and not obj.report.is_writable:
            messages.warning(request, LOCKED[obj.report.state])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "report" and field:
            field.queryset = AnnualReport.objects.filter(state=ReportState.DRAFT)
            field.error_messages["invalid_choice"] = "รายงานนี้ส่งตรวจหรือเผยแพร่แล้ว จึงเพิ่มข้อความไม่ได้"
        return field


class EvidenceLineInline(RowInline):
    model = EvidenceLine
    named_through = ["document"]
    autocomplete_fields = ["document"]


@admin.register(ReportItem)
class ReportItemAdmin(ReportPartAdmin):
    list_display = ["standard_item", "report", "level"]
    list_filter = [ReportYearFilter]
    named_through = ["report", "standard_item"]
    search_fields = ["standard_item__number", "standard_item__title"]
    autocomplete_fields = ["report"]
    inlines = [EvidenceLineInline]


@admin.register(Paragraph)
class ParagraphAdmin(ReportPartAdmin):
    form = WholeParagraphForm
    list_display = ["__str__", "report", "item", "section", "order", "is_lead", "is_waiting"]
    list_filter = [ReportYearFilter, "section", "is_waiting"]
    list_select_related = ["report", "item__standard_item", "item__report"]
    search_fields = ["text"]
    autocomplete_fields = ["report", "item", "parent", "projects", "groups", "group_kinds", "agreements"]
    fieldsets = [
        (None, {"fields": ["report", "item", "section", "parent", "order", "is_lead"]}),
        ("เนื้อความ", {"fields": ["text", "is_waiting"]}),
        ("อ้างถึง", {"fields": ["projects", "groups", "group_kinds", "agreements"]}),
        ("ภายใน", {"classes": ["collapse"], "fields": ["source_note"]}),
    ]
