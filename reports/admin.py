"""The screens of the standard and of the yearly report written to it."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

from portal.admin import PortalAdmin
from portal.filters import FiscalYearFilter
from portal.rows import RowInline
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, Standard, StandardItem
from reports.thanks_pages import thanks_page

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


@admin.register(AnnualReport)
class AnnualReportAdmin(PortalAdmin):
    list_display = ["fiscal_year", "title", "standard"]
    list_select_related = ["standard"]
    search_fields = ["title", "fiscal_year"]
    inlines = [ReportItemInline]

    def get_urls(self):
        return [self.page("thanks", "<path:object_id>/thanks/", thanks_page), *super().get_urls()]


class EvidenceLineInline(RowInline):
    model = EvidenceLine
    named_through = ["document"]
    autocomplete_fields = ["document"]


@admin.register(ReportItem)
class ReportItemAdmin(PortalAdmin):
    list_display = ["standard_item", "report", "level"]
    list_filter = [ReportYearFilter]
    named_through = ["report", "standard_item"]
    search_fields = ["standard_item__number", "standard_item__title"]
    autocomplete_fields = ["report"]
    inlines = [EvidenceLineInline]


@admin.register(Paragraph)
class ParagraphAdmin(PortalAdmin):
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
