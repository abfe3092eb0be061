"""The columns in which projects and what was given to them are exported."""

from django.db.models import Prefetch
from import_export.fields import Field
from import_export.widgets import DecimalWidget, IntegerWidget

from partners.columns import DocumentSheet
from portal.tables.export import Sheet, period
from projects.models import Contribution, Project


class EvidenceSheet(DocumentSheet):
    """The columns of documents, with the projects that each proves."""

    projects = Field(column_name="รหัสโครงการที่ใช้เป็นหลักฐาน")

    def iter_queryset(self, queryset):
        documents = list(super().iter_queryset(queryset))
        self.proven = Project.objects.by_document(documents)
        return iter(documents)

    def dehydrate_projects(self, document):
        shown = [project for project in self.proven[document.pk] if self.every or project.is_confirmed]
        return ", ".join(project.code for project in shown)


class ProjectSheet(Sheet):
    """A row for each contribution, with its project's columns; a project that nobody gave to has one row."""

    code = Field("code", "รหัส")
    fiscal_year = Field("fiscal_year", "ปีงบประมาณ", IntegerWidget())
    place = Field("position", "ลำดับในรายงาน", IntegerWidget())
    title = Field("title", "ชื่อโครงการ")
    occurrence = Field("occurrence", "ครั้งที่", IntegerWidget())
    category = Field("category__name", "ประเภทโครงการ")
    status = Field("get_status_display", "สถานะ")
    partner_code = Field("partner__code", "รหัสภาคี")
    partner = Field(column_name="ภาคี")
    when = Field(column_name="วันที่จัด")
    venue = Field("venue", "สถานที่")
    subdistrict_code = Field("subdistrict__code", "รหัสตำบล")
    subdistrict = Field("subdistrict__name", "ตำบล")
    district = Field("subdistrict__district__name", "อำเภอ")
    evidence = Field(column_name="หลักฐาน")
    giver_code = Field("gift__giver__code", "รหัสผู้ให้")
    giver = Field(column_name="ผู้ให้")
    form = Field("gift__get_form_display", "รูปแบบ")
    receipt = Field("gift__get_receipt_display", "การได้รับ")
    amount = Field("gift__amount", "จำนวนเงิน (บาท)", DecimalWidget())
    what = Field("gift__what", "สิ่งที่ให้")
    quantity = Field("gift__quantity", "จำนวน", IntegerWidget())
    unit = Field("gift__unit", "หน่วยนับ")
    recipient_code = Field("gift__recipient__code", "รหัสผู้รับ")
    recipient = Field(column_name="ผู้รับ")
    document_code = Field("gift__document__code", "รหัสเอกสารของการสนับสนุน")
    joined = ("category", "partner", "subdistrict__district")
    reads = (
        "partner__former_names",
        Prefetch("contributions", Contribution.objects.select_related("giver", "recipient", "document")),
        "contributions__giver__former_names",
    )

    def iter_queryset(self, queryset):
        for project in super().iter_queryset(queryset):
            for gift in list(project.contributions.all()) or [None]:
                project.gift = gift
                yield project

    def dehydrate_partner(self, project):
        return self.name(project.in_its_year(project.partner))

    def dehydrate_when(self, project):
        return period(project.starts_on, project.ends_on)

    def dehydrate_evidence(self, project):
        return "มี" if project.has_evidence else "ไม่มี"

    def dehydrate_giver(self, project):
        return self.name(project.in_its_year(project.gift.giver)) if project.gift else ""

    def dehydrate_recipient(self, project):
        return project.gift.recipient_words or self.name(project.gift.recipient) if project.gift else ""


class ReceivedSheet(ProjectSheet):
    """The same columns for everybody: only what was received."""

    reads = (
        "partner__former_names",
        Prefetch(
            "contributions",
            Contribution.objects.received().select_related("giver", "recipient", "document"),
        ),
        "contributions__giver__former_names",
    )


class ContributionSheet(ProjectSheet):
    """The same columns, of the contributions in the order of their own list."""

    joined = (
        "giver",
        "recipient",
        "document",
        "project__category",
        "project__partner",
        "project__subdistrict__district",
    )
    reads = ("giver__former_names", "project__partner__former_names")

    def iter_queryset(self, queryset):
        proven = set(
            Project.objects.with_evidence().filter(has_evidence=True).values_list("pk", flat=True).order_by()
        )
        for gift in super(ProjectSheet, self).iter_queryset(queryset):
            gift.project.gift = gift
            gift.project.has_evidence = gift.project_id in proven
            yield gift.project
