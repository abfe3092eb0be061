"""The columns of a spreadsheet, each declared once: how it is exported, read from a file and explained."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from portal.tables import cells
from portal.thai.keys import name_key

EXAMPLE = "ตัวอย่าง"
SHOWN_ONLY = "ระบบใส่ให้เองเมื่อส่งออก ไม่ต้องกรอก และการนำเข้าไม่เปลี่ยนค่านี้"


@dataclass(frozen=True)
class Column:
    """A column under its head; without `parse` it is exported alone.

    `get` reads it for an export: a path of attributes, or a function of the exported `ExportRow`. Left out, the value is
    that of `fields`, or of the attribute named `key`.
    `parse` reads a cell of a file, and raises ValueError with a Thai sentence. `fields` are the model fields that the
    value is written to; where `names_record` is set, the value is a name, and matching finds the record to write.
    With `is_of_part`, get and fields are those of the part that the row describes (a contribution), not of the record.
    """

    key: str
    head: str
    get: str | Callable = ""
    parse: Callable | None = None
    fields: tuple[str, ...] = ()
    note: str = SHOWN_ONLY
    example: object = ""
    choices: tuple | Callable = ()
    needed: bool = False
    names_record: bool = False
    is_of_part: bool = False

    @property
    def offered(self):
        """The words to choose from in the blank form."""
        return tuple(self.choices()) if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Heads:
    """What the heads of a file mean: the key of a column each, what is not understood, what is missing."""

    known: dict[str, str]
    unknown: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def field_column(name, head, parse, note, example="", **more):
    """A column of one field of the record, under the name of the field."""
    return Column(name, head, parse=parse, fields=(name,), note=note, example=example, **more)


def period_column(key, head, first, last, note, example):
    """A column of the first and the last day of a day, month, year or span."""
    return Column(key, head, parse=cells.read_period, fields=(first, last), note=note, example=example)


def record_column(name, head, get, note, example="", **more):
    """A column of a field that leads to another record, which is found by the name in the cell."""
    return field_column(name, head, cells.read_text, note, example, get=get, names_record=True, **more)


def choice_column(model, name, head, note, example):
    """A column of a field of choices, under the words that people read."""
    choices = tuple(model._meta.get_field(name).choices)
    words = tuple(str(word) for _, word in choices)
    return field_column(name, head, cells.choice_reader(choices), note, example, choices=words)


def part_columns(*columns):
    """The columns as those of the part that a row describes."""
    return tuple(replace(column, is_of_part=True) for column in columns)


def recognise(heads, columns, answers) -> Heads:
    """The columns that heads mean; `answers` says for a head which column a person meant, "" for none of them."""
    keys = {name_key(column.head): column for column in columns}
    known, unknown, left_out = {}, [], []
    for head in heads:
        answer = answers.get(head)
        column = keys.get(name_key(head if answer is None else answer))
        if column and column.key not in known.values():
            known[head] = column.key
        elif answer != "":
            near = get_close_matches(name_key(head), keys, n=1, cutoff=0.5)
            unknown.append((head, keys[near[0]].head if near else ""))
        else:
            left_out.append((head, ""))
    needed = [] if "code" in known.values() else [column for column in columns if column.needed]
    missing = [column.head for column in needed if column.key not in known.values()]
    return Heads(known, unknown + left_out if missing else unknown, missing)
