"""Rows compared with the records: what would be new, changed or stay, what is wrong, what a person must decide.

Checking only reads. What it finds is a Plan, which `writing` carries out.
"""

from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from hashlib import sha256

from portal.imports import cells
from portal.imports.columns import recognise
from portal.imports.kinds import as_many, nothing, shown
from portal.imports.matching import Names
from portal.imports.rules import faults
from portal.records import Publication

NEW, CHANGED, SAME, SKIPPED, OPEN = "new", "changed", "same", "skipped", "open"
A_NEW_ONE, SKIP = "new", "skip"
EVERY = 500


@dataclass(frozen=True)
class Problem:
    row: int
    column: str
    said: str
    sentence: str


@dataclass
class Offer:
    """A question that a person answers: is this name that record, or really another?"""

    key: str
    row: int
    sentence: str
    choices: list[tuple[str, str]]
    answer: str = ""


@dataclass
class Line:
    """A row of the file while it is checked: its values by the keys of the columns."""

    number: int
    cells: dict[str, object]
    values: dict[str, object]
    check: "Check"
    result: str = SAME
    is_waiting: bool = False

    def refuse(self, key, sentence):
        """Says what is wrong in a column of this row."""
        said = self.cells.get(key)
        column = self.check.names.get(key, key)
        shown_cell = "" if said is None else str(said)[:80]
        self.check.plan.problems.append(Problem(self.number, column, shown_cell, sentence))
        self.values.pop(key, None)
        self.result = OPEN

    def ask(self, offer_key, sentence, choices):
        """The answer to a question, or nothing yet; one question is asked once."""
        offers = self.check.plan.offers
        if offer_key not in offers:
            given = self.check.answers.get(offer_key, "")
            known = given if given in dict(choices) else ""
            offers[offer_key] = Offer(offer_key, self.number, sentence, choices, known)
        if not offers[offer_key].answer:
            self.is_waiting, self.result = True, OPEN
        return offers[offer_key].answer


@dataclass
class Kept:
    """A record or a part of one: as it was and as it would be."""

    record: object
    before: object | None
    line: Line
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)

    @property
    def is_new(self):
        return self.before is None

    def put(self, fields, values, head):
        """Sets fields, and notes what changes under the head of their column."""
        old = tuple(_value(self.record, name) for name in fields)
        if old == tuple(values):
            return
        for name, value in zip(fields, values, strict=True):
            setattr(self.record, name, value)
        self.fields |= set(fields)
        words = [_words(self.record, fields, side) for side in (old, tuple(values))]
        self.changes.append((head, *words))


@dataclass
class Entry:
    """A record, the rows that speak of it, and what hangs on it."""

    kept: Kept
    lines: list[Line]
    part_of: str
    standing: list
    parts: list[Kept] = field(default_factory=list)

    def __post_init__(self):
        self.free = list(self.standing)

    @property
    def changes(self):
        """What changes in the record and in what hangs on it: (is it new, head, old, new)."""
        return [(one.is_new, *change) for one in (self.kept, *self.parts) for change in one.changes]

    @property
    def rows(self):
        return ", ".join(str(line.number) for line in self.lines)


@dataclass
class Plan:
    problems: list[Problem] = field(default_factory=list)
    offers: dict[str, Offer] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    heads: object = None

    @property
    def open_offers(self):
        return [offer for offer in self.offers.values() if not offer.answer]

    @property
    def counts(self):
        """How many rows are new, changed, the same or skipped."""
        return Counter(line.result for line in self.lines)

    @property
    def is_ready(self):
        counts = self.counts
        wrong = self.problems or self.open_offers or self.heads.unknown or self.heads.missing
        return not wrong and bool(counts[NEW] + counts[CHANGED])

    def digest(self):
        """One number for all that would be written; another as soon as a record that it speaks of is changed."""
        said = [
            (
                kept.line.number,
                kept.record._meta.label,
                kept.is_new,
                getattr(kept.before, "pk", 0),
                kept.changes,
            )
            for entry in self.entries
            for kept in (entry.kept, *entry.parts)
        ]
        return sha256(repr(said).encode()).hexdigest()


class Check:
    """One check of one file; `plan` holds what it found once `run` is through."""

    def __init__(self, kind, table, answers):
        self.kind, self.table, self.answers = kind, table, answers
        self.names = kind.heads()
        self.plan = Plan(heads=recognise(table.heads, kind.columns, self.names, answers.get("columns", {})))
        self.answers = answers.get("offers", {})
        self.by_code = {record.code: record for record in kind.records}
        self.similar = {}
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
                self._add_parts(entry, line)
            if done % EVERY == 0:
                yield done
        for entry in self.plan.entries:
            self._finish(entry)

    def _read(self, row):
        """The values of a row; what cannot be read is refused, what is empty is left out."""
        line = Line(row.number, {}, {}, self)
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
        """Whether it is the row of the form that shows how to fill it in."""
        columns = self.kind.columns.items()
        example = {key: str(column.example) for key, column in columns if column.example != ""}
        return {key: str(cell) for key, cell in line.cells.items()} == example

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
        record = None if line.is_waiting else self._record(line)
        if record is None or len(self.plan.problems) > wrong:
            return None
        entry = self.entries.get(id(record))
        if entry is None:
            return self._begin(line, record)
        entry.lines.append(line)
        self._compare(entry, line)
        return entry

    def _record(self, line):
        """The record that a row means: by its code, an official number, its name; else a new one."""
        if code := line.values.get("code"):
            if code not in self.by_code:
                line.refuse("code", "ไม่มีรหัสนี้ในระบบ ให้ตรวจรหัส หรือเว้นว่างเพื่อเพิ่มเป็นรายการใหม่")
            return self.by_code.get(code)
        if record := self.kind.official(line.values):
            return record
        identity = self.kind.identity(line.values)
        if identity is None:
            self._refuse_unnamed(line)
            return None
        return self._named(line, *identity)

    def _refuse_unnamed(self, line):
        missing = [k for k, c in self.kind.columns.items() if c.needed and k not in line.values | line.cells]
        for key in missing:
            line.refuse(key, f"ต้องกรอก “{self.names[key]}” หรือใส่รหัสของรายการที่มีอยู่แล้ว")
        if not missing and not any(problem.row == line.number for problem in self.plan.problems):
            line.refuse("code", "ข้อมูลไม่พอที่จะรู้ว่าเป็นรายการใด ให้ใส่รหัส หรือกรอกชื่อให้ครบ")

    def _named(self, line, alike, name):
        """The record of this name, the one that a person chose among near ones, or a new one."""
        names, values = self._names(alike), line.values
        possible = [record for record in names.near(name) if not self.kind.apart(record, values)]
        same = [
            r
            for r in names.same(name)
            if not self.kind.apart(r, values) and not self.kind.doubtful(r, values)
        ]
        if len(same) == 1:
            return same[0]
        if same:
            codes = ", ".join(record.code or "(รายการใหม่ในไฟล์นี้)" for record in same)
            line.refuse("code", f"มี “{name}” มากกว่าหนึ่งรายการ คือ {codes} ให้ใส่รหัสของรายการที่ต้องการ")
            return None
        if possible and (answer := self._ask_which(line, name, possible)) != A_NEW_ONE:
            return self._answered(line, answer)
        new = self.kind.model()
        names.add(new, name)
        return new

    def _ask_which(self, line, name, near):
        old = [(record.code, f"ใช้รายการเดิม {record} ({record.code})") for record in near if record.pk]
        new = [record for record in near if not record.pk]
        before = [f"แถว {self.entries[id(r)].kept.line.number} {r}" for r in new if id(r) in self.entries]
        skip = [(SKIP, f"เป็นรายการเดียวกับ{before[0]} ข้ามแถวนี้")] if before else []
        sentence = f"“{name}” ใกล้เคียงกับ{'รายการที่มีอยู่แล้ว' if old else 'อีกแถวหนึ่งในไฟล์นี้'}"
        choices = [*old, *skip, (A_NEW_ONE, "เป็นรายการใหม่ คนละรายการจริง")]
        return line.ask(f"row-{line.number}", sentence, choices)

    def _answered(self, line, answer):
        if answer == SKIP:
            line.result = SKIPPED
        return self.by_code.get(answer)

    def _names(self, alike):
        """The names of all records that could be the same, gathered when first asked for."""
        if not self.similar:
            for record in self.kind.records:
                theirs, *named = self.kind.identity_of(record)
                self.similar.setdefault(theirs, Names()).add(record, *named)
        return self.similar.setdefault(alike, Names())

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
                f"ไม่ตรงกับแถว {first.number} ซึ่งเป็นรายการเดียวกันและเขียนว่า “{first.cells.get(key, '')}” "
                "ให้แก้สองแถวให้ตรงกัน",
            )

    def _add_parts(self, entry, line):
        for values in self.kind.part_values(line, entry.kept.record):
            part = self._part(entry, values)
            kept = Kept(part or self.kind.part_model(), copy(part) if part else None, line)
            for name, value in values.items():
                kept.put((name,), (value,), self._head(name))
            if kept.is_new and any(_alike(kept.record, other.record, values) for other in entry.parts):
                line.refuse("", "ซ้ำกับอีกแถวหนึ่งของรายการเดียวกันทุกช่อง ให้ลบแถวที่ซ้ำ")
                continue
            entry.parts.append(kept)

    def _part(self, entry, values):
        """The standing part that a row means: one that says the same, else one of the same key."""
        for names in (tuple(values), *self.kind.part_keys):
            for part in entry.free:
                if all(_value(part, n) == values.get(n, _default(part, n)) for n in names):
                    entry.free.remove(part)
                    return part
        return None

    def _head(self, name):
        found = [k for k, c in self.kind.columns.items() if c.of_row and name in c.fields]
        return self.names[found[0]] if found else str(self.kind.part_model._meta.get_field(name).verbose_name)

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


def _value(record, name):
    """What a field holds; of a relation that is empty yet, nothing."""
    empty = getattr(record, record._meta.get_field(name).attname) is None
    return None if empty else getattr(record, name)


def _default(record, name):
    field_found = record._meta.get_field(name)
    return nothing(field_found) if not field_found.has_default() else field_found.get_default()


def _alike(record, other, values):
    return all(_value(record, name) == _value(other, name) for name in values)


def _words(record, fields, values):
    """Values as people read them, a choice under its word."""
    if len(fields) > 1:
        return shown(values)
    words = dict(record._meta.get_field(fields[0]).flatchoices or ())
    return str(words.get(values[0], shown(values[0])))
