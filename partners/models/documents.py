"""Documents that serve as evidence."""

import uuid
from functools import partial

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse

from partners.models.organizations import Organization
from partners.uploads import check_upload
from portal.fields import ThaiCharField, ThaiDateField
from portal.history import History
from portal.records import KeyedQuerySet, Record, search_index
from portal.thai.dates import format_period


class DocumentKind(models.TextChoices):
    PROJECT = "project", "เอกสารโครงการ"
    SUMMARY = "summary", "สรุปผลการดำเนินงาน"
    CONTRACT = "contract", "สัญญา/บันทึกตกลงการจ้าง"
    ORDINANCE = "ordinance", "ข้อบัญญัติ/เทศบัญญัติ"
    AGREEMENT = "agreement", "บันทึกข้อตกลง (MOU)"
    ORDER = "order", "คำสั่ง"
    PHOTO = "photo", "ภาพถ่าย"
    MINUTES = "minutes", "รายงานการประชุม"
    OTHER = "other", "อื่น ๆ"


def file_path(document, filename):
    """Return a generated path with the suffix of the real type; `file_name` stores the uploaded name."""
    return f"documents/{uuid.uuid4().hex}{document.file.file.suffix}"


def picture_path(document, filename):
    return f"pictures/{uuid.uuid4().hex}.jpg"


class DocumentQuerySet(KeyedQuerySet):
    def text_contains(self, key, user):
        """Return the condition that a key is in a document's own names or number, or in its issuer's names."""
        return Q(search_key__contains=key) | Q(issuer__in=Organization.objects.pks_named(key, user))


class Document(Record):
    """A file or paper that serves as evidence."""

    kind = models.CharField("ประเภท", max_length=20, choices=DocumentKind)
    title = ThaiCharField("ชื่อเอกสาร", max_length=400)
    number = ThaiCharField("เลขที่", max_length=50, blank=True, help_text="เช่น 23/2557")
    dated_first = ThaiDateField("ลงวันที่", null=True, blank=True)
    dated_last = ThaiDateField(
        "ถึงวันที่", null=True, blank=True, help_text="เมื่อทราบเพียงเดือนหรือปี ให้ใส่วันแรกและวันสุดท้ายของช่วงนั้น"
    )
    about_year = models.PositiveSmallIntegerField(
        "พูดถึงปี พ.ศ.", null=True, blank=True, help_text="เมื่อเอกสารเป็นของปีอื่น ไม่ใช่ปีที่นำมาใช้เป็นหลักฐาน"
    )
    issuer = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name="ผู้ออกเอกสาร",
        null=True,
        blank=True,
        related_name="issued_documents",
    )
    file = models.FileField("ไฟล์", upload_to=file_path, blank=True)
    file_name = models.CharField("ชื่อไฟล์เดิม", max_length=255, blank=True, editable=False)
    picture = models.FileField("ภาพย่อ", upload_to=picture_path, blank=True, editable=False)
    is_public = models.BooleanField("เผยแพร่ไฟล์ได้", default=False)

    code_prefix = "D"
    objects = DocumentQuerySet.as_manager()
    history = History()

    class Meta(Record.Meta):
        verbose_name = verbose_name_plural = "เอกสารหลักฐาน"
        indexes = [models.Index(fields=["kind", "sort_key"]), search_index("document_search")]
        constraints = [
            models.CheckConstraint(
                condition=Q(dated_first=None, dated_last=None) | Q(dated_last__gte=F("dated_first")),
                name="document_dated_order",
                violation_error_message="ลงวันที่: วันสุดท้ายต้องไม่มาก่อนวันแรก",
            ),
            models.CheckConstraint(
                condition=Q(about_year=None) | Q(about_year__range=(2400, 2700)),
                name="document_about_year",
                violation_error_message="พูดถึงปี พ.ศ.: ต้องเป็นปีพุทธศักราช เช่น 2555",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("document", args=[self.code])

    def key_texts(self):
        return [self.title, self.number, *self.spellings.splitlines()]

    @property
    def reference(self):
        """The printed number and date, or an empty text."""
        number = f"เลขที่ {self.number}" if self.number else ""
        dated = f"ลงวันที่ {format_period(self.dated_first, self.dated_last)}" if self.dated_first else ""
        return f"{number} {dated}".strip()

    @property
    def is_open(self):
        """Whether outsiders may open its file."""
        return bool(self.is_public and self.file)

    def clean(self):
        super().clean()
        if self.dated_first and not self.dated_last:
            self.dated_last = self.dated_first

    def save(self, *args, update_fields=None, **kwargs):
        """Check a new file; a replaced file stays on disk, and gets its picture back when restored."""
        if self.file and not self.file._committed:
            self.file = check_upload(self.file.file)
            self.file_name, self.picture = self.file.name, self.file.file.picture
            update_fields = update_fields and {*update_fields, "file_name", "picture"}
        elif earlier := self.pk and self.history.filter(file=self.file.name).first():
            self.picture = earlier.picture
        super().save(*args, update_fields=update_fields, **kwargs)


@receiver(post_delete, sender=Document)
def delete_files(instance, **kwargs):
    """Delete a deleted document's files, replaced ones too, from the disk after the commit."""
    storage = Document._meta.get_field("file").storage
    entries = Document.history.filter(id=instance.pk).values_list("file", "picture")
    for name in {name for pair in entries for name in pair if name}:
        transaction.on_commit(partial(storage.delete, name), robust=True)
