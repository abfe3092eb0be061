"""What an import would write: the changes of each record, what is wrong, what a person must answer."""

from collections import Counter, defaultdict
from copy import copy
from dataclasses import dataclass, field, replace
from hashlib import sha256

from portal.tables.cells import as_seen
from portal.tables.columns import Heads
from portal.tables.export import as_typed
from portal.tables.import_kinds import ImportKind
from portal.tables.matching.results import Question
from portal.tables.reading import ParsedRow
from portal.thai.money import format_baht

NEW, CHANGED, SAME, SKIPPED, OPEN = "new", "changed", "same", "skipped", "open"


@dataclass(frozen=True)
class Problem:
    """A mistake in a cell, or in a whole row where `column` is empty; `cell` is the text in the file."""

    row: int
    column: str
    cell: str
    sentence: str


@dataclass
class RecordChange:
    """A record or part with its planned values, its stored state (`before`) and the row that changes it."""

    record: object
    row: ParsedRow
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)

    def __post_init__(self):
        self.before = copy(self.record) if self.record.pk else None

    @property
    def is_new(self):
        return self.before is None

    def set_values(self, fields, values, head):
        """Set fields of the record and note a change under the head of their column."""
        old = tuple(field_value(self.record, name) for name in fields)
        if old == values:
            return
        for name, value in zip(fields, values, strict=True):
            setattr(self.record, name, value)
        self.fields |= set(fields)
        self.changes.append((head, *(_value_text(self.record, fields, side) for side in (old, values))))


@dataclass
class PlannedRow:
    """A row of the preview: a record, all rows of the file about it, the values of the first, its parts.

    `stored_parts` are the parts in the database, `part_changes` the parts that the rows add or change.
    """

    record_change: RecordChange
    values: dict[str, object]
    stored_parts: list
    parsed_rows: list[ParsedRow] = field(default_factory=list)
    part_changes: list[RecordChange] = field(default_factory=list)

    def __post_init__(self):
        self.unmatched_parts = list(self.stored_parts)

    @property
    def all_changes(self):
        return [self.record_change, *self.part_changes]

    @property
    def changes(self):
        """The changes of the record and its parts: (is new, head, old, new)."""
        return [(change.is_new, *words) for change in self.all_changes for words in change.changes]

    @property
    def row_numbers(self):
        return format_spans([row.number for row in self.parsed_rows])


@dataclass
class ImportPlan:
    """All that a check found; `results` has the outcome of each row by its number."""

    heads: Heads
    kind: ImportKind
    problems: list[Problem] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    planned_rows: list[PlannedRow] = field(default_factory=list)
    results: dict[int, str] = field(default_factory=dict)

    def refuse(self, row, key, sentence):
        """Note what is wrong in a column of a row."""
        head = self.kind.columns[key].head if key else ""
        self.problems.append(Problem(row.number, head, as_seen(row.cells.get(key))[:80], sentence))
        self.results[row.number] = OPEN

    def add_question(self, row, question):
        """Note a question once; its rows stay open until it is answered."""
        self.questions.setdefault(question.key, replace(question, row=row.number))
        if not question.answer:
            self.results[row.number] = OPEN

    def note_change(self, change):
        """Count a faultless row as new or changed."""
        if self.results[change.row.number] == SAME:
            self.results[change.row.number] = NEW if change.is_new else CHANGED

    @property
    def mistakes(self):
        """The problems, equal ones once: (rows, column, cell, sentence)."""
        rows = defaultdict(list)
        for problem in sorted(self.problems, key=lambda problem: problem.row):
            rows[problem.column, problem.cell, problem.sentence].append(problem.row)
        return [(format_spans(numbers), *mistake) for mistake, numbers in rows.items()]

    @property
    def open_questions(self):
        return [question for question in self.questions.values() if not question.answer]

    @property
    def counts(self):
        """The number of rows of each result."""
        return Counter(self.results.values())

    @property
    def is_ready(self):
        counts = self.counts
        wrong = self.problems or self.open_questions or self.heads.unknown or self.heads.missing
        return not wrong and bool(counts[NEW] + counts[CHANGED])

    def digest(self):
        """Return a hash of all planned changes, which differs once a record in the plan has been changed."""
        written = [
            (one.row.number, one.record._meta.label, one.is_new, getattr(one.before, "pk", 0), one.changes)
            for planned in self.planned_rows
            for one in planned.all_changes
        ]
        return sha256(repr(written).encode()).hexdigest()


def format_spans(numbers):
    """Return rising numbers with consecutive ones as a span: 2, 5–9."""
    spans = []
    for number in numbers:
        if spans and number <= spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in spans)


def field_value(record, name):
    """Return the value of a field, None for a relation that is not set."""
    is_empty = getattr(record, record._meta.get_field(name).attname) is None
    return None if is_empty else getattr(record, name)


def _value_text(record, fields, values):
    """Return values as people read them: a choice by its label, an amount in baht, an empty one as ว่าง."""
    value = values if len(fields) > 1 else values[0]
    if len(fields) == 1:
        value = dict(record._meta.get_field(fields[0]).flatchoices or ()).get(value, value)
    return format_baht(value) if hasattr(value, "quantize") else str(as_typed(value)) or "ว่าง"
