"""Printings: a PDF that is made, or was made, of one content."""

from django.conf import settings
from django.db import models

from portal.fields import ThaiCharField


class PrintingState(models.TextChoices):
    WAITING = "waiting", "รอพิมพ์"
    RUNNING = "running", "กำลังพิมพ์"
    DONE = "done", "พิมพ์เสร็จแล้ว"
    FAILED = "failed", "พิมพ์ไม่สำเร็จ"


class Printing(models.Model):
    """One content turned into a PDF, once: whoever asks for the same content is given the same printing."""

    content = models.CharField("ค่าแฮชของเนื้อหา", max_length=64, unique=True)
    title = ThaiCharField("ชื่อ", max_length=300)
    file_name = models.CharField("ชื่อไฟล์", max_length=200)
    is_public = models.BooleanField("เปิดเผยได้", default=False)
    html = models.TextField("เนื้อหา")
    state = models.CharField("สถานะ", max_length=10, choices=PrintingState, default=PrintingState.WAITING)
    page = models.PositiveIntegerField("พิมพ์ถึงหน้า", default=0)
    pages = models.PositiveIntegerField("จำนวนหน้า", null=True, blank=True)
    heartbeat = models.DateTimeField("มีสัญญาณล่าสุด", null=True, blank=True)
    problem = models.TextField("สาเหตุที่ไม่สำเร็จ", blank=True)
    pdf = models.FileField("ไฟล์ PDF", upload_to="printings", blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="สั่งพิมพ์โดย",
        null=True,
        blank=True,
        related_name="+",
    )
    asked_at = models.DateTimeField("สั่งพิมพ์เมื่อ", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "การพิมพ์"
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return self.title
