"""Print jobs, the workers that run them, and the control totals of the printed figures."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.fields import ThaiCharField

# A running job without a heartbeat for LOST is started again; a worker not seen for UNSEEN counts as stopped.
LOST, UNSEEN = timedelta(seconds=60), timedelta(seconds=30)


class PrintJobState(models.TextChoices):
    WAITING = "waiting", "รอพิมพ์"
    RUNNING = "running", "กำลังพิมพ์"
    DONE = "done", "พิมพ์เสร็จแล้ว"
    FAILED = "failed", "พิมพ์ไม่สำเร็จ"


class PrintJobQuerySet(models.QuerySet):
    def lost(self):
        """Return unfinished jobs without a heartbeat for a minute."""
        silent = Q(heartbeat=None) | Q(heartbeat__lt=timezone.now() - LOST)
        return self.filter(silent, state__in=[PrintJobState.WAITING, PrintJobState.RUNNING])

    def to_print(self):
        """Return the jobs that a worker may begin."""
        return self.filter(state=PrintJobState.WAITING) | self.lost()

    def outdated_by(self, print_job):
        """Return earlier jobs under the same file name that belong to no edition."""
        before = print_job.requested_at - timedelta(hours=1)
        earlier = self.filter(
            file_name=print_job.file_name, is_public=print_job.is_public, requested_at__lt=before
        )
        return earlier.filter(edition_copies=None).defer("html", "data")


class PrintJob(models.Model):
    """The printing of one content as a PDF; the same content always has the same job."""

    content = models.CharField("ค่าแฮชของเนื้อหา", max_length=64, unique=True)
    title = ThaiCharField("ชื่อ", max_length=300)
    file_name = models.CharField("ชื่อไฟล์", max_length=200)
    is_public = models.BooleanField("เปิดเผยได้", default=False)
    html = models.TextField("เนื้อหา")
    data = models.TextField("ข้อมูลที่แนบใน PDF (JSON)", blank=True)
    state = models.CharField("สถานะ", max_length=10, choices=PrintJobState, default=PrintJobState.WAITING)
    page = models.PositiveIntegerField("พิมพ์ถึงหน้า", default=0)
    pages = models.PositiveIntegerField("จำนวนหน้า", null=True, blank=True)
    heartbeat = models.DateTimeField("มีสัญญาณล่าสุด", null=True, blank=True)
    problem = models.TextField("สาเหตุที่ไม่สำเร็จ", blank=True)
    pdf = models.FileField("ไฟล์ PDF", upload_to="print_jobs", blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="สั่งพิมพ์โดย",
        null=True,
        blank=True,
        related_name="+",
    )
    requested_at = models.DateTimeField("สั่งพิมพ์เมื่อ", auto_now_add=True)

    objects = PrintJobQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "การพิมพ์"
        ordering = ["-requested_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def is_done(self):
        return self.state == PrintJobState.DONE

    @property
    def is_failed(self):
        return self.state == PrintJobState.FAILED

    @property
    def is_signed(self):
        """Tell whether the PDF belongs to an edition."""
        return self.edition_copies.exists()


class Worker(models.Model):
    """A process that prints in the background, with the time it was last seen."""

    name = models.CharField("ชื่อ", max_length=64, unique=True)
    seen_at = models.DateTimeField("เห็นล่าสุดเมื่อ")

    class Meta:
        verbose_name = verbose_name_plural = "ตัวพิมพ์เบื้องหลัง"

    def __str__(self):
        return self.name

    @classmethod
    def is_seen(cls):
        return cls.objects.filter(seen_at__gte=timezone.now() - UNSEEN).exists()


class FigureSource(models.TextChoices):
    """The form of the report from which a figure was read."""

    SQL = "sql", "ฐานข้อมูล"
    HTML = "html", "หน้าเว็บ"
    PDF = "pdf", "ข้อความใน PDF"
    WORKBOOK = "workbook", "ตาราง Excel"


class ControlTotal(models.Model):
    """One figure of a printed year as read from one source; a null value is an unknown amount."""

    print_job = models.ForeignKey(
        PrintJob, models.CASCADE, verbose_name="การพิมพ์", related_name="control_totals"
    )
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ", db_index=True)
    order = models.PositiveSmallIntegerField("ลำดับ")
    figure = models.CharField("ยอด", max_length=300)
    label = models.CharField("รายการ", max_length=200)
    unit = models.CharField("หน่วย", max_length=50)
    source = models.CharField("แหล่ง", max_length=10, choices=FigureSource)
    value = models.DecimalField("ค่า", max_digits=20, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "ยอดควบคุม"
        ordering = ["print_job", "order", "source"]
        constraints = [
            models.UniqueConstraint(fields=["print_job", "figure", "source"], name="controltotal_once")
        ]

    def __str__(self):
        return f"{self.label} ({self.get_source_display()})"
