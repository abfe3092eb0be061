"""Groups (networks, clubs, boards and teams), their years and meetings."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from networks.models.kinds import Formality, GroupKind, LearningStrand, Scope
from partners.models import Document
from portal.fields import ThaiCharField, ThaiDateField, ThaiTextField
from portal.history import History
from portal.models import District, Subdistrict
from portal.records import CountedResult, KeyedQuerySet, Record, search_index
from portal.thai.dates import format_date


class GroupQuerySet(KeyedQuerySet):
    def existing_between(self, first, last):
        """Exclude groups dissolved before the period or established after it."""
        return self.exclude(dissolved_on__lt=first).exclude(established_on__gt=last)

    def of_schools(self):
        """Filter by kinds that schools belong to."""
        return self.filter(kind__schools_belong=True)

    def in_district(self, district):
        """Filter by the district of the area, by the rule of Group.area_district."""
        return self.filter(Q(subdistrict__district=district) | Q(subdistrict=None, district=district))

    def of_ended_term(self, on):
        """Filter groups whose memberships all ended before a day."""
        seats = Group.objects.filter(memberships__isnull=False).order_by().values("pk")
        open_seats = seats.filter(Q(memberships__to_on=None) | Q(memberships__to_on__gte=on))
        return self.filter(pk__in=seats).exclude(pk__in=open_seats)


class Group(Record):
    """A network, club, board or team of a kind."""

    kind = models.ForeignKey(GroupKind, models.PROTECT, verbose_name="ประเภท", related_name="groups")
    name = ThaiCharField("ชื่อ", max_length=200)
    order = models.PositiveSmallIntegerField("ลำดับในประเภท", default=0)
    scope = models.CharField(
        "ภายใน/ภายนอก", max_length=10, choices=Scope, blank=True, help_text="เว้นว่าง: ตามประเภท"
    )
    formality = models.CharField(
        "รูปแบบ", max_length=10, choices=Formality, blank=True, help_text="เว้นว่าง: ตามประเภท"
    )
    purpose = ThaiTextField("วัตถุประสงค์เฉพาะ", blank=True)
    duties = ThaiTextField("หน้าที่เฉพาะ", blank=True, help_text="บรรทัดละหนึ่งข้อ")
    order_document = models.ForeignKey(
        Document,
        models.PROTECT,
        verbose_name="คำสั่งแต่งตั้ง",
        null=True,
        blank=True,
        related_name="appointed_groups",
    )
    district = models.ForeignKey(
        District, models.PROTECT, verbose_name="อำเภอ", null=True, blank=True, related_name="groups"
    )
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, verbose_name="ตำบล", null=True, blank=True, related_name="groups"
    )
    strand = models.ForeignKey(
        LearningStrand, models.PROTECT, verbose_name="กลุ่มสาระ", null=True, blank=True, related_name="groups"
    )
    established_on = ThaiDateField("ตั้งเมื่อ", null=True, blank=True)
    dissolved_on = ThaiDateField("เลิกเมื่อ", null=True, blank=True)

    code_prefix = "G"
    objects = GroupQuerySet.as_manager()
    history = History()

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "เครือข่าย/ชมรม/คณะ"
        ordering = ["kind__order", "order", "sort_key", "pk"]
        indexes = [models.Index(fields=["kind", "order"]), search_index("group_search")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name"],
                name="group_name_once",
                violation_error_message="มีเครือข่ายประเภทนี้ชื่อนี้แล้ว ให้ใช้รายการเดิมหรือเติมชื่อให้ต่างกัน",
            ),
            models.CheckConstraint(
                condition=Q(established_on=None)
                | Q(dissolved_on=None)
                | Q(dissolved_on__gte=F("established_on")),
                name="group_life_order",
                violation_error_message="วันเลิกต้องไม่มาก่อนวันตั้ง",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("network", args=[self.code])

    @property
    def area_district(self):
        """The district of its subdistrict, else its own, or None."""
        return self.subdistrict.district if self.subdistrict else self.district


class GroupYear(models.Model):
    """The activities of a group in one fiscal year."""

    group = models.ForeignKey(Group, models.CASCADE, verbose_name="เครือข่าย/ชมรม/คณะ", related_name="years")
    fiscal_year = models.PositiveSmallIntegerField("ปีงบประมาณ")
    activities = ThaiTextField("กิจกรรม", blank=True)
    teams = models.PositiveSmallIntegerField("จำนวนชุด", null=True, blank=True)
    people_per_team = models.PositiveSmallIntegerField("ชุดละ (คน)", null=True, blank=True)
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "การดำเนินงานรายปี"
        ordering = ["group", "-fiscal_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "fiscal_year"],
                name="groupyear_once",
                violation_error_message="เครือข่ายนี้มีข้อมูลของปีงบประมาณนี้แล้ว ให้แก้รายการเดิม",
            )
        ]

    def __str__(self):
        return f"{self.group} {self.fiscal_year}"

    @property
    def people(self):
        """Teams × people per team, or None when either is unknown."""
        known = self.teams is not None and self.people_per_team is not None
        return self.teams * self.people_per_team if known else None


class GroupResult(CountedResult):
    """A counted result of a group in one year."""

    year = models.ForeignKey(
        GroupYear, models.CASCADE, verbose_name="การดำเนินงานรายปี", related_name="results"
    )

    history = History()

    class Meta(CountedResult.Meta):
        verbose_name = verbose_name_plural = "ผลที่นับได้"


class Meeting(models.Model):
    """A meeting of a group."""

    group = models.ForeignKey(Group, models.CASCADE, verbose_name="เครือข่าย", related_name="meetings")
    held_on = ThaiDateField("วันที่ประชุม")
    place = ThaiCharField("สถานที่", max_length=200, blank=True)
    subject = ThaiCharField("เรื่อง", max_length=400, blank=True)
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        verbose_name="รายงานการประชุม",
        null=True,
        blank=True,
        related_name="meetings",
    )

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "การประชุม"
        ordering = ["group", "held_on", "pk"]

    def __str__(self):
        return f"{self.group} {format_date(self.held_on)}"
