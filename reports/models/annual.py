"""The report of a year, its items with their evidence, and acknowledged findings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from partners.models import Document
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from reports.models.standards import Standard, StandardItem


class ReportState(models.TextChoices):
    """The state of a report; an amended report is a draft again."""

    DRAFT = "draft", "ร่าง"
    REVIEW = "review", "รอตรวจ"
    PUBLISHED = "published", "เผยแพร่แล้ว"


class AnnualReport(models.Model):
    """The report of one fiscal year."""

    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ", unique=True)
    standard = models.ForeignKey(Standard, models.PROTECT, verbose_name="มาตรฐาน", related_name="reports")
    title = ThaiCharField("ชื่อรายงาน", max_length=300)
    state = models.CharField(
        "สถานะ", max_length=10, choices=ReportState, default=ReportState.DRAFT, editable=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="ผู้จัดทำ",
        null=True,
        blank=True,
        editable=False,
        related_name="reports_written",
    )
    submitted_at = models.DateTimeField("ส่งตรวจเมื่อ", null=True, blank=True, editable=False)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="ผู้ลงนาม",
        null=True,
        blank=True,
        editable=False,
        related_name="reports_approved",
    )
    amendment_reason = ThaiTextField("เหตุผลของฉบับแก้ไข", blank=True, editable=False)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "รายงานประจำปี"
        ordering = ["-fiscal_year"]
        permissions = [("sign_annualreport", "ลงนามและเผยแพร่รายงาน")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT) | Q(author__isnull=False),
                name="annualreport_sent_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.PUBLISHED)
                | (Q(approver__isnull=False) & ~Q(approver=F("author"))),
                name="annualreport_signed_by_another",
                violation_error_message="ผู้ลงนามต้องไม่ใช่ผู้จัดทำรายงาน",
            ),
        ]

    def __str__(self):
        return f"{self.title} ปีงบประมาณ {self.fiscal_year}"

    @property
    def is_writable(self):
        """Tell whether the report is a draft; a report in review or published cannot be edited."""
        return self.state == ReportState.DRAFT


class ReportItem(models.Model):
    """An item of the standard in the report of one year."""

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
    """A document in the evidence list of an item."""

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


class Acknowledgement(models.Model):
    """A warning of the checks that is accepted with a reason."""

    report = models.ForeignKey(
        AnnualReport, models.CASCADE, verbose_name="รายงาน", related_name="acknowledgements"
    )
    finding = models.CharField("ข้อสังเกต", max_length=64, help_text="รหัสที่คำนวณจากเกณฑ์ ระเบียน และข้อความ")
    sentence = ThaiTextField("ข้อความ")
    reason = ThaiTextField("เหตุผล")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="โดย", related_name="+")
    at = models.DateTimeField("เมื่อ", auto_now_add=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อสังเกตที่รับทราบ"
        ordering = ["report", "at"]
        constraints = [models.UniqueConstraint(fields=["report", "finding"], name="acknowledgement_once")]

    def __str__(self):
        return self.sentence[:80]
