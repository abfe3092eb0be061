"""Memberships of groups."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Max, Q

from networks.models.groups import Group
from partners.models import Organization, OrganizationKind
from portal.fields import ThaiCharField, ThaiDateField
from portal.history import History


class Position(models.TextChoices):
    """The position of a member in a group, in the order of lists."""

    ADVISER = "adviser", "ที่ปรึกษา"
    CHAIR = "chair", "ประธาน"
    VICE_CHAIR = "vice_chair", "รองประธาน"
    MEMBER = "member", "กรรมการ"
    SECRETARY = "secretary", "เลขานุการ"


class MembershipQuerySet(models.QuerySet):
    def ended(self, *, on):
        """Filter by a term that ended before a day."""
        return self.filter(to_on__lt=on)

    def last_committee(self, *, on):
        """Filter the last committee: members on a day, and members whose terms ended on the latest end."""
        last_end = self.aggregate(last=Max("to_on"))["last"]
        return self.filter(Q(to_on=None) | Q(to_on__gte=on) | Q(to_on=last_end))

    def active_between(self, first, last):
        """Filter by a term that overlaps the period; a term without an end goes on."""
        return self.filter(Q(from_on=None) | Q(from_on__lte=last), Q(to_on=None) | Q(to_on__gte=first))

    def visible_to(self, user):
        """Exclude hidden members unless the user is signed in."""
        return self if user.is_authenticated else self.filter(group__kind__members_hidden=False)

    def of_schools(self):
        """Filter the memberships of schools in networks."""
        return self.filter(
            group__kind__schools_belong=True, organization__kind__in=OrganizationKind.schools()
        )

    def in_networks(self, day):
        """Filter the memberships of schools in networks on a day."""
        networks = Group.objects.existing_between(day, day)
        return self.of_schools().active_between(day, day).filter(group__in=networks)


class Membership(models.Model):
    """The membership of an organization, a person or a role in a group for a term."""

    group = models.ForeignKey(Group, models.CASCADE, verbose_name="เครือข่าย", related_name="memberships")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name="หน่วยงาน/โรงเรียน",
        null=True,
        blank=True,
        related_name="memberships",
    )
    person = ThaiCharField("ชื่อบุคคล", max_length=200, blank=True)
    role = ThaiCharField("ตำแหน่งหรือบทบาท", max_length=200, blank=True, help_text="เช่น รอง ผอ.สพป. ทุกท่าน")
    position = models.CharField("หน้าที่ในคณะ", max_length=15, choices=Position, default=Position.MEMBER)
    seats_low = models.PositiveSmallIntegerField("จำนวนที่นั่ง", null=True, blank=True)
    seats_high = models.PositiveSmallIntegerField("ถึง", null=True, blank=True, help_text="เมื่อเป็นช่วง เช่น 1–2")
    seats_per = ThaiCharField("ต่อ", max_length=50, blank=True, help_text="เช่น กลุ่ม เมื่อกลุ่มละ 1–2 คน")
    phone = ThaiCharField("โทรศัพท์", max_length=50, blank=True)
    from_on = ThaiDateField("ตั้งแต่", null=True, blank=True)
    to_on = ThaiDateField("ถึงวันที่", null=True, blank=True)
    is_public = models.BooleanField("เผยแพร่ชื่อได้", default=False)

    objects = MembershipQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "สมาชิก/กรรมการ"
        ordering = ["group", "order", "pk"]
        indexes = [models.Index(fields=["group", "to_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(organization__isnull=False, person="", role="")
                | (Q(organization=None) & ~Q(person="") & Q(role=""))
                | (Q(organization=None, person="") & ~Q(role="")),
                name="membership_one_holder",
                violation_error_message="สมาชิก: เลือกหน่วยงาน หรือใส่ชื่อบุคคล หรือบทบาท อย่างใดอย่างหนึ่ง",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="membership_term_order",
                violation_error_message="วันสิ้นสุดวาระมาก่อนวันเริ่มวาระ",
            ),
            models.CheckConstraint(
                condition=Q(seats_high=None) | Q(seats_high__gt=F("seats_low")),
                name="membership_seats_range",
                violation_error_message="จำนวนที่นั่งสูงสุดต้องมากกว่าต่ำสุด",
            ),
        ]

    def __str__(self):
        return self.public_name

    @property
    def public_name(self):
        """The organization or role; a person's own name only if it is public."""
        if self.organization:
            return self.organization.public_name
        if self.role:
            return self.role
        return self.person if self.is_public else self.get_position_display()

    @property
    def full_name(self):
        """The name for office staff, including a person's own name."""
        return self.organization.full_name if self.organization else self.person or self.role

    def display_name(self, day, *, people):
        """Return the member's short name on a day or at the end of the term; without `people`, no private name."""
        if self.organization:
            body = self.organization.as_of(min(day, self.to_on or day))
            return body.short_name if people else body.public_short_name
        if self.person and not (people or self.is_public):
            return "ไม่เผยแพร่ชื่อ"
        return self.person or self.role

    def is_active_between(self, first, last):
        """Return whether the term overlaps the period, by the rule of active_between()."""
        return (self.from_on or last) <= last and (self.to_on or first) >= first

    @property
    def seats(self):
        """The number of seats in words, as in กลุ่มละ 1–2 คน."""
        if self.seats_low is None:
            return ""
        number = f"{self.seats_low}–{self.seats_high}" if self.seats_high else str(self.seats_low)
        return f"{self.seats_per}ละ {number} คน" if self.seats_per else f"{number} คน"

    def clean(self):
        super().clean()
        if self.seats_high and not self.seats_low:
            raise ValidationError({"seats_low": "ใส่จำนวนต่ำสุดด้วย"})
