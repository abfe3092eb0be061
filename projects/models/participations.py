"""Who took part in a project."""

from django.db import models
from django.db.models import Q

from networks.models import Group
from partners.models import Affiliation, Organization
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from portal.models import Subdistrict
from projects.models.projects import Project


class Audience(models.TextChoices):
    """Who a participation speaks of."""

    ORGANIZATION = "organization", "โรงเรียนหรือหน่วยงาน"
    GROUP = "group", "ทั้งเครือข่าย"
    SUBDISTRICT = "subdistrict", "โรงเรียนในตำบล"
    EVERY_SCHOOL = "every_school", "ทุกโรงเรียนในสังกัด"
    WORDS = "words", "ผู้เข้าร่วมในคำ"


class Part(models.TextChoices):
    HOST = "host", "เจ้าภาพ"
    CO_ORGANIZER = "co_organizer", "ร่วมจัด"
    TARGET = "target", "กลุ่มเป้าหมาย"
    ATTENDED = "attended", "เข้าร่วม"


class Participation(models.Model):
    """Which school or audience took part, in what part, and how many."""

    project = models.ForeignKey(
        Project, models.CASCADE, verbose_name="โครงการ", related_name="participations"
    )
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    audience = models.CharField("ผู้เข้าร่วม", max_length=15, choices=Audience, default=Audience.ORGANIZATION)
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name="โรงเรียน/หน่วยงาน",
        null=True,
        blank=True,
        related_name="participations",
    )
    group = models.ForeignKey(
        Group, models.PROTECT, verbose_name="เครือข่าย", null=True, blank=True, related_name="participations"
    )
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, verbose_name="ตำบล", null=True, blank=True, related_name="participations"
    )
    affiliation = models.CharField("เฉพาะสังกัด", max_length=20, choices=Affiliation, blank=True)
    words = ThaiCharField("ในคำ", max_length=300, blank=True)
    part = models.CharField("บทบาท", max_length=15, choices=Part, default=Part.ATTENDED)
    pupils = models.PositiveIntegerField("นักเรียน (คน)", null=True, blank=True)
    teachers = models.PositiveIntegerField("ครู (คน)", null=True, blank=True)
    people = models.PositiveIntegerField("ประชาชน (คน)", null=True, blank=True)
    detail = ThaiCharField("รายละเอียด", max_length=200, blank=True, help_text="เช่น ชั้น ป.6")
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ผู้เข้าร่วม"
        ordering = ["project", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    audience=Audience.ORGANIZATION,
                    organization__isnull=False,
                    group=None,
                    subdistrict=None,
                    words="",
                    affiliation="",
                )
                | Q(
                    audience=Audience.GROUP,
                    organization=None,
                    group__isnull=False,
                    subdistrict=None,
                    words="",
                    affiliation="",
                )
                | Q(
                    audience=Audience.SUBDISTRICT,
                    organization=None,
                    group=None,
                    subdistrict__isnull=False,
                    words="",
                )
                | Q(
                    audience=Audience.EVERY_SCHOOL,
                    organization=None,
                    group=None,
                    subdistrict=None,
                    words="",
                    affiliation="",
                )
                | (
                    Q(
                        audience=Audience.WORDS,
                        organization=None,
                        group=None,
                        subdistrict=None,
                        affiliation="",
                    )
                    & ~Q(words="")
                ),
                name="participation_one_audience",
                violation_error_message="ผู้เข้าร่วม: กรอกเฉพาะช่องที่ตรงกับชนิดที่เลือก และต้องกรอกช่องนั้น",
            )
        ]

    def __str__(self):
        return self.public_name

    @property
    def public_name(self):
        match self.audience:
            case Audience.ORGANIZATION:
                return self.organization.public_name
            case Audience.GROUP:
                return f"โรงเรียนใน{self.group.name}"
            case Audience.SUBDISTRICT:
                of = f"สังกัด {self.get_affiliation_display()} " if self.affiliation else ""
                return f"โรงเรียน{of}ในตำบล{self.subdistrict.name}"
            case Audience.EVERY_SCHOOL:
                return "ทุกโรงเรียนในสังกัด"
            case _:
                return self.words

    @property
    def full_name(self):
        """The name for readers in the office: a private person's own too."""
        return self.organization.full_name if self.organization else self.public_name

    @property
    def numbers(self):
        """The known numbers of people, in words."""
        kinds = (("นักเรียน", self.pupils), ("ครู", self.teachers), ("ประชาชน", self.people))
        return " ".join(f"{kind} {number:,} คน" for kind, number in kinds if number is not None)
