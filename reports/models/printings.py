"""Printings: a PDF that is made, or was made, of one content."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.fields import ThaiCharField

# A printing from which nothing was heard for so long is taken again; so long unseen, a worker counts as gone.
LOST, UNSEEN = timedelta(seconds=60), timedelta(seconds=30)


class PrintingState(models.TextChoices):
    WAITING = "waiting", "รอพิมพ์"
    RUNNING = "running", "กำลังพิมพ์"
    DONE = "done", "พิมพ์เสร็จแล้ว"
    FAILED = "failed", "พิมพ์ไม่สำเร็จ"


class PrintingQuerySet(models.QuerySet):
    def lost(self):
        """Neither done nor failed, and nothing heard for a minute: who printed it was killed, or its task is gone."""
        silent = Q(heartbeat=None) | Q(heartbeat__lt=timezone.now() - LOST)
        return self.filter(silent, state__in=[PrintingState.WAITING, PrintingState.RUNNING])

    def to_print(self):
        """What a worker may begin."""
        return self.filter(state=PrintingState.WAITING) | self.lost()

    def outdated_by(self, printing):
        """Earlier printings under the same file name, in which no edition is kept."""
        before = printing.asked_at - timedelta(hours=1)
        earlier = self.filter(file_name=printing.file_name, is_public=printing.is_public, asked_at__lt=before)
        return earlier.filter(edition_copies=None).defer("html", "data")


class Printing(models.Model):
    """One content turned into a PDF, once: whoever asks for the same content is given the same printing."""

    content = models.CharField("ค่าแฮชของเนื้อหา", max_length=64, unique=True)
    title = ThaiCharField("ชื่อ", max_length=300)
    file_name = models.CharField("ชื่อไฟล์", max_length=200)
    is_public = models.BooleanField("เปิดเผยได้", default=False)
    html = models.TextField("เนื้อหา")
    data = models.TextField("ข้อมูลที่แนบใน PDF (JSON)", blank=True)
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

    objects = PrintingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "การพิมพ์"
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def is_done(self):
        return self.state == PrintingState.DONE

    @property
    def is_failed(self):
        return self.state == PrintingState.FAILED

    @property
    def is_signed(self):
        """Whether an edition is kept in it."""
        return self.edition_copies.exists()


class Worker(models.Model):
    """A process that prints in the background, and when it last showed that it lives."""

    name = models.CharField("ชื่อ", max_length=64, unique=True)
    seen_at = models.DateTimeField("เห็นล่าสุดเมื่อ")

    class Meta:
        verbose_name = verbose_name_plural = "ตัวพิมพ์เบื้องหลัง"

    def __str__(self):
        return self.name

    @classmethod
    def is_seen(cls):
        return cls.objects.filter(seen_at__gte=timezone.now() - UNSEEN).exists()
