"""The screens of projects and their categories."""

from django.contrib import admin

from portal.admin import PortalAdmin, period_words
from portal.forms import PeriodBox, PeriodForm
from portal.publishing import PublishedAdmin
from projects.copying import copy_to_next_year
from projects.inlines import (
    ActivityInline,
    ContributionInline,
    EvidenceInline,
    ParticipationInline,
    PhotoInline,
    ProjectResultInline,
)
from projects.models import Category, Project


@admin.register(Category)
class CategoryAdmin(PortalAdmin):
    list_display = ["name", "order"]


class ProjectForm(PeriodForm):
    when = PeriodBox("วันที่จัด", "starts_on", "ends_on")


@admin.register(Project)
class ProjectAdmin(PublishedAdmin):
    form = ProjectForm
    change_form_template = "admin/projects/project/change_form.html"
    continue_words = "คัดลอกไปปีถัดไป"
    continue_advice = "เติมวันที่ จำนวนเงิน และจำนวนคนของปีใหม่ แล้วกดบันทึก"
    list_display = ["named", "fiscal_year", "position", "partner", "category", "when", "status_tag", "code"]
    list_filter = ["fiscal_year", "status", "category"]
    list_select_related = ["partner", "category"]
    autocomplete_fields = ["partner", "subdistrict", "agreement", "last_year"]
    inlines = [
        ContributionInline,
        ParticipationInline,
        EvidenceInline,
        PhotoInline,
        ActivityInline,
        ProjectResultInline,
    ]
    fieldsets = [
        (
            "โครงการ",
            {
                "fields": [
                    ("title", "occurrence"),
                    ("fiscal_year", "academic_year", "category"),
                    "partner",
                    ("when", "venue"),
                    "subdistrict",
                ]
            },
        ),
        ("เนื้อหา", {"fields": ["objective", "story", ("co_organizers", "posts"), "subjects"]}),
        (
            "ภาคีมีส่วนร่วมในขั้นใด",
            {"fields": [("partner_plans", "partner_does", "partner_checks", "partner_improves")]},
        ),
        ("ความต่อเนื่อง", {"fields": [("agreement", "last_year"), ("position", "code")]}),
    ]

    class Media:
        js = ["js/show-by-choice.js", "js/running-totals.js"]

    @admin.display(description="วันที่จัด", ordering="starts_on")
    def when(self, project):
        return period_words(project.starts_on, project.ends_on)

    def continued_by(self, project):
        return project.next_years.in_year(project.fiscal_year + 1).first()

    def make_continuation(self, project):
        return copy_to_next_year(project)
