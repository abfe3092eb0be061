"""The versions of the standard that reports follow, and their items."""

from django.db import models

from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History


class Standard(models.Model):
    """A version of the standard."""

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


class ResultsBy(models.TextChoices):
    """Whether the results of an item are listed by partner or by kind of group."""

    PARTNERS = "partners", "ตามภาคี"
    GROUPS = "groups", "ตามประเภทเครือข่าย"


class StandardItem(models.Model):
    """An item of the standard; its number is text."""

    standard = models.ForeignKey(Standard, models.CASCADE, verbose_name="มาตรฐาน", related_name="items")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    number = ThaiCharField("เลขประเด็น", max_length=20)
    title = ThaiTextField("ประเด็น")
    results_by = models.CharField("เล่าผลตาม", max_length=10, choices=ResultsBy, default=ResultsBy.PARTNERS)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเด็นของมาตรฐาน"
        ordering = ["standard", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="standarditem_number_once")
        ]

    def __str__(self):
        return f"ประเด็นที่ {self.number} {self.title}"
