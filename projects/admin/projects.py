"""The screen of projects."""

from pathlib import PurePath

from django.contrib import admin, messages
from django.db.models import prefetch_related_objects

from partners.admin.file_fields import FilesField
from partners.admin.organizations import KindFilter
from partners.models import Document, DocumentKind
from portal.admin.filters import DistrictListFilter, FiscalYearFilter, from_filterset
from portal.admin.forms import PeriodForm, PeriodFormField, fieldset
from portal.admin.lists import cash_words, yes_no
from portal.admin.merging.duplicates import NearForm
from portal.admin.publishing import PublishedAdmin
from portal.templatetags.thai import thai_period
from projects.admin.contributions import ContributionList
from projects.admin.inlines import INLINES
from projects.columns import PROJECTS
from projects.copying import copy_to_next_year
from projects.filters import ProjectFilters
from projects.imports import ProjectImport
from projects.models import STAGES, Contribution, Project
from projects.totals import Totals

# The public list's filter of districts means the place of a project, this one the place of its partner.
PartnerDistrictFilter = DistrictListFilter.at("partner__subdistrict__district", "อำเภอของภาคี")


class ProjectList(ContributionList):
    """A list that sums up the contributions to the projects of all its pages."""

    def contributions(self):
        return Contribution.objects.filter(project__in=self.queryset.order_by().values("pk"))


class ProjectForm(NearForm, PeriodForm):
    when = PeriodFormField("วันที่จัด", "starts_on", "ends_on")
    new_files = FilesField(label="เพิ่มรูปและเอกสาร", required=False)


@admin.register(Project)
class ProjectAdmin(PublishedAdmin):
    form = ProjectForm
    identifying_fields = ("title", "occurrence", "fiscal_year", "partner", "when")
    change_form_template = "admin/projects/project/change_form.html"
    continue_words = "คัดลอกไปปีถัดไป"
    continue_advice = "เติมวันที่ จำนวนเงิน และจำนวนคนของปีใหม่ แล้วกดบันทึก"
    list_display = ["named", "partner_name", "category", "when", "cash", "evidence", "status_words", "code"]
    list_filter = [
        FiscalYearFilter,
        "status",
        "category",
        from_filterset(ProjectFilters, "evidence"),
        from_filterset(ProjectFilters, "amount"),
        from_filterset(ProjectFilters, "dated"),
        KindFilter.at("partner__kind", "ประเภทภาคี"),
        PartnerDistrictFilter,
    ]
    list_select_related = ["partner", "category"]
    search_help_text = "ชื่อโครงการ ชื่อภาคี หรือรหัส"
    found_through = ["partner"]
    sheet = PROJECTS
    imports = (ProjectImport,)
    autocomplete_fields = ["partner", "subdistrict", "agreement", "last_year"]
    inlines = INLINES
    fieldsets = [
        fieldset(
            "โครงการ",
            ("title", "occurrence"),
            ("fiscal_year", "academic_year", "category"),
            "partner",
            ("when", "venue"),
            "subdistrict",
        ),
        fieldset("เนื้อหา", "objective", "story", ("co_organizers", "posts"), "subjects"),
        fieldset("ภาคีมีส่วนร่วมในขั้นใด", tuple(STAGES)),
        fieldset("ความต่อเนื่อง", ("agreement", "last_year"), ("position", "code")),
    ]

    class Media:
        js = ["js/show-by-choice.js", "js/running-totals.js"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_evidence()

    def get_changelist(self, request, **kwargs):
        return ProjectList

    def save_related(self, request, form, formsets, change):
        """Save the new files as documents, with a message for each refused one."""
        super().save_related(request, form, formsets, change)
        accepted, refusals = form.cleaned_data["new_files"]
        for evidence in accepted:
            kind = DocumentKind.PHOTO if evidence.is_photo else DocumentKind.PROJECT
            title = PurePath(evidence.name).stem
            form.instance.documents.add(Document.objects.create(kind=kind, title=title, file=evidence))
        for sentence in refusals:
            messages.error(request, f"ไม่ได้เก็บไฟล์ {sentence}")

    def near_label(self, request, project):
        partner = project.partner.display_name(request.user, short=True)
        return f"{project} ({partner} {project.when or project.code})"

    def read_page(self, request, records):
        """Read what each received, and the partners' names of the year that the user may read."""
        prefetch_related_objects(records, "partner__former_names")
        received = Contribution.objects.filter(project__in=records).totals_by("project")
        for project in records:
            project.received = received.get((project.pk,), Totals())
            project.partner_name = project.in_its_year(project.partner).display_name(request.user, short=True)

    @admin.display(description="ภาคี", ordering="partner__sort_key")
    def partner_name(self, project):
        return project.partner_name

    @admin.display(description="เงิน (บาท)")
    def cash(self, project):
        return cash_words(project.received)

    @admin.display(description="หลักฐาน", ordering="has_evidence")
    def evidence(self, project):
        return yes_no(project.has_evidence)

    @admin.display(description="วันที่จัด", ordering="starts_on")
    def when(self, project):
        return thai_period(project.starts_on, project.ends_on, "short")

    def continued_by(self, project):
        return project.next_years.in_year(project.fiscal_year + 1).first()

    def make_continuation(self, project):
        return copy_to_next_year(project)
