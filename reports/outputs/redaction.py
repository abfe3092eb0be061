"""A report as the public may read it: without private names and numbers in any text.

No record is changed: a redacted report holds `RedactedRecord`s, through which records are read.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from inspect import getattr_static
from types import FunctionType

from django.db.models import Manager, Model

from partners.models import FormerName, Organization
from reports.outputs.private_names import text_redactor


def for_the_public(value):
    """Return the value (a dataclass, tuple, list or dict, as deep as they go) without what is private."""
    return _redact(value, text_redactor())


def _redact(value, redact: Callable[[str], str]):
    """Return the value or a copy of it; organizations have public names of their own and stay as they are."""
    if isinstance(value, str):
        text = redact(str(value))
        return value if text == value else type(value)(text)
    if isinstance(value, Organization | FormerName | RedactedRecord):
        return value
    if isinstance(value, Model):
        return RedactedRecord(value, redact)
    if isinstance(value, Manager):
        return RedactedRows(value, redact)
    if isinstance(value, list | tuple):
        return type(value)(_redact(part, redact) for part in value)
    if isinstance(value, dict):
        return {key: _redact(part, redact) for key, part in value.items()}
    if is_dataclass(value):
        names = (field.name for field in fields(value))
        return replace(value, **{name: _redact(getattr(value, name), redact) for name in names})
    return value


class RedactedRecord:
    """A record to read: its texts are redacted, and properties and methods of its model compute from these texts."""

    def __init__(self, record: Model, redact: Callable[[str], str]):
        self._record, self._redact_text = record, redact

    @property
    def __class__(self):
        return type(self._record)

    def __getattr__(self, name):
        if computed := _computed_member(type(self._record), name):
            return computed.__get__(self)
        return _redact(getattr(self._record, name), self._redact_text)

    def __str__(self):
        return type(self._record).__str__(self)

    def __eq__(self, other):
        return self._record == other

    def __hash__(self):
        return hash(self._record)


@cache
def _computed_member(model, name):
    """Return the property or method of this name, or None where a record has a value."""
    member = getattr_static(model, name, None)
    return member if isinstance(member, property | FunctionType) else None


class RedactedRows:
    """The related rows of a record, to read."""

    def __init__(self, rows: Manager, redact: Callable[[str], str]):
        self._rows, self._redact_text = rows, redact

    def all(self):
        return [_redact(row, self._redact_text) for row in self._rows.all()]
