"""Values of a record's history as people read them: labels of choices, dates, names of related records."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import PurePath

from django.db import models

from portal.records import Record
from portal.thai.dates import format_date
from portal.thai.money import format_baht

EMPTY = "ว่าง"


class Values:
    """The values of (entry, field) pairs in words, with the names of related records that a user may read."""

    def __init__(self, screen, request, pairs):
        self.screen, self.request = screen, request
        keys = defaultdict(set)
        for entry, field in pairs:
            if field.remote_field:
                keys[field.remote_field.model].update(related_keys(entry, field))
        self.names = {model: self._read_names(model, wanted) for model, wanted in keys.items()}

    def words(self, entry, field):
        """Return the value of a field in an entry as text."""
        if field.remote_field:
            names = self.names.get(field.remote_field.model)
            return ", ".join(sorted(names[key] for key in related_keys(entry, field))) or EMPTY
        value = getattr(entry, field.attname)
        if isinstance(field, models.FileField):
            return getattr(entry, f"{field.name}_name", "") or PurePath(value).name or EMPTY
        return _value_words(field, value)

    def _read_names(self, model, keys):
        """Return names by keys, that of a deleted record from its newest entry."""
        site = self.screen.admin_site
        own = site.get_model_admin(model) if site.is_registered(model) else None
        existing = own.get_queryset(self.request) if own else model._base_manager
        names = {
            key: own.name_for(self.request, record) if own else str(record)
            for key, record in existing.in_bulk(keys).items()
        }
        deleted = keys - set(names)
        if deleted and issubclass(model, Record):
            for entry in model.history.filter(pk__in=model.history.filter(id__in=deleted).values("pk")):
                names.setdefault(entry.id, f"{entry.instance} (ลบแล้ว)")
        return {key: names.get(key, f"{model._meta.verbose_name}ที่ลบแล้ว") for key in keys}


def related_keys(entry, field):
    """Return the set of keys of the records that a relation of an entry leads to."""
    if field.many_to_many:
        return entry.many_to_many_keys[field.name]
    key = getattr(entry, field.attname)
    return set() if key is None else {key}


def _value_words(field, value):
    if value is None or value == "":
        return EMPTY
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, date):
        return format_date(value, "short")
    return format_baht(value) if isinstance(value, Decimal) else str(value)
