"""The screens of the standard and of the yearly report written to it."""

from functools import partial

from django.contrib import admin, messages
from django.urls import path
from django_tasks_db.models import DBTaskResult

from portal.admin import PortalAdmin
from portal.filters import FiscalYearFilter
from portal.rows import RowInline
from reports.models import (
    AnnualReport,
    EvidenceLine,
    Paragraph,
    ReportItem,
    ReportState,
    Standard,
    StandardItem,
)
from reports.open_pages import open_year_page
from reports.readiness_pages import checks_page
from reports.write_pages import LOCKED, write_urls

# What the worker keeps of its tasks speaks English; staff read printings.
admin.site.unregister(DBTaskResult)


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
        is_open = obj is None or obj.state == ReportState.DRAFT
        return super().has_change_permission(request, obj) and is_open


@admin.register(AnnualReport)
class AnnualReportAdmin(PortalAdmin):
    list_display = ["fiscal_year", "title", "standard"]
    list_select_related = ["standard"]
    search_fields = ["title", "fiscal_year"]
    inlines = [ReportItemInline]

    def get_urls(self):
        opening = self.admin_site.admin_view(partial(open_year_page, self))
        own = [path("open/", opening, name="reports_open_year"), *write_urls(self)]
        checks = self.page("checks", "<path:object_id>/checks/", checks_page)
        return [*own, checks, *super().get_urls()]


class OfReportAdmin(PortalAdmin):
    """A part of a report: written in while the report is a draft, and only looked at from then on."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_open(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _is_open(obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if not _is_open(obj):
            messages.warning(request, LOCKED[obj.report.state])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def _is_open(part):
    return part is None or part.report.state == ReportState.DRAFT


class EvidenceLineInline(RowInline):
    model = EvidenceLine
    named_through = ["document"]
    autocomplete_fields = ["document"]


@admin.register(ReportItem)
class ReportItemAdmin(OfReportAdmin):
    list_display = ["standard_item", "report", "level"]
    list_filter = [ReportYearFilter]
    named_through = ["report", "standard_item"]
    search_fields = ["standard_item__number", "standard_item__title"]
    autocomplete_fields = ["report"]
    inlines = [EvidenceLineInline]


@admin.register(Paragraph)
class ParagraphAdmin(OfReportAdmin):
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
