"""What outsiders may read: private names and numbers are taken out of every text that a report holds."""

from dataclasses import fields, is_dataclass, replace
from functools import cache

from django.db.models import Model

from partners.models import FormerName, Organization
from portal.fields import ThaiCharField, ThaiTextField
from reports.outputs.private_names import hider_of


def for_the_public(report):
    """The report without what is private, in whichever text of whichever record; its records are not to be saved."""
    texts = []
    _changed(report, lambda text: texts.append(text) or text, set())
    return _changed(report, hider_of("\n".join(texts)), set())


def _changed(value, change, seen):
    """The value with its texts changed: those of a record in place, all others in a copy."""
    if isinstance(value, str):
        text = change(value)
        return value if text == value else type(value)(text)
    if isinstance(value, Model):
        _change_record(value, change, seen)
    elif isinstance(value, tuple):
        return tuple(_changed(part, change, seen) for part in value)
    elif isinstance(value, dict):
        return {key: _changed(part, change, seen) for key, part in value.items()}
    elif is_dataclass(value):
        own = (field.name for field in fields(value))
        return replace(value, **{name: _changed(getattr(value, name), change, seen) for name in own})
    return value


def _change_record(record, change, seen):
    """Its texts and those of all records read with it; the names of bodies follow a rule of their own."""
    if id(record) in seen or isinstance(record, Organization | FormerName):
        return
    seen.add(id(record))
    for name in _texts_of(type(record)):
        if name in record.__dict__:
            setattr(record, name, _changed(getattr(record, name), change, seen))
    for related in record._state.fields_cache.values():
        _changed(related, change, seen)
    prefetched = getattr(record, "_prefetched_objects_cache", {}).values()
    read_with_it = [kept for kept in record.__dict__.values() if isinstance(kept, list)]
    for rows in (*prefetched, *read_with_it):
        for row in rows:
            _changed(row, change, seen)


@cache
def _texts_of(model):
    return [f.name for f in model._meta.concrete_fields if isinstance(f, ThaiCharField | ThaiTextField)]
