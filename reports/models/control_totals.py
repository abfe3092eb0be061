"""Control totals: what a printed report said, as each of its forms says it."""

from django.db import models

from reports.models.print_jobs import PrintJob


class Source(models.TextChoices):
    """Where a figure was read."""

    SQL = "sql", "ฐานข้อมูล"
    HTML = "html", "หน้าเว็บ"
    PDF = "pdf", "ข้อความใน PDF"
    WORKBOOK = "workbook", "ตาราง Excel"


class ControlTotal(models.Model):
    """One figure of a printed year as one source had it; an empty value is an amount that nobody knows."""

    print_job = models.ForeignKey(
        PrintJob, models.CASCADE, verbose_name="การพิมพ์", related_name="control_totals"
    )
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ", db_index=True)
    order = models.PositiveSmallIntegerField("ลำดับ")
    figure = models.CharField("ยอด", max_length=300)
    label = models.CharField("รายการ", max_length=200)
    unit = models.CharField("หน่วย", max_length=50)
    source = models.CharField("แหล่ง", max_length=10, choices=Source)
    value = models.DecimalField("ค่า", max_digits=20, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "ยอดควบคุม"
        ordering = ["print_job", "order", "source"]
        constraints = [
            models.UniqueConstraint(fields=["print_job", "figure", "source"], name="controltotal_once")
        ]

    def __str__(self):
        return f"{self.label} ({self.get_source_display()})"
