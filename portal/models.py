"""The office that runs this portal, and the places of Thailand."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.accounts.feedback import Feedback
from portal.accounts.first_passwords import FirstPassword
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from portal.records import CodeSeries, Keyed, KeyedQuerySet
from portal.tables.imported_files import Import

# Models defined elsewhere, imported here for Django to find them.
__all__ = ["CodeSeries", "Feedback", "FirstPassword", "Import"]

NO_ADDRESS = "เขียนที่อยู่เว็บไซต์ให้เต็ม เช่น https://phakhi.example.go.th"


class Place(Keyed):
    """A province, district or subdistrict with its official DOPA code."""

    code = models.CharField("รหัสกรมการปกครอง", max_length=6, primary_key=True)
    name = ThaiCharField("ชื่อ", max_length=100)

    class Meta(Keyed.Meta):
        abstract = True

    def key_texts(self):
        return [self.name]


class Province(Place):
    """A province (จังหวัด), keyed by its 2-digit code."""

    class Meta(Place.Meta):
        verbose_name = verbose_name_plural = "จังหวัด"

    def __str__(self):
        return f"จ.{self.name}"


class District(Place):
    """A district (อำเภอ), keyed by its 4-digit code."""

    province = models.ForeignKey(Province, models.PROTECT, verbose_name="จังหวัด", related_name="districts")

    class Meta(Place.Meta):
        verbose_name = verbose_name_plural = "อำเภอ"

    def __str__(self):
        return f"อ.{self.name} {self.province}"

    def get_absolute_url(self):
        return reverse("district", args=[self.code])


class SubdistrictQuerySet(KeyedQuerySet):
    def own(self):
        """Keep the subdistricts of the office's own districts."""
        return self.filter(district__offices__isnull=False)


class Subdistrict(Place):
    """A subdistrict (ตำบล), keyed by its 6-digit code; shown with its district, since names repeat."""

    district = models.ForeignKey(District, models.PROTECT, verbose_name="อำเภอ", related_name="subdistricts")

    objects = SubdistrictQuerySet.as_manager()

    class Meta(Place.Meta):
        verbose_name = verbose_name_plural = "ตำบล"

    def __str__(self):
        return f"ต.{self.name} อ.{self.district.name}"

    def get_absolute_url(self):
        return reverse("subdistrict", args=[self.code])


class Office(models.Model):
    """The one office that runs this portal."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    name = ThaiCharField("ชื่อเต็ม", max_length=200)
    short_name = ThaiCharField("ชื่อย่อ", max_length=100)
    districts = models.ManyToManyField(District, verbose_name="อำเภอในเขตพื้นที่", related_name="offices")
    logo = models.ImageField("ตราสำนักงาน", upload_to="office/", blank=True)
    garuda = models.ImageField(
        "ตราครุฑ",
        upload_to="office/",
        blank=True,
        help_text="พิมพ์หัวหนังสือราชการสูง 3 เซนติเมตร ถ้ายังไม่มีภาพ หัวหนังสือเว้นที่ไว้",
    )
    address = ThaiTextField("ที่อยู่", blank=True, help_text="แสดงในหน้าติดต่อ")
    phone = ThaiCharField("โทรศัพท์", max_length=100, blank=True, help_text="ของสำนักงาน แสดงในหน้าติดต่อ")
    email = models.EmailField("อีเมล", blank=True, help_text="ของสำนักงาน แสดงในหน้าติดต่อ")
    website = models.CharField(
        "ที่อยู่เว็บไซต์ของระบบ",
        max_length=200,
        blank=True,
        validators=[URLValidator(["http", "https"], message=NO_ADDRESS)],
        help_text="เช่น https://phakhi.example.go.th พิมพ์ในรหัส QR ของรายงานที่เผยแพร่ เว้นว่างไว้จะใช้ที่อยู่ที่เปิดอยู่ขณะลงนาม",
    )
    preparer = ThaiCharField("ตำแหน่งผู้จัดทำรายงาน", max_length=200, blank=True)
    approver = ThaiCharField("ตำแหน่งผู้ลงนาม", max_length=200, blank=True)

    history = History(m2m_fields=["districts"])

    class Meta:
        verbose_name = verbose_name_plural = "สำนักงาน"
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1),
                name="office_only_one",
                violation_error_message="พอร์ทัลนี้มีสำนักงานได้แห่งเดียว ให้แก้ไขข้อมูลของสำนักงานที่มีอยู่",
            )
        ]

    def __str__(self):
        return self.short_name
