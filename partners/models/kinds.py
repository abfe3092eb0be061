"""What sort of body an organization is, and the full and short name that follow from it."""

from django.db import models

from portal.fields import ThaiCharField


class OrganizationKind(models.TextChoices):
    """What sort of body an organization is; its name in full and in short begins with its kind."""

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
    def prefix(self):
        """What stands before the proper name in full; kinds whose names carry it already have none."""
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
    """Which authority a school belongs to."""

    OBEC = "obec", "สพฐ."
    PRIVATE = "private", "เอกชน"
    SECONDARY = "secondary", "สพม."
    LOCAL = "local", "อปท."
    CHILD_CENTRE = "child_centre", "ศพด."


class NamedBody(models.Model):
    """A kind and a proper name, from which the full and the short name follow."""

    kind = models.CharField("ประเภท", max_length=30, choices=OrganizationKind)
    name = ThaiCharField("ชื่อเฉพาะ", max_length=200, help_text="ไม่ต้องใส่คำนำหน้า เช่น ควนขนุน ไม่ใช่ อบต.ควนขนุน")

    class Meta:
        abstract = True

    def name_for(self, user):
        """The full name; of a private person, only for users who may read it."""
        return self.full_name if user.has_perm("partners.view_people") else self.public_name

    def short_name_for(self, user):
        """The short name; of a private person, only for users who may read it."""
        return self.short_name if user.has_perm("partners.view_people") else self.public_short_name

    @property
    def full_name(self):
        return f"{OrganizationKind(self.kind).prefix}{self.name}"

    @property
    def short_name(self):
        return f"{OrganizationKind(self.kind).short_prefix}{self.name}"
