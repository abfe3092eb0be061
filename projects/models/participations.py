"""Participations in projects."""

from collections import defaultdict

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from networks.models import Group, Membership
from partners.models import Affiliation, Organization
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from portal.models import Subdistrict
from portal.records import Publication
from portal.thai.dates import fiscal_year
from projects.models.projects import Project


class Audience(models.TextChoices):
    """The kind of participants that a participation names."""

    ORGANIZATION = "organization", "โรงเรียนหรือหน่วยงาน"
    GROUP = "group", "ทั้งเครือข่าย"
    SUBDISTRICT = "subdistrict", "โรงเรียนในตำบล"
    EVERY_SCHOOL = "every_school", "ทุกโรงเรียนในสังกัด"
    WORDS = "words", "ผู้เข้าร่วมในคำ"


class Part(models.TextChoices):
    """The part played by a participant."""

    HOST = "host", "เจ้าภาพ"
    CO_ORGANIZER = "co_organizer", "ร่วมจัด"
    TARGET = "target", "กลุ่มเป้าหมาย"
    ATTENDED = "attended", "เข้าร่วม"


class ParticipationQuerySet(models.QuerySet):
    """Participations by the schools and networks they include; projects/coverage.py does it for all schools.

    A network includes the schools that belong to it in the fiscal year of the project. Networks with hidden members
    count only `with_hidden`.
    """

    def of_confirmed_projects(self):
        return self.filter(project__status=Publication.CONFIRMED)

    def for_every_school(self):
        return self.filter(audience=Audience.EVERY_SCHOOL)

    def naming(self, school, *, with_hidden=False):
        """Filter by a school's name, its networks, or its subdistrict and affiliation."""
        named = Q(organization=school)
        if school.subdistrict_id:
            named |= Q(subdistrict=school.subdistrict_id, affiliation__in=["", school.affiliation])
        seats = Membership.objects.of_schools().filter(organization=school)
        return self.filter(named | _member_in_year("group", seats, with_hidden))

    def reaching(self, school, *, with_hidden=False):
        """Filter by naming a school or every school."""
        return self.naming(school, with_hidden=with_hidden) | self.for_every_school()

    def naming_network(self, network, *, with_hidden=False):
        """Filter by a network, its subdistrict or a school that belongs to it."""
        named = Q(group=network)
        if network.subdistrict_id:
            named |= Q(subdistrict=network.subdistrict_id)
        seats = Membership.objects.of_schools().filter(group=network)
        return self.filter(named | _member_in_year("organization", seats, with_hidden))

    def reaching_network(self, network, *, with_hidden=False):
        """Filter by naming a network or every school."""
        return self.naming_network(network, with_hidden=with_hidden) | self.for_every_school()

    def projects(self):
        """Return the projects of these participations."""
        return Project.objects.filter(pk__in=self.order_by().values("project"))


def _member_in_year(field, seats, with_hidden):
    """Return the condition that `field` (group or organization) is that of a seat held in the project's year."""
    seats = seats if with_hidden else seats.visible_to(AnonymousUser())
    terms = defaultdict(list)
    for pk, *term in seats.order_by().values_list(field, "from_on", "to_on"):
        terms[tuple(day and fiscal_year(day) for day in term)].append(pk)
    condition = Q(pk__in=[])
    for (first, last), pks in terms.items():
        in_term = Q(**{f"{field}__in": pks})
        in_term &= Q(project__fiscal_year__gte=first) if first else Q()
        in_term &= Q(project__fiscal_year__lte=last) if last else Q()
        condition |= in_term
    return condition


class Participation(models.Model):
    """Participants of a project, the part they played, and their numbers."""

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

    objects = ParticipationQuerySet.as_manager()
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
        if self.organization:
            return self.organization.public_name
        if self.group:
            return f"โรงเรียนใน{self.group.name}"
        if self.subdistrict:
            affiliation = f"สังกัด {self.get_affiliation_display()} " if self.affiliation else ""
            return f"โรงเรียน{affiliation}ในตำบล{self.subdistrict.name}"
        return self.words or self.get_audience_display()

    @property
    def full_name(self):
        """The name for office staff, including a private person's own name."""
        return self.organization.full_name if self.organization else self.public_name

    @property
    def numbers(self):
        """The known numbers of people, in words."""
        kinds = (("นักเรียน", self.pupils), ("ครู", self.teachers), ("ประชาชน", self.people))
        return " ".join(f"{kind} {number:,} คน" for kind, number in kinds if number is not None)
