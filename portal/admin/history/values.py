"""Values of a record's history in words: choices and dates as people write them, related records by their names."""

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
    """What the given entries of histories say; all names in them are read at once, as this user may read them."""

    def __init__(self, screen, request, told):
        self.screen, self.request = screen, request
        self.names = {}
        wanted = defaultdict(set)
        for entry, field in told:
            if field.remote_field:
                wanted[field.remote_field.model].update(related_keys(entry, field))
        for model, keys in wanted.items():
            self.names |= {(model, key): name for key, name in self._names(model, keys).items()}

    def words(self, entry, field):
        """The value of a field in an entry."""
        if field.remote_field:
            model = field.remote_field.model
            keys = related_keys(entry, field)
            return ", ".join(sorted(self.names[model, key] for key in keys)) or EMPTY
        if isinstance(field, models.FileField):
            path = getattr(entry, field.attname)
            return getattr(entry, f"{field.name}_name", "") or PurePath(path).name or EMPTY
        return value_words(field, getattr(entry, field.attname))

    def _names(self, model, keys):
        """The names of standing records; of a deleted one that which it bore last."""
        site = self.screen.admin_site
        own = site.get_model_admin(model) if site.is_registered(model) else None
        standing = own.get_queryset(self.request) if own else model._base_manager
        names = {
            key: own.name_for(self.request, record) if own else str(record)
            for key, record in standing.in_bulk(keys).items()
        }
        gone = keys - set(names)
        if gone and issubclass(model, Record):
            for entry in model.history.filter(pk__in=model.history.filter(id__in=gone).values("pk")):
                names.setdefault(entry.id, f"{entry.instance} (ลบแล้ว)")
        return {key: names.get(key, f"{model._meta.verbose_name}ที่ลบแล้ว") for key in keys}


def related_keys(entry, field):
    """The keys of the records that a relation of an entry leads to."""
    if field.many_to_many:
        return entry.ties[field.name]
    key = getattr(entry, field.attname)
    return set() if key is None else {key}


def value_words(field, value):
    """A value that is no relation."""
    if value is None or value == "":
        return EMPTY
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, date):
        return format_date(value, "short")
    return format_baht(value) if isinstance(value, Decimal) else str(value)
