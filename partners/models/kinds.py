"""Kinds of organization, and the full and short names made from a kind."""

from django.db import models

from portal.fields import ThaiCharField
from portal.roles import reads_people


class OrganizationKind(models.TextChoices):
    """Kinds of organization; full and short names begin with the prefix of the kind."""

    PAO = "pao", "องค์การบริหารส่วนจังหวัด"
    CITY = "city", "เทศบาลนคร"
    TOWN = "town", "เทศบาลเมือง"
    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality", "เทศบาลตำบล"
    SAO = "sao", "องค์การบริหารส่วนตำบล"
    SPECIAL = "special", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ"
    SCHOOL = "school", "โรงเรียน"
    CHILD_CENTRE = "child_centre", "ศูนย์พัฒนาเด็กเล็ก"
    OFFICE = "office", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"
    MILITARY = "military", "หน่วยทหาร"
    TEMPLE = "temple", "วัด"
    HEALTH = "health", "หน่วยบริการสุขภาพ"
    UNIVERSITY = "university", "สถาบันการศึกษา"
    COMPANY = "company", "บริษัท ห้างร้าน"
    COMMUNITY = "community", "ชุมชน กลุ่ม มูลนิธิ"
    GOVERNMENT = "government", "ส่วนราชการ"
    PERSON = "person", "บุคคล"

    @classmethod
    def local_governments(cls):
        return [cls.PAO, cls.CITY, cls.TOWN, cls.SUBDISTRICT_MUNICIPALITY, cls.SAO, cls.SPECIAL]

    @classmethod
    def schools(cls):
        return [cls.SCHOOL, cls.CHILD_CENTRE]

    @property
    def counts_as_partner(self):
        """Whether organizations of this kind can be partners; the office itself is none."""
        return self is not self.OFFICE

    @property
    def prefix(self):
        """The words before the proper name in a full name; empty when proper names already contain them."""
        named = [*self.local_governments(), self.SCHOOL, self.CHILD_CENTRE, self.OFFICE, self.TEMPLE]
        return str(self.label) if self in named and self is not self.SPECIAL else ""

    @property
    def short_prefix(self):
        return SHORT_PREFIXES.get(self, self.prefix)


SHORT_PREFIXES = {
    OrganizationKind.PAO: "อบจ.",
    OrganizationKind.CITY: "ทน.",
    OrganizationKind.TOWN: "ทม.",
    OrganizationKind.SUBDISTRICT_MUNICIPALITY: "ทต.",
    OrganizationKind.SAO: "อบต.",
    OrganizationKind.SCHOOL: "ร.ร.",
    OrganizationKind.CHILD_CENTRE: "ศพด.",
    OrganizationKind.OFFICE: "สพป.",
}


class Affiliation(models.TextChoices):
    """The authority that a school belongs to."""

    OBEC = "obec", "สพฐ."
    PRIVATE = "private", "เอกชน"
    SECONDARY = "secondary", "สพม."
    LOCAL = "local", "อปท."
    CHILD_CENTRE = "child_centre", "ศพด."


class NamedBody(models.Model):
    """A kind and a proper name, with the full and short names made from them."""

    kind = models.CharField("ประเภท", max_length=30, choices=OrganizationKind)
    name = ThaiCharField("ชื่อเฉพาะ", max_length=200, help_text="ไม่ต้องใส่คำนำหน้า เช่น ควนขนุน ไม่ใช่ อบต.ควนขนุน")

    class Meta:
        abstract = True

    @property
    def is_person(self):
        return self.kind == OrganizationKind.PERSON

    @property
    def counts_as_partner(self):
        return OrganizationKind(self.kind).counts_as_partner

    def display_name(self, user, *, short=False):
        """Return the name that a user may read; without that right, a private person's role."""
        if self.is_person and not reads_people(user):
            return self.public_role
        return self.short_name if short else self.full_name

    @property
    def public_name(self):
        """The name for outsiders; for a private person, the role."""
        return self.public_role if self.is_person else self.full_name

    @property
    def public_short_name(self):
        return self.public_role if self.is_person else self.short_name

    @property
    def full_name(self):
        return f"{OrganizationKind(self.kind).prefix}{self.name}"

    @property
    def short_name(self):
        return f"{OrganizationKind(self.kind).short_prefix}{self.name}"
