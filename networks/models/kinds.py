"""Kinds of group, their duties and yearly data, and learning strands."""

from django.db import models

from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History


class Scope(models.TextChoices):
    INTERNAL = "internal", "ภายใน"
    EXTERNAL = "external", "ภายนอก"


class Formality(models.TextChoices):
    FORMAL = "formal", "เป็นทางการ"
    INFORMAL = "informal", "ไม่เป็นทางการ"


class LearningStrand(models.Model):
    """A learning area or activity; the clubs together should cover all of them."""

    name = ThaiCharField("ชื่อ", max_length=100, unique=True)
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "กลุ่มสาระการเรียนรู้"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class GroupKind(models.Model):
    """A kind of group; staff can add kinds, so code relies on the flags, never on the name."""

    name = ThaiCharField("ชื่อประเภท", max_length=200, unique=True)
    unit = ThaiCharField("หน่วยนับ", max_length=50, help_text="เช่น ชมรม ศูนย์เครือข่าย คณะ")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    scope = models.CharField("ภายใน/ภายนอก", max_length=10, choices=Scope)
    formality = models.CharField("รูปแบบ", max_length=10, choices=Formality)
    purpose = ThaiTextField("วัตถุประสงค์ร่วม", blank=True)
    usual_seats = ThaiTextField("องค์ประกอบตามปกติ", blank=True, help_text="บรรทัดละหนึ่งผู้แทน เช่น กำนัน")
    schools_belong = models.BooleanField("มีโรงเรียนเป็นสมาชิก", default=False)
    covers_strands = models.BooleanField("ต้องครอบคลุมทุกกลุ่มสาระ", default=False)
    works_in_teams = models.BooleanField("ทำงานเป็นชุด", default=False)
    members_hidden = models.BooleanField("ไม่แสดงสมาชิกต่อบุคคลภายนอก", default=False)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเภทเครือข่าย"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    @property
    def seats(self):
        return self.usual_seats.splitlines()


class KindDuty(models.Model):
    """A duty or aim that all groups of a kind share."""

    kind = models.ForeignKey(GroupKind, models.CASCADE, verbose_name="ประเภทเครือข่าย", related_name="duties")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    heading = ThaiCharField("หัวข้อ", max_length=200, blank=True)
    text = ThaiTextField("รายละเอียด")

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "หน้าที่หรือเป้าหมายร่วม"
        ordering = ["kind", "order", "pk"]

    def __str__(self):
        return self.heading or self.text[:60]


class KindYear(models.Model):
    """Data about a kind of group in one fiscal year: reported number, staff and method."""

    kind = models.ForeignKey(GroupKind, models.CASCADE, verbose_name="ประเภทเครือข่าย", related_name="years")
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ")
    claimed = models.PositiveSmallIntegerField("จำนวนที่แจ้งไว้", null=True, blank=True)
    staff = models.PositiveIntegerField("บุคลากรรวม (คน)", null=True, blank=True)
    method = ThaiTextField("วิธีดำเนินการ", blank=True)
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเภทเครือข่ายรายปี"
        ordering = ["kind", "-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "fiscal_year"],
                name="kindyear_once",
                violation_error_message="ประเภทนี้มีข้อมูลของปีงบประมาณนี้แล้ว ให้แก้รายการเดิม",
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.fiscal_year}"
