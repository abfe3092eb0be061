"""Who works with the schools: organizations, the names they bore, whom to call."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from partners.access import reads_people
from partners.models.kinds import Affiliation, NamedBody, OrganizationKind
from portal.fields import ThaiCharField, ThaiDateField
from portal.history import History
from portal.models import Subdistrict
from portal.records import KeyedQuerySet, Record, search_index
from portal.thai.text import normalize


class OrganizationQuerySet(KeyedQuerySet):
    def local_governments(self):
        return self.filter(kind__in=OrganizationKind.local_governments())

    def bearing_private_names(self):
        """Those whose key holds the own name of a private person, of today or of former times."""
        once = FormerName.objects.filter(kind=OrganizationKind.PERSON).values("organization")
        return self.filter(Q(kind=OrganizationKind.PERSON) | Q(pk__in=once))

    def name_contains(self, key, user):
        """Its names and codes: never a name of a person for who may not read it."""
        found = Q(search_key__contains=key)
        if reads_people(user):
            return found
        return found & ~Q(pk__in=Organization.objects.bearing_private_names().values("pk"))

    def found_by(self, user, query):
        """By their names and codes; private persons by their role, and by name for who may read it."""
        of_role = self.filter(kind=OrganizationKind.PERSON, public_role__contains=normalize(query))
        return super().found_by(user, query) | of_role

    def holding(self, key, user):
        """Those that a key names, to look up a relation among them."""
        return self.filter(self.name_contains(key, user)).order_by().values("pk")

    def like(self, body):
        """Those that may be the same body: of its kind and nearly its name, and not by another official number."""
        other = Q()
        for number in ("smis_code", "moe_code"):
            if said := getattr(body, number):
                other |= Q(**{f"{number}__isnull": False}) & ~Q(**{number: said})
        return self.filter(kind=body.kind).near(body.name, body.short_name).exclude(other | Q(pk=body.pk))

    def partners(self):
        """Keep those that count as partners: the office itself never does."""
        return self.exclude(kind=OrganizationKind.OFFICE)

    def of_kind_on(self, kind, day):
        """Keep those that were of the kind on that day, as as_of() says of one."""
        later = FormerName.objects.filter(organization=OuterRef("pk"), until__gte=day).order_by("until")
        kind_then = Coalesce(Subquery(later.values("kind")[:1]), F("kind"))
        return self.alias(kind_then=kind_then).filter(kind_then=kind)


class Organization(NamedBody, Record):
    """Any body that can give, sign, join, host or issue."""

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
        """Never a private person's own name: this stands in logs, boxes and links that everybody reads."""
        return f"{self.public_role} ({self.code})" if self.is_person else self.short_name

    def get_absolute_url(self):
        return reverse("school" if self.kind in OrganizationKind.schools() else "partner", args=[self.code])

    def as_of(self, day):
        """Return this body under the kind and name that it bore on a day; prefetch `former_names` for many."""
        return next((former for former in self.former_names.all() if former.until >= day), self)

    def merge_refusal(self, other):
        """Why it may not be made one with another, or nothing."""
        if (self.kind in OrganizationKind.schools()) != (other.kind in OrganizationKind.schools()):
            return "รวมโรงเรียนกับหน่วยงานที่ไม่ใช่โรงเรียนไม่ได้"
        if self.is_person != other.is_person:
            return "รวมบุคคลกับหน่วยงานไม่ได้ เพราะชื่อของบุคคลไม่เผยแพร่"
        if self.has_director_account and other.has_director_account:
            return "ทั้งสองโรงเรียนมีบัญชีผู้อำนวยการที่ใช้อยู่ ให้ปิดบัญชีหนึ่งก่อน"
        return ""

    @property
    def has_director_account(self):
        """Whether a director signs in for this school."""
        return self.director_accounts.filter(until=None).exists()

    def code_prefix(self):
        return "O"

    def key_texts(self):
        former = [t for n in self.former_names.all() for t in (n.full_name, n.short_name)] if self.pk else []
        codes = [self.smis_code or "", self.moe_code or ""]
        return [self.name, self.full_name, self.short_name, *self.spellings.splitlines(), *former, *codes]

    def clean(self):
        super().clean()
        self.smis_code = self.smis_code or None
        self.moe_code = self.moe_code or None
        for field, length in (("smis_code", 8), ("moe_code", 10)):
            code = getattr(self, field)
            if code and not (code.isascii() and code.isdecimal() and len(code) == length):
                raise ValidationError({field: f"รหัสต้องเป็นตัวเลข {length} หลัก"})


class FormerNameQuerySet(models.QuerySet):
    """Former names; their organizations are found by them, however many are written at once."""

    def bulk_create(self, objs, *args, **kwargs):
        made = super().bulk_create(objs, *args, **kwargs)
        self._find_by_them(made)
        return made

    def bulk_update(self, objs, *args, **kwargs):
        objs = list(objs)
        changed = super().bulk_update(objs, *args, **kwargs)
        self._find_by_them(objs)
        return changed

    def _find_by_them(self, names):
        named = {name.organization_id for name in names}
        for organization in Organization.objects.filter(pk__in=named):
            organization.save(update_fields=[])


class FormerName(NamedBody):
    """A kind and name that an organization bore until a day; a year uses those of its time."""

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
        gone = super().delete(*args, **kwargs)
        self.organization.save(update_fields=[])
        return gone

    @property
    def public_role(self):
        return self.organization.public_name


class Contact(models.Model):
    """Whom to call at an organization."""

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
