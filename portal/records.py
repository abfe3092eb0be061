"""The base models of records: stored keys to sort and search by, public codes, confirmation, counted results."""

from collections import defaultdict
from functools import partial, reduce
from operator import and_, or_

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from portal.fields import ThaiCharField, ThaiTextField
from portal.thai import keys
from portal.thai.digits import to_arabic


def search_index(name):
    """Return an index that finds parts of names on PostgreSQL, a plain index on SQLite."""
    return GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name=name)


def match_query(query, name_contains, text_contains):
    """Return a Q: the name contains the whole query or the text each word; both are functions of a key to a Q."""
    whole, words = keys.search_key(query), keys.search_words(query)
    every = reduce(and_, map(text_contains, words), Q())
    return every if words == [whole] else name_contains(whole) | every


class KeyedQuerySet(models.QuerySet):
    """Records with stored keys."""

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        self.model.make_ready(objs)
        return super().bulk_create(objs, *args, **kwargs)

    def search(self, query, *through):
        """Keep the records whose names, or those of the relations in `through`, contain the words of a query."""
        paths = ["search_key", *(f"{relation}__search_key" for relation in through)]

        def any_contains(key):
            return reduce(or_, (Q(**{f"{path}__contains": key}) for path in paths))

        return self.filter(match_query(query, any_contains, any_contains))

    def found_by(self, user, query):
        """Keep the records that a query finds by code or by names that the user may read."""
        names, texts = partial(self.name_contains, user=user), partial(self.text_contains, user=user)
        found = match_query(query, names, texts)
        return self.filter(found | Q(code__iexact=to_arabic(query.strip())))

    def name_contains(self, key, user):
        """Return a Q: the own names of a record, as far as the user may read them, contain a key."""
        return Q(search_key__contains=key)

    def text_contains(self, key, user):
        """Return a Q: the names of a record or of its relations contain a key."""
        return self.name_contains(key, user)

    def near(self, *names):
        """Keep the records with a name or spelling that nearly matches one of these."""
        parts = {part for name in names for part in keys.near_parts(name) if part}
        if not parts:
            return self.none()
        found = self.filter(reduce(or_, (Q(search_key__contains=part) for part in parts)))
        stored = found.order_by().values_list("pk", "search_key")
        return self.filter(pk__in=[pk for pk, key in stored if keys.holds_near(key, *names)])


class Keyed(models.Model):
    """A record that is searched by name and sorted in Thai dictionary order."""

    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    search_key = models.TextField(editable=False)

    objects = KeyedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def save(self, *args, update_fields=None, **kwargs):
        self.set_keys()
        if update_fields is not None:
            update_fields = {*update_fields, "sort_key", "search_key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def key_texts(self):
        """Return the names and spellings to search by; the first is the one to sort by."""
        return [str(self)]

    @classmethod
    def make_ready(cls, records):
        """Set on many records, before they are stored at once, what save() sets on one."""
        for record in records:
            record.set_keys()

    def set_keys(self):
        first, *others = self.key_texts()
        self.sort_key = keys.sort_key(first)
        self.search_key = keys.search_key(first, *others)


class CodeSeries(models.Model):
    """The last number given to a code of a prefix, so that none is given twice."""

    prefix = models.CharField(max_length=12, unique=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "ลำดับรหัส"

    def __str__(self):
        return f"{self.prefix}-{self.last:03d}"

    @classmethod
    def take(cls, prefix, count=1):
        """Return the next codes of a prefix."""
        with transaction.atomic():
            cls.objects.get_or_create(prefix=prefix)
            cls.objects.filter(prefix=prefix).update(last=F("last") + count)
            last = cls.objects.get(prefix=prefix).last
        return [str(cls(prefix=prefix, last=number)) for number in range(last - count + 1, last + 1)]

    @classmethod
    def note(cls, *codes):
        """Continue the series of these codes behind them."""
        highest = defaultdict(int)
        for code in codes:
            prefix, _, number = code.rpartition("-")
            if prefix and number.isdecimal():
                highest[prefix] = max(highest[prefix], int(number))
        for prefix, last in highest.items():
            cls.objects.get_or_create(prefix=prefix)
            cls.objects.filter(prefix=prefix, last__lt=last).update(last=last)


class Record(Keyed):
    """A record with a public code that never changes, other spellings and a source note."""

    code = models.CharField(
        "รหัส", max_length=20, unique=True, blank=True, help_text="เว้นว่างไว้ ระบบจะให้รหัสเอง และไม่ใช้ซ้ำ"
    )
    spellings = ThaiTextField(
        "ชื่อหรือการสะกดอื่น", blank=True, help_text="บรรทัดละหนึ่งชื่อ ใช้ค้นหาเท่านั้น ไม่พิมพ์ในรายงาน"
    )
    source_note = ThaiTextField(
        "หมายเหตุแหล่งข้อมูล", blank=True, help_text="ใช้ภายในสำนักงาน ไม่แสดงต่อบุคคลภายนอกและไม่พิมพ์"
    )
    created_at = models.DateTimeField("บันทึกเมื่อ", auto_now_add=True)
    updated_at = models.DateTimeField("แก้ไขล่าสุด", auto_now=True)

    code_prefix = ""  # the letters in front of the codes of a model
    stored_code = None

    class Meta(Keyed.Meta):
        abstract = True

    def save(self, *args, **kwargs):
        if self.code:
            CodeSeries.note(self.code)
        else:
            (self.code,) = CodeSeries.take(self.code_prefix)
        super().save(*args, **kwargs)
        self.stored_code = self.code

    @classmethod
    def make_ready(cls, records):
        super().make_ready(records)
        CodeSeries.note(*(record.code for record in records if record.code))
        waiting = defaultdict(list)
        for record in records:
            if not record.code:
                waiting[record.code_prefix].append(record)
        for prefix, coded in waiting.items():
            for record, code in zip(coded, CodeSeries.take(prefix, len(coded)), strict=True):
                record.code = code

    def key_texts(self):
        return [*super().key_texts(), *self.spellings.splitlines()]

    @classmethod
    def from_db(cls, db, field_names, values):
        record = super().from_db(db, field_names, values)
        record.stored_code = record.__dict__.get("code")
        return record

    def clean(self):
        super().clean()
        if self.stored_code and self.code != self.stored_code:
            raise ValidationError({"code": f"รหัส {self.stored_code} ให้ไว้แล้ว เปลี่ยนไม่ได้"})


class Publication(models.TextChoices):
    """The status of a record; only confirmed ones are public and counted."""

    DRAFT = "draft", "ร่าง"
    CONFIRMED = "confirmed", "ยืนยันแล้ว"
    CANCELLED = "cancelled", "ยกเลิก"


class PublishedQuerySet(KeyedQuerySet):
    def confirmed(self):
        """Keep the confirmed records."""
        return self.filter(status=Publication.CONFIRMED)

    def seen_by(self, user):
        """Keep the records that a user may see: all for staff who may view them, else the confirmed ones."""
        return self if self.model.all_are_seen_by(user) else self.confirmed()


class Published(Record):
    """A record that is a draft until it is confirmed."""

    status = models.CharField("สถานะ", max_length=10, choices=Publication, default=Publication.DRAFT)

    objects = PublishedQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True

    @classmethod
    def all_are_seen_by(cls, user):
        """Return whether a user may see records of any status."""
        return user.is_staff and user.has_perm(f"{cls._meta.app_label}.view_{cls._meta.model_name}")

    @property
    def is_confirmed(self):
        return self.status == Publication.CONFIRMED

    def is_seen_by(self, user):
        return self.is_confirmed or self.all_are_seen_by(user)


class CountedResult(models.Model):
    """A counted result with its unit: a number, a range, or unknown."""

    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    what = ThaiCharField("ผลที่นับได้", max_length=200)
    low = models.PositiveIntegerField("จำนวน (ต่ำสุด)", null=True, blank=True, help_text="เว้นว่างเมื่อไม่ทราบ")
    high = models.PositiveIntegerField("จำนวนสูงสุด", null=True, blank=True, help_text="เมื่อเป็นช่วง เช่น 4–5")
    unit = ThaiCharField("หน่วยนับ", max_length=50)
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(high=None) | Q(high__gt=F("low")),
                name="%(class)s_range",
                violation_error_message="จำนวนสูงสุดต้องมากกว่าจำนวนต่ำสุด",
            )
        ]

    def __str__(self):
        return f"{self.what} {self.number} {self.unit}"

    @property
    def number(self):
        if self.low is None:
            return "ไม่ระบุ"
        return f"{self.low:,}–{self.high:,}" if self.high else f"{self.low:,}"
