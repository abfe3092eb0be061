"""The paragraphs of reports."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from networks.models import Group, GroupKind
from partners.models import Agreement
from portal.fields import ThaiTextField
from portal.history import History
from projects.models import Project
from reports.models.annual import AnnualReport, ReportItem, ReportState

LONGEST = 10_000


class Section(models.TextChoices):
    """The section of the report to which a paragraph belongs."""

    PREFACE = "preface", "คำนำ"
    METHODS = "methods", "วิธีดำเนินการ"
    RESULTS = "results", "ผลการดำเนินงาน"
    PROBLEMS = "problems", "ปัญหาอุปสรรค"
    RECOMMENDATIONS = "recommendations", "ความคิดเห็นและข้อเสนอแนะ"


class Paragraph(models.Model):
    """A paragraph of a section; its number follows from its place."""

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
    copied_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name="คัดลอกมาจาก",
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
    )
    is_unconfirmed = models.BooleanField(
        "คัดลอกมา รอยืนยัน", default=False, help_text="ย่อหน้าของปีก่อนที่ยังไม่มีใครอ่านทวน"
    )
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
        if self.report_id and self.report.state != ReportState.DRAFT:
            raise ValidationError({"report": "รายงานนี้ไม่ใช่ร่าง จึงเพิ่มหรือแก้ย่อหน้าไม่ได้"})
        if self.item and self.item.report_id != self.report_id:
            raise ValidationError({"item": "ประเด็นนี้เป็นของรายงานปีอื่น"})
        if self.parent and (self.parent.item_id, self.parent.section) != (self.item_id, self.section):
            raise ValidationError({"parent": "ข้อแม่ต้องอยู่ในประเด็นและส่วนเดียวกัน"})
        if len(self.text) > LONGEST:
            raise ValidationError({"text": too_long(len(self.text))})


def too_long(length):
    return f"ย่อหน้านี้ยาว {length:,} ตัวอักษร ย่อหน้าหนึ่งยาวได้ไม่เกิน {LONGEST:,} ตัวอักษร ยังไม่ได้บันทึก โปรดแบ่งเป็นหลายย่อหน้า"
