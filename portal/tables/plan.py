"""What a check finds: rows, what is wrong with them, what is asked, the records as they were and would be."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from hashlib import sha256

from portal.tables.cells import as_seen
from portal.tables.columns import Heads
from portal.tables.import_kinds import shown

NEW, CHANGED, SAME, SKIPPED, OPEN = "new", "changed", "same", "skipped", "open"


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
    plan: "Plan"
    heads: dict[str, str]
    result: str = SAME
    is_waiting: bool = False

    def refuse(self, key, sentence):
        """Says what is wrong in a column of this row."""
        column, said = self.heads.get(key, ""), as_seen(self.cells.get(key))
        self.plan.problems.append(Problem(self.number, column, said[:80], sentence))
        self.values.pop(key, None)
        self.result = OPEN

    def ask(self, offer_key, sentence, choices):
        """The answer to a question, or nothing yet; one question is asked once."""
        offers = self.plan.offers
        if offer_key not in offers:
            given = self.plan.answers.get(offer_key, "")
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
        old = tuple(held(self.record, name) for name in fields)
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
        return in_words([line.number for line in self.lines])


@dataclass
class Plan:
    problems: list[Problem] = field(default_factory=list)
    offers: dict[str, Offer] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    heads: Heads | None = None
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def problems_told(self):
        """What is wrong, each mistake once with all its rows, in their order."""
        rows = defaultdict(list)
        for problem in sorted(self.problems, key=lambda problem: problem.row):
            rows[problem.column, problem.said, problem.sentence].append(problem.row)
        return [(in_words(numbers), *told) for told, numbers in rows.items()]

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
    empty = getattr(record, record._meta.get_field(name).attname) is None
    return None if empty else getattr(record, name)


def _words(record, fields, values):
    """Values as people read them, a choice under its word."""
    if len(fields) > 1:
        return shown(values)
    words = dict(record._meta.get_field(fields[0]).flatchoices or ())
    return str(words.get(values[0], shown(values[0])))
