"""Projects of partners with or for schools."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.urls import reverse

from partners.models import Agreement, Document, Organization
from portal.fields import ThaiCharField, ThaiDateField, ThaiTextField
from portal.history import History
from portal.models import Subdistrict
from portal.records import Keyed, KeyedQuerySet, Published, PublishedQuerySet, search_index
from portal.thai.dates import fiscal_year_bounds, format_period
from projects.giving import GiftForm, Receipt
from projects.models.evidence import EvidenceQuerySet

FISCAL_YEARS = range(2400, 2701)
STAGES = {
    "partner_plans": "วางแผน (P)",
    "partner_does": "ดำเนินการ (D)",
    "partner_checks": "ตรวจสอบ (C)",
    "partner_improves": "พัฒนาต่อเนื่อง (A)",
}


class Category(Keyed):
    """A category of projects; staff can add categories."""

    name = ThaiCharField("ชื่อ", max_length=100, unique=True)
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)

    objects = KeyedQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ประเภทโครงการ"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class ProjectQuerySet(EvidenceQuerySet, PublishedQuerySet):
    def text_contains(self, key, user):
        """Return the condition that a key is in a name of the project, its category, partner or givers."""
        bodies = Organization.objects.pks_named(key, user)
        received = Project.objects.filter(
            contributions__giver__in=bodies, contributions__receipt=Receipt.RECEIVED
        )
        own = Q(search_key__contains=key) | Q(category__search_key__contains=key)
        return own | Q(partner__in=bodies) | Q(pk__in=received.order_by().values("pk"))

    def in_year(self, fiscal_year):
        return self.filter(fiscal_year=fiscal_year)

    def like(self, project):
        """Filter possible duplicates: similar title, same year, same partner or first day."""
        same = Q(partner=project.partner_id)
        if project.starts_on:
            same |= Q(starts_on=project.starts_on)
        return self.in_year(project.fiscal_year).filter(same).near(project.full_title).exclude(pk=project.pk)

    def of_unknown_amount(self):
        """Filter by unknown cash in all: no known amount, or one unknown."""
        received = Q(contributions__form=GiftForm.CASH, contributions__receipt=Receipt.RECEIVED)
        known, missing = (
            Project.objects.filter(received, contributions__amount__isnull=empty).order_by().values("pk")
            for empty in (False, True)
        )
        return self.filter(Q(pk__in=missing) | ~Q(pk__in=known))

    def years(self):
        """Return the fiscal years that have confirmed projects, newest first."""
        years = self.confirmed().order_by("-fiscal_year").values_list("fiscal_year", flat=True)
        return list(years.distinct())


class Project(Published):
    """A project of a partner with or for schools in one fiscal year."""

    title = ThaiCharField("ชื่อโครงการ/กิจกรรม", max_length=400)
    occurrence = models.PositiveSmallIntegerField("ครั้งที่", null=True, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(
        "ปีงบประมาณ",
        validators=[
            MinValueValidator(FISCAL_YEARS[0], "ปีงบประมาณต้องเป็นปีพุทธศักราช เช่น 2557"),
            MaxValueValidator(FISCAL_YEARS[-1], "ปีงบประมาณต้องเป็นปีพุทธศักราช เช่น 2557"),
        ],
    )
    academic_year = models.PositiveSmallIntegerField(
        "ปีการศึกษาตามที่พิมพ์", null=True, blank=True, help_text="เมื่อเอกสารระบุปีการศึกษาไว้"
    )
    partner = models.ForeignKey(
        Organization, models.PROTECT, verbose_name="ภาคีเจ้าของโครงการ", related_name="projects"
    )
    position = models.PositiveSmallIntegerField(
        "ลำดับในรายงาน", blank=True, help_text="เว้นว่างไว้เพื่อต่อท้าย ลำดับของภาคีตามโครงการแรกของตน"
    )
    category = models.ForeignKey(
        Category, models.PROTECT, verbose_name="ประเภท", null=True, blank=True, related_name="projects"
    )
    co_organizers = ThaiTextField("ผู้ร่วมจัด", blank=True)
    posts = ThaiTextField("ตำแหน่งหน้าที่", blank=True, help_text="เช่น ประธานจัดงาน: ผอ.สพป.")
    objective = ThaiTextField("วัตถุประสงค์", blank=True)
    subjects = ThaiTextField("รายวิชา", blank=True, help_text="บรรทัดละหนึ่งวิชา")
    starts_on = ThaiDateField("วันที่เริ่ม", null=True, blank=True)
    ends_on = ThaiDateField(
        "วันที่สิ้นสุด",
        null=True,
        blank=True,
        help_text="วันเดียวเว้นว่างได้ เมื่อทราบเพียงเดือนหรือปี ให้ใส่วันแรกและวันสุดท้ายของช่วงนั้น",
    )
    venue = ThaiCharField("สถานที่", max_length=300, blank=True)
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, verbose_name="ตำบล", null=True, blank=True, related_name="projects"
    )
    story = ThaiTextField("เรื่องเล่าผลการดำเนินงาน", blank=True)
    partner_plans = models.BooleanField("ภาคีร่วมวางแผน (P)", default=False)
    partner_does = models.BooleanField("ภาคีร่วมดำเนินการ (D)", default=False)
    partner_checks = models.BooleanField("ภาคีร่วมตรวจสอบ (C)", default=False)
    partner_improves = models.BooleanField("ภาคีร่วมพัฒนาต่อเนื่อง (A)", default=False)
    last_year = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="โครงการเดียวกันปีก่อน",
        null=True,
        blank=True,
        related_name="next_years",
    )
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        verbose_name="ตามบันทึกข้อตกลง",
        null=True,
        blank=True,
        related_name="projects",
    )
    documents = models.ManyToManyField(
        Document, verbose_name="เอกสารหลักฐาน", blank=True, related_name="projects"
    )

    objects = ProjectQuerySet.as_manager()
    history = History(m2m_fields=["documents"])

    class Meta(Published.Meta):
        verbose_name = verbose_name_plural = "โครงการ/กิจกรรม"
        permissions = [("confirm_project", "ยืนยันโครงการได้")]
        ordering = ["-fiscal_year", "position", "pk"]
        indexes = [
            models.Index(fields=["fiscal_year", "status", "position"]),
            models.Index(fields=["partner", "fiscal_year"]),
            search_index("project_search"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(fiscal_year__range=(FISCAL_YEARS[0], FISCAL_YEARS[-1])),
                name="project_fiscal_year",
                violation_error_message="ปีงบประมาณ: ต้องเป็นปีพุทธศักราช เช่น 2557",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_dates_order",
                violation_error_message="วันที่สิ้นสุดมาก่อนวันที่เริ่ม ให้แก้วันใดวันหนึ่ง",
            ),
        ]

    def __str__(self):
        return self.full_title

    @property
    def full_title(self):
        return f"{self.title} ครั้งที่\N{NO-BREAK SPACE}{self.occurrence}" if self.occurrence else self.title

    @property
    def subject_names(self):
        return self.subjects.splitlines()

    @property
    def when(self):
        """The days in words, or an empty text when unknown."""
        return format_period(self.starts_on, self.ends_on, "weekday") if self.starts_on else ""

    @property
    def partner_stages(self):
        """The labels of the stages in which the partner took part."""
        return [words for column, words in STAGES.items() if getattr(self, column)]

    def in_its_year(self, organization):
        """Return an organization under the kind and name at the end of the project's year."""
        return organization.as_of(fiscal_year_bounds(self.fiscal_year)[1])

    def merge_refusal(self, other):
        """Return why it may not be merged with another, or an empty text."""
        if self.fiscal_year == other.fiscal_year:
            return ""
        return f"รวมโครงการของปีงบประมาณ {self.fiscal_year} กับปี {other.fiscal_year} ไม่ได้ เลือกโครงการของปีเดียวกัน"

    def get_absolute_url(self):
        return reverse("project", args=[self.code])

    @property
    def code_prefix(self):
        return f"P{self.fiscal_year}"

    def clean(self):
        super().clean()
        if self.ends_on and not self.starts_on:
            raise ValidationError({"starts_on": "ใส่วันที่เริ่มด้วย หรือลบวันที่สิ้นสุดออก"})
        if self.starts_on and not self.ends_on:
            self.ends_on = self.starts_on
        if self.starts_on and self.fiscal_year in FISCAL_YEARS:
            self._check_dates_touch_the_year()
        self._check_partner()

    def _check_partner(self):
        try:
            counts = self.partner_id is None or self.partner.counts_as_partner
        except Organization.DoesNotExist:
            return  # the field's own validation reports a deleted partner
        if not counts:
            raise ValidationError(
                {"partner": "สำนักงานไม่นับเป็นภาคี ให้เลือกหน่วยงานที่จัดหรือสนับสนุน แล้วเขียนสำนักงานในช่อง “ผู้ร่วมจัด”"}
            )

    def _check_dates_touch_the_year(self):
        first, last = fiscal_year_bounds(self.fiscal_year)
        if self.ends_on < first or self.starts_on > last:
            year = f"{self.fiscal_year} ({format_period(first, last)})"
            raise ValidationError({"starts_on": f"วันที่จัดไม่อยู่ในปีงบประมาณ {year} ให้แก้วันที่หรือปีงบประมาณ"})

    def save(self, *args, **kwargs):
        self._put_last([self])
        super().save(*args, **kwargs)

    @classmethod
    def make_ready(cls, records):
        super().make_ready(records)
        cls._put_last(records)

    @classmethod
    def _put_last(cls, projects):
        """Set empty positions behind those of the same year, in order."""
        last = {}
        for project in projects:
            year = project.fiscal_year
            if project.position is None:
                if year not in last:
                    last[year] = cls.objects.in_year(year).aggregate(last=Max("position"))["last"] or 0
                last[year] += 1
                project.position = last[year]
