"""Rows compared with the records: read, matched, planned one after the other, and judged by the records' own rules.

Checking only reads. What it finds is a ImportPlan, which `writing` carries out.
"""

from portal.records import Publication
from portal.tables.cells import as_seen
from portal.tables.columns import recognise
from portal.tables.matching.records import Matcher, empty
from portal.tables.plan import SAME, SKIPPED, ImportPlan, PlannedRow, RecordChange, held
from portal.tables.rows import parse_row
from portal.tables.rules import faults

EVERY = 500


class Check:
    """One check of one file; `plan` holds what it found once `run` is through."""

    def __init__(self, kind, table, answers):
        self.kind, self.table = kind, table
        heads = recognise(table.heads, kind.sheet.columns, answers.get("columns", {}))
        self.plan = ImportPlan(heads, kind.columns)
        self.matcher = Matcher(kind, answers.get("offers", {}))
        self.entries = {}
        columns = reversed(kind.sheet.columns)
        self.keys = {(name, column.is_of_part): column.key for column in columns for name in column.fields}

    def run(self):
        """Yield how many rows were checked, now and then."""
        heads = self.plan.heads
        if heads.unknown or heads.missing:
            return
        for done, cells in enumerate(self.table.rows, start=1):
            row = parse_row(cells, heads.known, self.kind.columns)
            self.plan.results[row.number] = SKIPPED if row.is_example else SAME
            if not row.is_example:
                self._check(row)
            if done % EVERY == 0:
                yield done
        for entry in self.plan.entries:
            self._judge(entry)

    def _check(self, row):
        """Match a row, note what stands against it, and plan what it changes where nothing does."""
        match = self.matcher.match(row)
        for refusal in (*row.refusals, *match.refusals):
            self.plan.refuse(row, refusal.key, refusal.sentence)
        for question in match.questions:
            self.plan.offer(row, question)
        if match.is_skipped:
            self.plan.results[row.number] = SKIPPED
        if match.record is not None and not match.refusals:
            self._plan(row, match)

    def _plan(self, row, match):
        entry = self.entries.get(id(match.record))
        if entry is None:
            entry = self._begin(row, match)
        else:
            entry.parsed_rows.append(row)
            self._compare(entry, row, match.values)
        for values in self.kind.part_values(match.values):
            self._add_part(entry, row, values)

    def _begin(self, row, match):
        record, part_of = match.record, self.kind.part_of
        change = RecordChange.of(record, row)
        entry = PlannedRow(change, match.values, [row], part_of, self._parts_of(record) if record.pk else [])
        self.entries[id(record)] = entry
        self.plan.entries.append(entry)
        for column, values in self._said_of_record(match.values):
            change.put(column.fields, values, column.head)
        return entry

    def _parts_of(self, record):
        if not self.kind.part_of:
            return []
        relation = self.kind.part_model._meta.get_field(self.kind.part_of).remote_field
        return list(getattr(record, relation.get_accessor_name()).all())

    def _said_of_record(self, values):
        """The columns of the record that a row speaks of, with their values."""
        for column in self.kind.columns.values():
            if column.fields and not column.is_of_part and all(name in values for name in column.fields):
                yield column, tuple(values[name] for name in column.fields)

    def _compare(self, entry, row, values):
        """A later row of the same record must say the same of it."""
        first = entry.kept.row
        if not self.kind.part_model:
            self.plan.refuse(row, "code", f"เป็นรายการเดียวกับแถว {first.number} ให้ลบแถวใดแถวหนึ่ง")
            return
        for column, said in self._said_of_record(values):
            if said != tuple(entry.values.get(name) for name in column.fields):
                there = (
                    f"แถว {first.number} ซึ่งเป็นรายการเดียวกันและเขียนว่า “{as_seen(first.cells.get(column.key))}”"
                )
                self.plan.refuse(row, column.key, f"ไม่ตรงกับ{there} ให้แก้สองแถวให้ตรงกัน")

    def _add_part(self, entry, row, values):
        """ImportPlan a part of a record: a standing one that the row means, or a new one; one in two rows is refused."""
        change = RecordChange.of(self._standing_part(entry, values) or self.kind.part_model(), row)
        for name, value in values.items():
            change.put((name,), (value,), self._head_of_part(name))
        twin = next((other for other in entry.parts if _alike(change.record, other.record, values)), None)
        if change.is_new and twin:
            self.plan.refuse(row, "", f"ซ้ำกับแถว {twin.row.number} ทุกช่อง ให้ลบแถวใดแถวหนึ่ง")
        else:
            entry.parts.append(change)

    def _standing_part(self, entry, values):
        """The standing part that says the same, else one of the same key."""
        for names in (tuple(values), *self.kind.part_keys):
            for part in entry.free:
                if all(held(part, name) == values.get(name, _default(part, name)) for name in names):
                    entry.free.remove(part)
                    return part
        return None

    def _head_of_part(self, name):
        key = self.keys.get((name, True))
        return self.kind.columns[key].head if key else self.kind.part_model._meta.get_field(name).verbose_name

    def _judge(self, entry):
        """Ask the rules of a record and of its parts, and note what becomes of their rows."""
        self._keep_confirmed_right(entry)
        changes = [change for change in (entry.kept, *entry.parts) if change.changes or change.is_new]
        for change in changes:
            is_of_part = change is not entry.kept
            for name, sentence in faults(change.record, {self.kind.part_of} if is_of_part else ()):
                self.plan.refuse(change.row, self.keys.get((name, is_of_part), ""), sentence)
        new_parts = [part.record for part in entry.parts if part.is_new]
        for refusal in self.kind.check_whole(entry.kept.record, new_parts):
            self.plan.refuse(entry.kept.row, refusal.key, refusal.sentence)
        for change in changes:
            self.plan.note_change(change)

    def _keep_confirmed_right(self, entry):
        """A user who may not confirm confirms nothing, and makes a confirmed record that is changed a draft again."""
        kept, meta = entry.kept, self.kind.model._meta
        if getattr(kept.record, "status", None) != Publication.CONFIRMED:
            return
        if self.kind.user.has_perm(f"{meta.app_label}.confirm_{meta.model_name}"):
            return
        if kept.is_new or kept.before.status != Publication.CONFIRMED:
            self.plan.refuse(kept.row, "status", "ท่านไม่มีสิทธิ์ยืนยัน ให้ใส่ “ร่าง” แล้วแจ้งผู้มีสิทธิ์ยืนยันในระบบ")
        elif kept.changes or any(part.changes for part in entry.parts):
            kept.put(("status",), (Publication.DRAFT,), self.kind.columns["status"].head)


def _default(record, name):
    field = record._meta.get_field(name)
    return field.get_default() if field.has_default() else empty(field)


def _alike(record, other, values):
    return all(held(record, name) == held(other, name) for name in values)
