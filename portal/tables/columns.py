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
    """A column of an export, and of an import if it has `parse`.

    `get` is a path of attributes or a function of an ExportRow; without it the value of `fields`, or of the attribute
    `key`, is exported. `parse` reads a cell or raises ValueError with a Thai sentence; the value is written to the
    model `fields`, or names the record to write there (`names_record`). With `is_of_part`, get and fields are those of
    the part that a row describes (a contribution), not of the record.
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
        """The choices in the blank form, as words."""
        return tuple(self.choices()) if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Heads:
    """The heads of a file: known ones with the keys of their columns, unknown ones with a near head, missing ones."""

    known: dict[str, str]
    unknown: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def field_column(name, head, parse, note, example="", **more):
    """Return a column of one field of the record."""
    return Column(name, head, parse=parse, fields=(name,), note=note, example=example, **more)


def period_column(key, head, first, last, note, example):
    """Return a column of a first and a last day."""
    return Column(key, head, parse=cells.read_period, fields=(first, last), note=note, example=example)


def record_column(name, head, get, note, example="", **more):
    """Return a column of a relation, found by the name in the cell."""
    return field_column(name, head, cells.read_text, note, example, get=get, names_record=True, **more)


def choice_column(model, name, head, note, example):
    """Return a column of a field with choices, read and written as their labels."""
    choices = tuple(model._meta.get_field(name).choices)
    words = tuple(str(word) for _, word in choices)
    return field_column(name, head, cells.choice_reader(choices), note, example, choices=words)


def part_columns(*columns):
    """Return columns of the part that a row describes."""
    return tuple(replace(column, is_of_part=True) for column in columns)


def recognise_heads(heads, columns, answers) -> Heads:
    """Return the columns of heads; `answers` are those chosen by a person, "" for none."""
    keys = {name_key(column.head): column for column in columns}
    known, unknown, ignored = {}, [], []
    for head in heads:
        answer = answers.get(head)
        column = keys.get(name_key(head if answer is None else answer))
        if column and column.key not in known.values():
            known[head] = column.key
        elif answer != "":
            near = get_close_matches(name_key(head), keys, n=1, cutoff=0.5)
            unknown.append((head, keys[near[0]].head if near else ""))
        else:
            ignored.append((head, ""))
    needed = [] if "code" in known.values() else [column for column in columns if column.needed]
    missing = [column.head for column in needed if column.key not in known.values()]
    return Heads(known, unknown + ignored if missing else unknown, missing)
