"""Organizations, their former names and their contacts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from partners.models.kinds import Affiliation, NamedBody, OrganizationKind
from portal.fields import ThaiCharField, ThaiDateField
from portal.history import History
from portal.models import Subdistrict
from portal.records import KeyedQuerySet, Record, search_index
from portal.roles import reads_people
from portal.thai.text import normalize

OFFICIAL_NUMBERS = ("smis_code", "moe_code")


class OrganizationQuerySet(KeyedQuerySet):
    def name_contains(self, key, user):
        """Return the condition that a key is in a name or code that the user may read."""
        matches = Q(search_key__contains=key)
        if reads_people(user):
            return matches
        people = FormerName.objects.filter(kind=OrganizationKind.PERSON).values("organization")
        return matches & ~Q(kind=OrganizationKind.PERSON) & ~Q(pk__in=people)

    def found_by(self, user, query):
        """Search names and codes; private persons by role, and by name only if the user may read it."""
        by_role = self.filter(kind=OrganizationKind.PERSON, public_role__contains=normalize(query))
        return super().found_by(user, query) | by_role

    def pks_named(self, key, user):
        """Return the primary keys of organizations named by a key, for use in `__in` lookups."""
        return self.filter(self.name_contains(key, user)).order_by().values("pk")

    def like(self, organization):
        """Filter possible duplicates: same kind, similar name, no different official number."""
        excluded = Q(pk=organization.pk)
        for field in OFFICIAL_NUMBERS:
            if number := getattr(organization, field):
                excluded |= Q(**{f"{field}__isnull": False}) & ~Q(**{field: number})
        same_kind = self.filter(kind=organization.kind)
        return same_kind.near(organization.name, organization.short_name).exclude(excluded)

    def partners(self):
        """Exclude the office, which never counts as a partner."""
        return self.exclude(kind__in=[kind for kind in OrganizationKind if not kind.counts_as_partner])

    def of_kind_on(self, kind, day):
        """Filter by the kind on a day, by the rule of Organization.as_of()."""
        later = FormerName.objects.filter(organization=OuterRef("pk"), until__gte=day).order_by("until")
        kind_then = Coalesce(Subquery(later.values("kind")[:1]), F("kind"))
        return self.alias(kind_then=kind_then).filter(kind_then=kind)


class Organization(NamedBody, Record):
    """Any organization or private person that works with the schools."""

    active_from = ThaiDateField("ตั้งเมื่อ", null=True, blank=True)
    active_to = ThaiDateField("เลิกเมื่อ", null=True, blank=True)
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, verbose_name="ตำบล", null=True, blank=True, related_name="organizations"
    )
    address = ThaiCharField("ที่ตั้ง", max_length=300, blank=True, help_text="ที่อยู่ หรือที่ตั้งเท่าที่ทราบ เช่น จ.สงขลา")
    public_role = ThaiCharField(
        "คำเรียกที่เผยแพร่ได้",
        max_length=200,
        blank=True,
        help_text="สำหรับบุคคล: ใช้แทนชื่อในหน้าสาธารณะ เช่น ผู้มีจิตศรัทธา",
    )
    affiliation = models.CharField("สังกัด", max_length=20, choices=Affiliation, blank=True)
    smis_code = models.CharField("รหัสสถานศึกษา 8 หลัก", max_length=8, null=True, blank=True, unique=True)
    moe_code = models.CharField("รหัสสถานศึกษา 10 หลัก", max_length=10, null=True, blank=True, unique=True)

    code_prefix = "O"
    objects = OrganizationQuerySet.as_manager()
    history = History()

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "หน่วยงาน"
        indexes = [models.Index(fields=["kind", "sort_key"]), search_index("organization_search")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=OrganizationKind.schools())
                | Q(smis_code=None, moe_code=None, affiliation=""),
                name="organization_school_columns",
                violation_error_message="รหัสสถานศึกษาและสังกัดใช้กับโรงเรียนและศูนย์พัฒนาเด็กเล็กเท่านั้น",
            ),
            models.CheckConstraint(
                condition=Q(active_from=None) | Q(active_to=None) | Q(active_to__gte=F("active_from")),
                name="organization_active_order",
                violation_error_message="วันเลิกต้องไม่มาก่อนวันตั้ง",
            ),
            models.CheckConstraint(
                condition=~Q(kind=OrganizationKind.PERSON) | ~Q(public_role=""),
                name="organization_person_role",
                violation_error_message="บุคคลต้องมีคำเรียกที่เผยแพร่ได้ เช่น ปราชญ์ชาวบ้าน เพราะชื่อจริงไม่แสดงต่อสาธารณะ",
            ),
        ]

    def __str__(self):
        """Return a name without a private person's own name: everybody reads logs, boxes and links."""
        return f"{self.public_role} ({self.code})" if self.is_person else self.short_name

    def get_absolute_url(self):
        return reverse("school" if self.kind in OrganizationKind.schools() else "partner", args=[self.code])

    def as_of(self, day):
        """Return the FormerName valid on a day, or this organization; prefetch `former_names` for many."""
        return next((former for former in self.former_names.all() if former.until >= day), self)

    def merge_refusal(self, other):
        """Return why it may not be merged with another, or an empty text."""
        if (self.kind in OrganizationKind.schools()) != (other.kind in OrganizationKind.schools()):
            return "รวมโรงเรียนกับหน่วยงานที่ไม่ใช่โรงเรียนไม่ได้"
        if self.is_person != other.is_person:
            return "รวมบุคคลกับหน่วยงานไม่ได้ เพราะชื่อของบุคคลไม่เผยแพร่"
        if self.has_director_account and other.has_director_account:
            return "ทั้งสองโรงเรียนมีบัญชีผู้อำนวยการที่ใช้อยู่ ให้ปิดบัญชีหนึ่งก่อน"
        return ""

    @property
    def has_director_account(self):
        """Whether this school has a director's account in use."""
        return self.director_accounts.filter(until=None).exists()

    def key_texts(self):
        former = [t for n in self.former_names.all() for t in (n.full_name, n.short_name)] if self.pk else []
        codes = [self.smis_code or "", self.moe_code or ""]
        return [self.name, self.full_name, self.short_name, *self.spellings.splitlines(), *former, *codes]

    def clean(self):
        super().clean()
        for field, length in (("smis_code", 8), ("moe_code", 10)):
            code = getattr(self, field) or None
            setattr(self, field, code)
            if code and not (code.isascii() and code.isdecimal() and len(code) == length):
                raise ValidationError({field: f"รหัสต้องเป็นตัวเลข {length} หลัก"})


class FormerNameQuerySet(models.QuerySet):
    """Former names; bulk writes refresh the search keys of their organizations."""

    def bulk_create(self, objs, *args, **kwargs):
        made = super().bulk_create(objs, *args, **kwargs)
        self._refresh_search_keys(made)
        return made

    def bulk_update(self, objs, *args, **kwargs):
        objs = list(objs)
        changed = super().bulk_update(objs, *args, **kwargs)
        self._refresh_search_keys(objs)
        return changed

    def _refresh_search_keys(self, names):
        for organization in Organization.objects.filter(pk__in={name.organization_id for name in names}):
            organization.save(update_fields=[])


class FormerName(NamedBody):
    """A kind and name that an organization had until a day."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="former_names"
    )
    until = ThaiDateField("ใช้ถึงวันที่")

    objects = FormerNameQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ชื่อเดิม"
        ordering = ["until"]
        constraints = [models.UniqueConstraint(fields=["organization", "until"], name="formername_one_a_day")]

    def __str__(self):
        return self.short_name

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.organization.save(update_fields=[])

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        self.organization.save(update_fields=[])
        return deleted

    @property
    def public_role(self):
        return self.organization.public_name


class Contact(models.Model):
    """A contact person of an organization."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="contacts"
    )
    position = ThaiCharField("ตำแหน่ง", max_length=200)
    name = ThaiCharField("ชื่อ", max_length=200, blank=True)
    phone = ThaiCharField("โทรศัพท์", max_length=50, blank=True)
    is_public = models.BooleanField("เผยแพร่ชื่อและโทรศัพท์ได้", default=False)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "ผู้ติดต่อ"
        permissions = [("view_people", "เห็นชื่อและโทรศัพท์ของบุคคล")]
        ordering = ["organization", "pk"]

    def __str__(self):
        return f"{self.position} {self.organization}"
