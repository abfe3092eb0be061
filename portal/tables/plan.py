"""What an import would write: the records as they were and would be, what is wrong, what a person must answer."""

from collections import Counter, defaultdict
from copy import copy
from dataclasses import dataclass, field, replace
from hashlib import sha256

from portal.tables.cells import as_seen
from portal.tables.columns import Heads
from portal.tables.export import as_typed
from portal.tables.matching.results import Question
from portal.tables.rows import ParsedRow
from portal.thai.money import format_baht

NEW, CHANGED, SAME, SKIPPED, OPEN = "new", "changed", "same", "skipped", "open"


@dataclass(frozen=True)
class Problem:
    row: int
    column: str
    said: str
    sentence: str


@dataclass
class RecordChange:
    """A record or a part of one: as it was and as it would be, and the row that says so."""

    record: object
    before: object | None
    row: ParsedRow
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, record, row):
        return cls(record, copy(record) if record.pk else None, row)

    @property
    def is_new(self):
        return self.before is None

    def put(self, fields, values, head):
        """Set fields, and note what changes under the head of their column."""
        old = tuple(held(self.record, name) for name in fields)
        if old == values:
            return
        for name, value in zip(fields, values, strict=True):
            setattr(self.record, name, value)
        self.fields |= set(fields)
        self.changes.append((head, *(_words(self.record, fields, side) for side in (old, values))))


@dataclass
class PlannedRow:
    """A record, the rows that speak of it with what the first says, and the parts of it that the rows mean."""

    kept: RecordChange
    values: dict[str, object]
    parsed_rows: list[ParsedRow]
    part_of: str
    standing: list
    parts: list[RecordChange] = field(default_factory=list)

    def __post_init__(self):
        self.free = list(self.standing)

    @property
    def changes(self):
        """What changes in the record and in its parts: (is it new, head, old, new)."""
        return [(one.is_new, *change) for one in (self.kept, *self.parts) for change in one.changes]

    @property
    def rows(self):
        return in_words([row.number for row in self.parsed_rows])


@dataclass
class ImportPlan:
    """`results` says by the number of a row what becomes of it."""

    heads: Heads
    columns: dict[str, object]
    problems: list[Problem] = field(default_factory=list)
    offers: dict[str, Question] = field(default_factory=dict)
    entries: list[PlannedRow] = field(default_factory=list)
    results: dict[int, str] = field(default_factory=dict)

    def refuse(self, row, key, sentence):
        """Note what is wrong in a column of a row."""
        head = self.columns[key].head if key else ""
        self.problems.append(Problem(row.number, head, as_seen(row.cells.get(key))[:80], sentence))
        self.results[row.number] = OPEN

    def offer(self, row, question):
        """Note a question, each once; without an answer its rows wait."""
        self.offers.setdefault(question.key, replace(question, row=row.number))
        if not question.answer:
            self.results[row.number] = OPEN

    def note_change(self, change):
        """Note that a row without fault brings something new or changes something."""
        if self.results[change.row.number] == SAME:
            self.results[change.row.number] = NEW if change.is_new else CHANGED

    @property
    def mistakes(self):
        """What is wrong, each mistake once with all its rows, in their order."""
        rows = defaultdict(list)
        for problem in sorted(self.problems, key=lambda problem: problem.row):
            rows[problem.column, problem.said, problem.sentence].append(problem.row)
        return [(in_words(numbers), *mistake) for mistake, numbers in rows.items()]

    @property
    def open_offers(self):
        return [offer for offer in self.offers.values() if not offer.answer]

    @property
    def counts(self):
        """How many rows are new, changed, the same or skipped."""
        return Counter(self.results.values())

    @property
    def is_ready(self):
        counts = self.counts
        wrong = self.problems or self.open_offers or self.heads.unknown or self.heads.missing
        return not wrong and bool(counts[NEW] + counts[CHANGED])

    def digest(self):
        """One number for all that would be written; another as soon as a record that it speaks of is changed."""
        written = [
            (one.row.number, one.record._meta.label, one.is_new, getattr(one.before, "pk", 0), one.changes)
            for entry in self.entries
            for one in (entry.kept, *entry.parts)
        ]
        return sha256(repr(written).encode()).hexdigest()


def in_words(numbers):
    """Rising numbers, those that follow one another as a span: 2, 5–9."""
    spans = []
    for number in numbers:
        if spans and number <= spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in spans)


def held(record, name):
    """What a field of a record holds; of a relation that is empty yet, nothing."""
    is_empty = getattr(record, record._meta.get_field(name).attname) is None
    return None if is_empty else getattr(record, name)


def _words(record, fields, values):
    """Values as people read them: a choice under its word, an amount in baht, an empty one as ว่าง."""
    value = values if len(fields) > 1 else values[0]
    if len(fields) == 1:
        value = dict(record._meta.get_field(fields[0]).flatchoices or ()).get(value, value)
    return format_baht(value) if hasattr(value, "quantize") else str(as_typed(value)) or "ว่าง"
