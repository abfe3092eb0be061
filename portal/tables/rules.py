"""Check the rules of a record in memory: Django would query the database for each constraint of each row."""

import operator

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Q

_CONNECTORS = {Q.AND: all, Q.OR: any, Q.XOR: lambda parts: sum(parts) % 2 == 1}
_COMPARISONS = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, values: value in values,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
}


def find_faults(record, excluded):
    """Return what the fields, clean() and else the check constraints refuse: (field name or "", sentence)."""
    relations = {field.name for field in record._meta.concrete_fields if field.is_relation}
    faults = []
    for check in (lambda: record.clean_fields(exclude=relations | excluded), record.clean):
        try:
            check()
        except ValidationError as error:
            faults += [(name, text) for name, texts in error.message_dict.items() for text in texts]
    if faults:
        return faults
    constraints = [c for c in record._meta.constraints if isinstance(c, CheckConstraint)]
    return [("", c.violation_error_message) for c in constraints if not _is_met(c.condition, record)]


def _is_met(condition, record):
    if isinstance(condition, Q):
        met = _CONNECTORS[condition.connector]([_is_met(part, record) for part in condition.children])
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
    return value is not None and wanted is not None and _COMPARISONS[comparison](value, wanted)
