"""The yearly report: the standard it answers, its items, their paragraphs and evidence."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from networks.models import Group, GroupKind
from partners.models import Agreement, Document
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from projects.models import Project


class Standard(models.Model):
    """A version of the standard, as the rules change."""

    name = ThaiCharField("ชื่อมาตรฐาน", max_length=300)
    version = ThaiCharField("ฉบับ", max_length=100, help_text="เช่น ที่ใช้ในปีงบประมาณ 2557")
    indicator = ThaiCharField("ตัวบ่งชี้", max_length=300, blank=True, help_text="เว้นว่างเมื่อไม่ทราบ")

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "มาตรฐาน"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="standard_version_once")]

    def __str__(self):
        return f"{self.name} ({self.version})"


class Results(models.TextChoices):
    """By what an item's results are told."""

    PARTNERS = "partners", "ตามภาคี"
    GROUPS = "groups", "ตามประเภทเครือข่าย"


class StandardItem(models.Model):
    """One point of the standard; its number is text."""

    standard = models.ForeignKey(Standard, models.CASCADE, verbose_name="มาตรฐาน", related_name="items")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    number = ThaiCharField("เลขประเด็น", max_length=20)
    title = ThaiTextField("ประเด็น")
    results_by = models.CharField("เล่าผลตาม", max_length=10, choices=Results, default=Results.PARTNERS)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเด็นของมาตรฐาน"
        ordering = ["standard", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="standarditem_number_once")
        ]

    def __str__(self):
        return f"ประเด็นที่ {self.number} {self.title}"


class AnnualReport(models.Model):
    """The report of one fiscal year."""

    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ", unique=True)
    standard = models.ForeignKey(Standard, models.PROTECT, verbose_name="มาตรฐาน", related_name="reports")
    title = ThaiCharField("ชื่อรายงาน", max_length=300)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "รายงานประจำปี"
        ordering = ["-fiscal_year"]

    def __str__(self):
        return f"{self.title} ปีงบประมาณ {self.fiscal_year}"


class ReportItem(models.Model):
    """A point of the standard in one year's report."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, verbose_name="รายงาน", related_name="items")
    standard_item = models.ForeignKey(
        StandardItem, models.PROTECT, verbose_name="ประเด็น", related_name="report_items"
    )
    level = models.PositiveSmallIntegerField("ระดับที่ประเมินตนเอง", null=True, blank=True)
    level_reason = ThaiTextField("เหตุผลของระดับ", blank=True)
    evidence = models.ManyToManyField(
        Document, verbose_name="เอกสารหลักฐาน", through="EvidenceLine", related_name="report_items"
    )

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเด็นในรายงาน"
        ordering = ["report", "standard_item__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "standard_item"], name="reportitem_once"),
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__range=(1, 5)),
                name="reportitem_level",
                violation_error_message="ระดับต้องอยู่ระหว่าง 1 ถึง 5",
            ),
        ]

    def __str__(self):
        return f"{self.standard_item} ({self.report.fiscal_year})"


class EvidenceLine(models.Model):
    """A document's place in an item's evidence list."""

    item = models.ForeignKey(ReportItem, models.CASCADE, verbose_name="ประเด็น", related_name="evidence_lines")
    document = models.ForeignKey(
        Document, models.PROTECT, verbose_name="เอกสาร", related_name="evidence_lines"
    )
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "รายการหลักฐาน"
        ordering = ["item", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "document"],
                name="evidenceline_once",
                violation_error_message="เอกสารนี้อยู่ในรายการหลักฐานของประเด็นนี้แล้ว",
            )
        ]

    def __str__(self):
        return str(self.document)


class Section(models.TextChoices):
    """Which part of the report a paragraph belongs to."""

    PREFACE = "preface", "คำนำ"
    METHODS = "methods", "วิธีดำเนินการ"
    RESULTS = "results", "ผลการดำเนินงาน"
    PROBLEMS = "problems", "ปัญหาอุปสรรค"
    RECOMMENDATIONS = "recommendations", "ความคิดเห็นและข้อเสนอแนะ"


class Paragraph(models.Model):
    """One paragraph of a section; its number follows from its place, never from typing."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, verbose_name="รายงาน", related_name="paragraphs")
    item = models.ForeignKey(
        ReportItem, models.CASCADE, verbose_name="ประเด็น", null=True, blank=True, related_name="paragraphs"
    )
    section = models.CharField("ส่วน", max_length=20, choices=Section)
    parent = models.ForeignKey(
        "self", models.CASCADE, verbose_name="อยู่ใต้ข้อ", null=True, blank=True, related_name="children"
    )
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    is_lead = models.BooleanField("ย่อหน้านำ (ไม่มีเลขข้อ)", default=False)
    text = ThaiTextField("ข้อความ", blank=True)
    is_waiting = models.BooleanField("รอเขียน", default=False, help_text="ย่อหน้าที่รอเขียนไม่ถูกพิมพ์")
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)
    group_kinds = models.ManyToManyField(
        GroupKind, verbose_name="อ้างประเภทเครือข่าย", blank=True, related_name="paragraphs"
    )
    groups = models.ManyToManyField(Group, verbose_name="อ้างเครือข่าย", blank=True, related_name="paragraphs")
    projects = models.ManyToManyField(
        Project, verbose_name="อ้างโครงการ", blank=True, related_name="paragraphs"
    )
    agreements = models.ManyToManyField(
        Agreement, verbose_name="อ้างข้อตกลง", blank=True, related_name="paragraphs"
    )

    history = History(m2m_fields=["group_kinds", "groups", "projects", "agreements"])

    class Meta:
        verbose_name = verbose_name_plural = "ย่อหน้า"
        ordering = ["report", "item", "section", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section=Section.PREFACE, item=None)
                | (~Q(section=Section.PREFACE) & Q(item__isnull=False)),
                name="paragraph_item_unless_preface",
                violation_error_message="คำนำไม่อยู่ใต้ประเด็น ส่วนอื่นต้องเลือกประเด็น",
            ),
            models.CheckConstraint(
                condition=Q(is_waiting=True) | ~Q(text=""),
                name="paragraph_written_or_waiting",
                violation_error_message="เขียนข้อความ หรือทำเครื่องหมายว่ารอเขียน",
            ),
        ]

    def __str__(self):
        return self.text[:80] or "(รอเขียน)"

    def clean(self):
        super().clean()
        if self.item and self.item.report_id != self.report_id:
            raise ValidationError({"item": "ประเด็นนี้เป็นของรายงานปีอื่น"})
        if self.parent and (self.parent.item_id, self.parent.section) != (self.item_id, self.section):
            raise ValidationError({"parent": "ข้อแม่ต้องอยู่ในประเด็นและส่วนเดียวกัน"})
