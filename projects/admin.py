"""The screens of projects and their categories."""

from django.contrib import admin

from portal.admin import PortalAdmin, RecordAdmin, RowInline, period_words
from portal.forms import PeriodBox, PeriodForm
from projects.models import Activity, Category, Contribution, Participation, Project, ProjectResult


@admin.register(Category)
class CategoryAdmin(PortalAdmin):
    list_display = ["name", "order"]


class ContributionInline(RowInline):
    model = Contribution
    named_through = ["giver", "recipient", "document"]
    autocomplete_fields = ["giver", "recipient", "document"]


class ParticipationInline(RowInline):
    model = Participation
    named_through = ["organization", "group", "subdistrict__district"]
    autocomplete_fields = ["organization", "group", "subdistrict"]


class ActivityInline(RowInline):
    model = Activity


class ProjectResultInline(RowInline):
    model = ProjectResult


class ProjectForm(PeriodForm):
    when = PeriodBox("วันที่จัด", "starts_on", "ends_on")


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    form = ProjectForm
    list_display = ["named", "fiscal_year", "position", "partner", "category", "when", "status", "code"]
    list_filter = ["fiscal_year", "status", "category"]
    list_select_related = ["partner", "category"]
    autocomplete_fields = ["partner", "subdistrict", "documents", "agreement", "last_year"]
    inlines = [
        ContributionInline,
        ParticipationInline,
        ActivityInline,
        ProjectResultInline,
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("title", "occurrence"),
                    ("fiscal_year", "academic_year"),
                    "partner",
                    "category",
                    "status",
                    "position",
                    "code",
                ]
            },
        ),
        ("วันและสถานที่", {"fields": ["when", "venue", "subdistrict"]}),
        ("เนื้อหา", {"fields": ["objective", "co_organizers", "posts", "subjects", "story"]}),
        (
            "ภาคีมีส่วนร่วม",
            {"fields": [("partner_plans", "partner_does", "partner_checks", "partner_improves")]},
        ),
        ("หลักฐานและความต่อเนื่อง", {"fields": ["documents", "agreement", "last_year"]}),
    ]

    @admin.display(description="วันที่จัด", ordering="starts_on")
    def when(self, project):
        return period_words(project.starts_on, project.ends_on)
