"""What outsiders may read of a report: its values again, without private names and numbers in any text.

No record is changed: a redacted report holds `RedactedRecord`s, through which records are read.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from inspect import getattr_static
from types import FunctionType

from django.db.models import Manager, Model

from partners.models import FormerName, Organization
from reports.outputs.private_names import hider


def for_the_public(value):
    """Return the value (a dataclass, tuple, list or dict, as deep as they go) without what is private."""
    return _redacted(value, hider())


def _redacted(value, hide: Callable[[str], str]):
    """The value, or a copy of it; organizations show their own public names and stay as they are."""
    if isinstance(value, str):
        text = hide(str(value))
        return value if text == value else type(value)(text)
    if isinstance(value, Organization | FormerName | RedactedRecord):
        return value
    if isinstance(value, Model):
        return RedactedRecord(value, hide)
    if isinstance(value, Manager):
        return RedactedRows(value, hide)
    if isinstance(value, list | tuple):
        return type(value)(_redacted(part, hide) for part in value)
    if isinstance(value, dict):
        return {key: _redacted(part, hide) for key, part in value.items()}
    if is_dataclass(value):
        own = (each.name for each in fields(value))
        return replace(value, **{name: _redacted(getattr(value, name), hide) for name in own})
    return value


class RedactedRecord:
    """A record to read: its texts without what is private, and what its model computes, computed of the hidden texts."""

    def __init__(self, record: Model, hide: Callable[[str], str]):
        self._record, self._hide = record, hide

    @property
    def __class__(self):
        return type(self._record)

    def __getattr__(self, name):
        if computed := _computed(type(self._record), name):
            return computed.__get__(self)
        return _redacted(getattr(self._record, name), self._hide)

    def __str__(self):
        return type(self._record).__str__(self)

    def __eq__(self, other):
        return self._record == other

    def __hash__(self):
        return hash(self._record)


@cache
def _computed(model, name):
    """The property or method of a model, or nothing where a record has a value of that name."""
    found = getattr_static(model, name, None)
    return found if isinstance(found, property | FunctionType) else None


class RedactedRows:
    """The rows that hang on a record, to read."""

    def __init__(self, rows: Manager, hide: Callable[[str], str]):
        self._rows, self._hide = rows, hide

    def all(self):
        return [_redacted(row, self._hide) for row in self._rows.all()]
