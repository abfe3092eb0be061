"""The rules of a record, checked in memory: Django would query the database for each constraint of each row."""

import operator

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Q

_JOINED = {Q.AND: all, Q.OR: any, Q.XOR: lambda parts: sum(parts) % 2 == 1}
_COMPARED = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, several: value in several,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
}


def faults(record, apart=()):
    """What a record's fields, its own check and its constraints say against it: (field or "", sentence)."""
    relations = {field.name for field in record._meta.concrete_fields if field.is_relation}
    said = []
    for check in (lambda: record.clean_fields(exclude=relations | set(apart)), record.clean):
        try:
            check()
        except ValidationError as error:
            said += [(f, text) for f, texts in error.message_dict.items() for text in texts]
    if said:
        return said
    constraints = [c for c in record._meta.constraints if isinstance(c, CheckConstraint)]
    return [("", c.violation_error_message) for c in constraints if not holds(c.condition, record)]


def holds(condition, record):
    """Whether a record meets the condition of a check constraint."""
    if isinstance(condition, Q):
        met = _JOINED[condition.connector]([holds(part, record) for part in condition.children])
        return met != condition.negated
    path, wanted = condition
    name, _, comparison = path.partition("__")
    value = getattr(record, record._meta.get_field(name).attname)
    if isinstance(wanted, F):
        wanted = getattr(record, wanted.name)
    if comparison == "isnull":
        return (value is None) == wanted
    if not comparison:
        return value == wanted
    return value is not None and wanted is not None and _COMPARED[comparison](value, wanted)
