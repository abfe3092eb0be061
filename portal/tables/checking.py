"""Rows compared with the records: what would be new, changed or stay, what is wrong, what a person must decide.

Checking only reads. What it finds is a Plan, which `writing` carries out.
"""

from copy import copy

from portal.records import Publication
from portal.tables import cells
from portal.tables.columns import EXAMPLE, recognise
from portal.tables.import_kinds import as_many, nothing
from portal.tables.matching.parts import add_parts
from portal.tables.matching.records import Meanings
from portal.tables.plan import CHANGED, NEW, SAME, SKIPPED, Entry, Kept, Line, Plan
from portal.tables.rules import faults

EVERY = 500


class Check:
    """One check of one file; `plan` holds what it found once `run` is through."""

    def __init__(self, kind, table, answers):
        self.kind, self.table = kind, table
        self.names = kind.heads()
        heads = recognise(table.heads, kind.columns, self.names, answers.get("columns", {}))
        self.plan = Plan(heads=heads, answers=answers.get("offers", {}))
        self.meanings = Meanings(kind, self.names)
        self.entries = {}

    def run(self):
        """Yields how many rows were checked, now and then."""
        heads = self.plan.heads
        if heads.unknown or heads.missing:
            return
        for done, row in enumerate(self.table.rows, start=1):
            line = self._read(row)
            self.plan.lines.append(line)
            if self._is_example(line):
                line.result = SKIPPED
            elif entry := self._entry(line):
                add_parts(self.kind, self.names, entry, line)
            if done % EVERY == 0:
                yield done
        for entry in self.plan.entries:
            self._finish(entry)

    def _read(self, row):
        """The values of a row; what cannot be read is refused, what is empty is left out."""
        line = Line(row.number, {}, {}, self.plan, self.names)
        for head, key in self.plan.heads.known.items():
            cell, column = row.cells.get(head), self.kind.columns.get(key)
            if column is None or column.read is None or cell is None or not str(cell).strip():
                continue
            line.cells[key] = cell
            if str(cell).strip() == cells.NOTHING:
                self._empty(line, key, column)
                continue
            try:
                line.values[key] = column.read(cell)
            except ValueError as error:
                line.refuse(key, str(error))
        return line

    def _is_example(self, line):
        """Whether it is the row of the form that shows how to fill it in; one typed over in part is refused."""
        example = {key: str(self.kind.columns[key].example) for key in line.cells}
        left = {key for key, cell in line.cells.items() if cells.as_seen(cell) == example[key]}
        marked = [key for key in left if EXAMPLE in example[key]]
        if marked and left == set(line.cells):
            return True
        for key in marked:
            line.refuse(key, "ช่องนี้ยังเป็นคำตัวอย่างของแบบ ให้พิมพ์ค่าจริงทับ หรือลบทั้งแถวถ้าไม่ใช้")
        return False

    def _empty(self, line, key, column):
        """A dash takes away what stands in the record."""
        if column.fields:
            model = self.kind.part_model if column.of_row else self.kind.model
            empties = tuple(nothing(model._meta.get_field(name)) for name in column.fields)
            line.values[key] = empties if len(empties) > 1 else empties[0]

    def _entry(self, line):
        """The entry that a row belongs to; nothing when the row is wrong, skipped or must be asked about."""
        wrong = len(self.plan.problems)
        self.kind.resolve(line)
        record = None if line.is_waiting else self.meanings.record_of(line)
        if record is None or len(self.plan.problems) > wrong:
            return None
        entry = self.entries.get(id(record))
        if entry is None:
            return self._begin(line, record)
        entry.lines.append(line)
        self._compare(entry, line)
        return entry

    def _begin(self, line, record):
        before = copy(record) if record.pk else None
        standing = list(self.kind.parts_of(record)) if record.pk else []
        entry = Entry(Kept(record, before, line), [line], self.kind.part_of, standing)
        self.entries[id(record)] = entry
        self.plan.entries.append(entry)
        for key, column in self.kind.columns.items():
            if column.fields and not column.of_row and key in line.values:
                entry.kept.put(column.fields, as_many(column, line.values[key]), self.names[key])
        return entry

    def _compare(self, entry, line):
        """A later row of the same record must say the same of it."""
        first = entry.lines[0]
        if not self.kind.part_model:
            line.refuse("code", f"เป็นรายการเดียวกับแถว {first.number} ให้ลบแถวใดแถวหนึ่ง")
            return
        for key, column in self.kind.columns.items():
            here, there = line.values.get(key), first.values.get(key)
            if column.of_row or not column.fields or here == there or key not in line.values:
                continue
            line.refuse(
                key,
                f"ไม่ตรงกับแถว {first.number} ซึ่งเป็นรายการเดียวกันและเขียนว่า “{cells.as_seen(first.cells.get(key))}” "
                "ให้แก้สองแถวให้ตรงกัน",
            )

    def _finish(self, entry):
        """Asks the rules of the record and of its parts, and tells each row what becomes of it."""
        kept, first = entry.kept, entry.lines[0]
        self._keep_confirmed_right(entry)
        if kept.changes or kept.is_new:
            self._refuse_faults(first, kept.record, of_row=False)
        for part in entry.parts:
            if part.changes:
                self._refuse_faults(part.line, part.record, of_row=True)
        for key, sentence in self.kind.faults_of_whole(kept.record, entry.parts):
            first.refuse(key, sentence)
        if (kept.is_new or kept.changes) and first.result == SAME:
            first.result = NEW if kept.is_new else CHANGED
        for part in entry.parts:
            if part.changes and part.line.result == SAME:
                part.line.result = NEW if part.is_new else CHANGED

    def _refuse_faults(self, line, record, of_row):
        apart = {self.kind.part_of} if of_row else set()
        for name, sentence in faults(record, apart):
            line.refuse(self._key(name, of_row), sentence)

    def _key(self, name, of_row):
        found = [k for k, c in self.kind.columns.items() if c.of_row == of_row and name in c.fields]
        return found[0] if found else ""

    def _keep_confirmed_right(self, entry):
        """Whoever may not confirm confirms nothing; a confirmed record that he mends is a draft again."""
        kept = entry.kept
        status = getattr(kept.record, "status", None)
        if status != Publication.CONFIRMED or self.kind.may_confirm():
            return
        if kept.is_new or kept.before.status != status:
            entry.lines[0].refuse("status", "ท่านไม่มีสิทธิ์ยืนยัน ให้ใส่ “ร่าง” แล้วแจ้งผู้มีสิทธิ์ยืนยันในระบบ")
        elif kept.changes or any(part.changes for part in entry.parts):
            kept.put(("status",), (Publication.DRAFT,), self.names["status"])
