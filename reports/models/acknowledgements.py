"""The warnings that somebody looked at and let stand."""

from django.conf import settings
from django.db import models

from portal.fields import ThaiTextField
from portal.history import History
from reports.models.annual import AnnualReport


class Acknowledgement(models.Model):
    """A warning of the checks that stands with a reason; another finding of the same rule needs its own."""

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
