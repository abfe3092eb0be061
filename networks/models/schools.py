"""Schools, their sizes, their numbers in each academic year, and the accounts of their directors."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from networks.models.memberships import Membership
from partners.models import Organization, OrganizationKind
from partners.models.organizations import OrganizationQuerySet
from portal.fields import ThaiDateField
from portal.history import History

NUMBERS = ("academic_year", "pupils", "teachers")


class SchoolSize(models.TextChoices):
    """Sizes by the criteria of the Office of the Basic Education Commission for primary areas."""

    SMALL = "small", "เล็ก"
    MIDDLE = "middle", "กลาง"
    LARGE = "large", "ใหญ่"
    LARGEST = "largest", "ใหญ่พิเศษ"


PUPILS_BY_SIZE = {
    SchoolSize.SMALL: (0, 120),
    SchoolSize.MIDDLE: (121, 600),
    SchoolSize.LARGE: (601, 1500),
    SchoolSize.LARGEST: (1501, None),
}
SIZES_EXPLAINED = (
    "ขนาดโรงเรียนตามเกณฑ์ สพฐ. สำหรับเขตพื้นที่ประถมศึกษา: เล็ก ไม่เกิน 120 คน กลาง 121–600 คน "
    "ใหญ่ 601–1,500 คน ใหญ่พิเศษ 1,501 คนขึ้นไป"
)


def size_of(pupils):
    """Return the size of a school by its number of pupils, or None when it is unknown."""
    if pupils is None:
        return None
    return next(size for size, (_, most) in PUPILS_BY_SIZE.items() if most is None or pupils <= most)


class SchoolQuerySet(OrganizationQuerySet):
    def with_newest_numbers(self, until=None):
        """Annotate `academic_year`, `pupils` and `teachers` of the newest academic year, at most `until`."""
        return self.annotate(**{name: newest_number(name, until=until) for name in NUMBERS})


class SchoolManager(models.Manager.from_queryset(SchoolQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(kind__in=OrganizationKind.schools())


def newest_number(column, school="pk", until=None):
    """Return an expression for a column of a school's newest academic year, at most `until`."""
    years = SchoolYear.objects.filter(school=models.OuterRef(school)).order_by("-academic_year")
    years = years.filter(academic_year__lte=until) if until else years
    return models.Subquery(years.values(column)[:1])


def prefetch_networks(day, user):
    """Return a Prefetch of the schools' networks on a day to `network_seats`."""
    seats = Membership.objects.in_networks(day).visible_to(user).select_related("group")
    return models.Prefetch("memberships", seats.order_by("group__sort_key", "pk"), to_attr="network_seats")


class School(Organization):
    """An organization of a school kind."""

    objects = SchoolManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "โรงเรียน/สถานศึกษา"

    @property
    def network_names(self):
        """The names of the networks read by prefetch_networks()."""
        return ", ".join(seat.group.name for seat in self.network_seats)

    @property
    def newest_year(self):
        """The SchoolYear of the newest academic year, or None."""
        return next(iter(self.years.all()), None)


class SchoolYear(models.Model):
    """The numbers of a school in one academic year."""

    school = models.ForeignKey(School, models.CASCADE, verbose_name="โรงเรียน", related_name="years")
    academic_year = models.PositiveSmallIntegerField("ปีการศึกษา")
    pupils = models.PositiveIntegerField("นักเรียน", null=True, blank=True)
    teachers = models.PositiveIntegerField("ครู", null=True, blank=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อมูลรายปีการศึกษา"
        ordering = ["school", "-academic_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "academic_year"],
                name="schoolyear_once",
                violation_error_message="โรงเรียนนี้มีข้อมูลของปีการศึกษานี้แล้ว ให้แก้รายการเดิม",
            )
        ]

    def __str__(self):
        return f"{self.school} ปีการศึกษา {self.academic_year}"


class SchoolAccountQuerySet(models.QuerySet):
    def present(self):
        """Filter the accounts in use."""
        return self.filter(until=None)


class SchoolAccount(models.Model):
    """A director's account for a school; a school has one at a time, and a new director gets a new one."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="บัญชี", related_name="school_account"
    )
    school = models.ForeignKey(
        School, models.PROTECT, verbose_name="โรงเรียน", related_name="director_accounts"
    )
    since = ThaiDateField("ตั้งแต่")
    until = ThaiDateField("ถึงวันที่", null=True, blank=True)
    slip_made_at = models.DateTimeField("ทำใบแจ้งรหัสผ่านล่าสุด")

    objects = SchoolAccountQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "บัญชีผู้อำนวยการ"
        ordering = ["school", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(until=None),
                name="schoolaccount_one_at_a_time",
                violation_error_message="โรงเรียนนี้มีบัญชีผู้อำนวยการที่ใช้อยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="schoolaccount_term_order",
                violation_error_message="วันสิ้นสุดมาก่อนวันเริ่ม",
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.school})"

    @property
    def is_present(self):
        return self.until is None
