"""The history of a record and its rows: the changes of each moment, and the restoring of an earlier version."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from django.contrib.admin.utils import flatten_fieldsets
from django.db import models, transaction
from simple_history.utils import get_m2m_reverse_field_name

from portal.admin.conflicts import name_of
from portal.admin.history.values import EMPTY, Values, related_keys
from portal.history import History

VERBS = {"+": "เพิ่ม", "~": "แก้ไข", "-": "ลบ"}
# A code is given once, and to confirm is a right of its own.
NEVER_RESTORED = {"code", "status"}


@dataclass
class Change:
    """An entry of a history with the one before it; `row_kind` is the kind of a row, empty for the record itself."""

    before: models.Model | None
    entry: models.Model
    fields: list
    row_kind: str = ""

    @cached_property
    def sides(self):
        """The entries with the old and new values, None before an addition and after a deletion."""
        old = None if self.entry.history_type == "+" else self.before or self.entry
        return old, None if self.entry.history_type == "-" else self.entry

    @cached_property
    def changed_fields(self):
        old, new = self.sides
        return [field for field in self.fields if _comparable(old, field) != _comparable(new, field)]

    @property
    def title_field(self):
        """The first filled field of a row, None for the record itself."""
        filled = (field for field in self.fields if _comparable(self.entry, field))
        return next(filled, None) if self.row_kind else None

    def describe(self, values):
        """Return the change in words, for the template."""
        texts = [
            (field.verbose_name, *(values.words(side, field) if side else EMPTY for side in self.sides))
            for field in self.changed_fields
        ]
        title = values.words(self.entry, self.title_field) if self.title_field else ""
        return {
            "verb": VERBS[self.entry.history_type],
            "row_kind": self.row_kind,
            "title": title,
            "values": texts,
        }


@dataclass
class HistoryEntry:
    """All changes of one moment; `version` is the number of the record's own entry of that moment."""

    moment: datetime
    who: str
    how: str
    changes: list = field(default_factory=list)
    version: int | None = None


def history_entries(screen, request, record):
    """Return the history of a record and of the rows that its screen shows this user, the newest first."""
    changes = [
        *_changes(record.history.all(), history_fields(screen, request, record)),
        *_row_changes(screen, request, record),
    ]
    pairs = {(side, field) for change in changes for field in change.changed_fields for side in change.sides}
    pairs |= {(change.entry, change.title_field) for change in changes}
    values = Values(screen, request, {(entry, field) for entry, field in pairs if entry and field})
    moments = {}
    for change in changes:
        entry = change.entry
        who, how = name_of(entry.history_user) or "", entry.history_change_reason or ""
        moment = moments.setdefault(entry.history_date, HistoryEntry(entry.history_date, who, how))
        if not change.row_kind:
            moment.version = entry.history_id
        if change.changed_fields:
            moment.changes.append(change.describe(values))
    return sorted((m for m in moments.values() if m.changes), key=lambda m: m.moment, reverse=True)


def history_fields(screen, request, record):
    """Return the fields whose history a user may read: the fields of its form, and columns stored along with them."""
    names = flatten_fieldsets(screen.get_fieldsets(request, record))
    boxes = getattr(screen.form, "declared_fields", {})
    names = [
        column for name in names for column in getattr(boxes.get(name), "columns", (name, f"{name}_name"))
    ]
    opts = screen.model._meta
    columns = {f.name: f for f in opts.concrete_fields if f.editable or f.name.endswith("_name")}
    return [
        *(columns[name] for name in [*names, "status"] if name in columns),
        *_tracked_relations(screen.model),
    ]


def restorable_fields(screen, request, record):
    return [f for f in history_fields(screen, request, record) if f.name not in NEVER_RESTORED]


def restore(record, entry, fields, reason):
    """Save the values of an entry in restorable fields. Raise ValidationError if they are no longer valid."""
    with transaction.atomic():
        for column in fields:
            if not column.many_to_many:
                setattr(record, column.attname, getattr(entry, column.attname))
        record.full_clean()
        record._change_reason = reason
        record.save()
        for relation in _tracked_relations(type(record)):
            others = relation.remote_field.model.objects.filter(pk__in=entry.many_to_many_keys[relation.name])
            getattr(record, relation.name).set(others)


def with_related_keys(entries):
    """Return a list of the entries, each with the keys of its many-to-many relations."""
    relations = _tracked_relations(entries.model.instance_type)
    by_number = {entry.history_id: entry for entry in entries}
    for entry in by_number.values():
        entry.many_to_many_keys = defaultdict(set)
    for relation in relations:
        rows = History.m2m_models[relation].objects.filter(history__in=by_number)
        for number, key in rows.values_list("history_id", get_m2m_reverse_field_name(relation)):
            by_number[number].many_to_many_keys[relation.name].add(key)
    return list(by_number.values())


def _row_changes(screen, request, record):
    """Yield the changes of rows that ever belonged to a record, of the inlines that this user may see."""
    shown = {}
    for inline in screen.get_inline_instances(request, record):
        if hasattr(inline.model, "history"):
            shown.setdefault(inline.model, inline)
    for model, inline in shown.items():
        parent = inline.get_formset(request, record).fk.attname
        ever = model.history.filter(**{parent: record.pk}).values("id")
        fields = history_fields(inline, request, record)
        yield from _changes(model.history.filter(id__in=ever), fields, str(model._meta.verbose_name))


def _changes(history, fields, row_kind=""):
    """Yield the last entry of each record and moment after that of the moment before; a new record stays new."""
    by_record = defaultdict(dict)
    entries = history.order_by("history_date", "history_id").select_related("history_user")
    for entry in with_related_keys(entries):
        moments = by_record[entry.id]
        first = moments.get(entry.history_date)
        if first and first.history_type == "+" and entry.history_type == "~":
            entry.history_type = "+"
        moments[entry.history_date] = entry
    for moments in by_record.values():
        for before, entry in pairwise([None, *moments.values()]):
            yield Change(before, entry, fields, row_kind)


def _tracked_relations(model):
    """Return the many-to-many relations of which history is stored."""
    return [relation for relation in model._meta.many_to_many if relation in History.m2m_models]


def _comparable(entry, field):
    """Return the value of a field in an entry, None for all that is empty."""
    if entry is None:
        return None
    value = related_keys(entry, field) if field.remote_field else getattr(entry, field.attname)
    return None if value is False or value in ("", None) or value == set() else value
