"""The history of a record and its rows: what was done at one moment, each value before and after; and its restoring."""

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
FIXED = {"code", "status"}


@dataclass
class Step:
    """An entry of a history after the one before it, and the fields that are told; `of` says what row it is of."""

    before: models.Model | None
    entry: models.Model
    fields: list
    of: str = ""

    @cached_property
    def sides(self):
        """The entries that say the old and the new values; none where nothing was before or is left."""
        added, gone = self.entry.history_type == "+", self.entry.history_type == "-"
        return (None if added else self.before or self.entry), (None if gone else self.entry)

    @cached_property
    def changed(self):
        old, new = self.sides
        return [told for told in self.fields if _value(old, told) != _value(new, told)]

    @property
    def title(self):
        """The field by which a row is known: the first that says something."""
        return next((told for told in self.fields if _value(self.entry, told)), None) if self.of else None


@dataclass
class HistoryEntry:
    """All that was done at one moment; `version` is the entry of the record as it then stood."""

    moment: datetime
    who: str
    how: str
    deeds: list = field(default_factory=list)
    version: int | None = None


def acts_of(screen, request, record):
    """What was done to a record and to the rows that its screen shows this user, the newest first."""
    every = [*own_steps(screen, request, record), *row_steps(screen, request, record)]
    told = {(side, f) for step in every for f in step.changed for side in step.sides if side}
    values = Values(screen, request, told | {(step.entry, step.title) for step in every if step.title})
    acts = {}
    for step in every:
        entry = step.entry
        who, how = name_of(entry.history_user) or "", entry.history_change_reason or ""
        act = acts.setdefault(entry.history_date, HistoryEntry(entry.history_date, who, how))
        if not step.of:
            act.version = entry.history_id
        if step.changed:
            act.deeds.append(_deed(values, step))
    return sorted((act for act in acts.values() if act.deeds), key=lambda act: act.moment, reverse=True)


def own_steps(screen, request, record):
    return _steps(record.history.all(), history_fields(screen, request, record))


def row_steps(screen, request, record):
    """Those of the rows that were ever the record's, by the inlines this user is shown."""
    shown = {}
    for inline in screen.get_inline_instances(request, record):
        if hasattr(inline.model, "history"):
            shown.setdefault(inline.model, inline)
    for model, inline in shown.items():
        parent = inline.get_formset(request, record).fk.attname
        ever = model.history.filter(**{parent: record.pk}).values("id")
        fields = history_fields(inline, request, record)
        yield from _steps(model.history.filter(id__in=ever), fields, str(model._meta.verbose_name))


def history_fields(screen, request, record):
    """The fields that a user is told of, in their order: those that the form shows him, and what follows from them."""
    names = flatten_fieldsets(screen.get_fieldsets(request, record))
    boxes = getattr(screen.form, "declared_fields", {})
    names = [
        column for name in names for column in getattr(boxes.get(name), "columns", (name, f"{name}_name"))
    ]
    opts = screen.model._meta
    columns = {f.name: f for f in opts.concrete_fields if f.editable or f.name.endswith("_name")}
    told = [columns[name] for name in [*names, "status"] if name in columns]
    return [*told, *_ties(screen.model)]


def restore(record, entry, fields, reason):
    """The record as it stood in an entry, as far as these fields go; whatever no longer holds is refused."""
    with transaction.atomic():
        for told in restorable(fields):
            if not told.many_to_many:
                setattr(record, told.attname, getattr(entry, told.attname))
        record.full_clean()
        record._change_reason = reason
        record.save()
        for tie in _ties(type(record)):
            getattr(record, tie.name).set(tie.remote_field.model.objects.filter(pk__in=entry.ties[tie.name]))


def restorable(fields):
    """A code is given once, and to confirm is a right of its own."""
    return [told for told in fields if told.name not in FIXED]


def with_ties(entries, model):
    """The entries, each with the keys of what its record was tied to."""
    entries = list(entries)
    for entry in entries:
        entry.ties = defaultdict(set)
    by_number = {entry.history_id: entry for entry in entries}
    for tie in _ties(model):
        rows = History.m2m_models[tie].objects.filter(history__in=by_number)
        for number, key in rows.values_list("history_id", get_m2m_reverse_field_name(tie)):
            by_number[number].ties[tie.name].add(key)
    return entries


def _steps(history, fields, of=""):
    """The last entry of each moment, after that of the moment before; a new record stays new."""
    entries = history.order_by("history_date", "history_id").select_related("history_user")
    stories = defaultdict(dict)
    for entry in with_ties(entries, history.model.instance_type):
        moments = stories[entry.id]
        first = moments.get(entry.history_date)
        if first and first.history_type == "+" and entry.history_type == "~":
            entry.history_type = "+"
        moments[entry.history_date] = entry
    for moments in stories.values():
        for before, entry in pairwise([None, *moments.values()]):
            yield Step(before, entry, fields, of)


def _ties(model):
    """The relations to many records whose history is kept."""
    return [relation for relation in model._meta.many_to_many if relation in History.m2m_models]


def _value(entry, told):
    if entry is None:
        return None
    value = related_keys(entry, told) if told.remote_field else getattr(entry, told.attname)
    return None if value is False or value in ("", None) or value == set() else value


def _deed(values, step):
    old, new = step.sides
    changes = [
        (
            told.verbose_name,
            values.words(old, told) if old else EMPTY,
            values.words(new, told) if new else EMPTY,
        )
        for told in step.changed
    ]
    title = values.words(step.entry, step.title) if step.title else ""
    return {"verb": VERBS[step.entry.history_type], "of": step.of, "title": title, "changes": changes}
