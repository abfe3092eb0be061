"""Editions: a year's report as it was signed, frozen."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from portal.fields import ThaiCharField
from reports.models.annual import AnnualReport
from reports.models.printings import Printing

BULKY = ("qr", "internal_body", "public_body", "internal_data", "public_data", "changes")


class EditionQuerySet(models.QuerySet):
    """Editions are read; none is changed or deleted."""

    def light(self, *but):
        """Without the contents, for lists, but for those named; with the two PDFs, not what they were made of."""
        printings = ("internal_printing", "public_printing")
        return self.select_related("report", *printings).defer(
            *(name for name in BULKY if name not in but),
            *(f"{name}__{part}" for name in printings for part in ("html", "data")),
        )

    def update(self, **values):
        raise ValidationError("ฉบับที่เผยแพร่แล้วแก้ไขไม่ได้ ให้ออกฉบับแก้ไข")

    def delete(self):
        raise ValidationError("ฉบับที่เผยแพร่แล้วลบไม่ได้")


class Edition(models.Model):
    """A signed issue of a report: what was told, by whom, and when; nothing in it ever changes."""

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
    internal_body = models.TextField("เนื้อหาฉบับภายใน (HTML)")
    public_body = models.TextField("เนื้อหาฉบับเปิดเผย (HTML)")
    internal_data = models.JSONField("ข้อมูลฉบับภายใน")
    public_data = models.JSONField("ข้อมูลฉบับเปิดเผย")
    changes = models.JSONField("ที่เปลี่ยนจากฉบับก่อน", default=list)
    internal_printing = models.ForeignKey(
        Printing, models.PROTECT, verbose_name="PDF ฉบับภายใน", related_name="internal_editions"
    )
    public_printing = models.ForeignKey(
        Printing, models.PROTECT, verbose_name="PDF ฉบับเปิดเผย", related_name="public_editions"
    )

    objects = EditionQuerySet.as_manager()

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

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ValidationError("ฉบับที่เผยแพร่แล้วแก้ไขไม่ได้ ให้ออกฉบับแก้ไข")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("edition", args=[self.report.fiscal_year, self.number])

    def delete(self, *args, **kwargs):
        raise ValidationError("ฉบับที่เผยแพร่แล้วลบไม่ได้")

    @property
    def published_on(self):
        return timezone.localdate(self.published_at)

    @property
    def submitted_on(self):
        return timezone.localdate(self.submitted_at)

    def changes_for(self, public):
        """What changed since the edition before, as the public or the office may read it."""
        return [row for row in self.changes if row["public"] == public]


class SignedScan(models.Model):
    """The paper of an edition as it was signed by hand, scanned."""

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name="ฉบับ", related_name="scan")
    file = models.FileField("ไฟล์สแกน", upload_to="scans")
    sha256 = models.CharField("SHA-256", max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="แนบโดย", related_name="+")
    at = models.DateTimeField("แนบเมื่อ", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "สแกนฉบับลงนาม"

    def __str__(self):
        return f"สแกนของ{self.edition}"
