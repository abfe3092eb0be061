"""Editions: signed reports that never change, with one copy for the public and one for the office."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from portal.fields import ThaiCharField
from reports.models.annual import AnnualReport
from reports.models.print_jobs import PrintJob

UNCHANGEABLE = "ฉบับที่เผยแพร่แล้วแก้ไขไม่ได้ ให้ออกฉบับแก้ไข"
UNDELETABLE = "ฉบับที่เผยแพร่แล้วลบไม่ได้"


class CopyAudience(models.TextChoices):
    """The readers of a copy: the public, or the office, whose copy shows the names of private persons."""

    PUBLIC = "public", "ฉบับเปิดเผย"
    OFFICE = "office", "ฉบับภายใน"


class FrozenQuerySet(models.QuerySet):
    """Rows that can only be added and read."""

    def update(self, **values):
        raise ValidationError(UNCHANGEABLE)

    def delete(self):
        raise ValidationError(UNDELETABLE)


class Frozen(models.Model):
    """A row that cannot be changed or deleted."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ValidationError(UNCHANGEABLE)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ValidationError(UNDELETABLE)


class Edition(Frozen):
    """A signed issue of a report."""

    report = models.ForeignKey(AnnualReport, models.PROTECT, verbose_name="รายงาน", related_name="editions")
    number = models.PositiveSmallIntegerField("ฉบับที่")
    code = models.CharField("รหัสตรวจสอบ", max_length=12, unique=True)
    address = models.URLField("ที่อยู่สำหรับตรวจสอบ")
    qr = models.TextField("ภาพ QR (SVG)")
    title = ThaiCharField("ชื่อรายงาน", max_length=300)
    office = ThaiCharField("สำนักงาน", max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="ผู้จัดทำ", related_name="editions_written"
    )
    submitted_at = models.DateTimeField("ส่งตรวจเมื่อ")
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="ผู้ลงนาม", related_name="editions_signed"
    )
    published_at = models.DateTimeField("เผยแพร่เมื่อ")
    reason = models.TextField("เหตุผลของฉบับแก้ไข", blank=True)
    schema = models.PositiveSmallIntegerField("รุ่นของข้อมูล", default=1)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ฉบับที่เผยแพร่"
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="edition_number_once"),
            models.CheckConstraint(
                condition=~Q(author=F("approver")),
                name="edition_signed_by_another",
                violation_error_message="ผู้ลงนามต้องไม่ใช่ผู้จัดทำรายงาน",
            ),
        ]

    def __str__(self):
        return f"{self.title} ฉบับที่ {self.number}"

    def get_absolute_url(self):
        return reverse("edition", args=[self.report.fiscal_year, self.number])

    @property
    def published_on(self):
        return timezone.localdate(self.published_at)

    @property
    def submitted_on(self):
        return timezone.localdate(self.submitted_at)

    def copy_for(self, *, public: bool):
        """Return the copy for the public or for the office."""
        return self.copies.get(audience=CopyAudience.PUBLIC if public else CopyAudience.OFFICE)


class EditionCopyQuerySet(FrozenQuerySet):
    def with_print_job(self):
        """Select the print job of each copy without its content."""
        return self.select_related("print_job").defer("print_job__html", "print_job__data")

    def without_contents(self):
        """Defer the contents of the copies, for pages that only list copies or serve their PDF."""
        return self.defer("body", "data", "changes")


class EditionCopy(Frozen):
    """The content of an edition for one audience: the page, the data and the PDF."""

    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name="ฉบับ", related_name="copies")
    audience = models.CharField("สำหรับ", max_length=10, choices=CopyAudience)
    body = models.TextField("เนื้อหา (HTML)")
    data = models.JSONField("ข้อมูล")
    changes = models.JSONField("ที่เปลี่ยนจากฉบับก่อน", default=list)
    print_job = models.ForeignKey(PrintJob, models.PROTECT, verbose_name="PDF", related_name="edition_copies")

    objects = EditionCopyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "สำเนาของฉบับที่เผยแพร่"
        ordering = ["edition", "-audience"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "audience"], name="editioncopy_once"),
        ]

    def __str__(self):
        return f"{self.edition} {self.get_audience_display()}"

    @property
    def is_public(self):
        return self.audience == CopyAudience.PUBLIC


class SignedScan(models.Model):
    """A scan of the printed edition, signed by hand."""

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name="ฉบับ", related_name="scan")
    file = models.FileField("ไฟล์สแกน", upload_to="scans")
    sha256 = models.CharField("SHA-256", max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="แนบโดย", related_name="+")
    at = models.DateTimeField("แนบเมื่อ", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "สแกนฉบับลงนาม"

    def __str__(self):
        return f"สแกนของ{self.edition}"
