"""The columns of an import: what each is called, how its cells are read, which heads of a file mean it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.tables import cells
from portal.thai.keys import name_key

EXAMPLE = "ตัวอย่าง"
SHOWN_ONLY = "ระบบใส่ให้เองเมื่อส่งออก ไม่ต้องกรอก และการนำเข้าไม่เปลี่ยนค่านี้"


@dataclass(frozen=True)
class Column:
    """`fields` are the record's own that its value is put into; with `of_row` those of what hangs on the record."""

    read: Callable | None = cells.text
    fields: tuple[str, ...] = ()
    note: str = ""
    example: object = ""
    choices: tuple = ()
    needed: bool = False
    of_row: bool = False


@dataclass(frozen=True)
class Heads:
    """What the heads of a file mean: the key of a column each, what is not understood, what is missing."""

    known: dict[str, str]
    unknown: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def shown_only():
    """A column that the export derives from others."""
    return Column(read=None, note=SHOWN_ONLY)


def recognise(heads, columns, names, answers) -> Heads:
    """The columns that heads mean; `answers` says for a head which column a person meant, "" for none of them."""
    keys = {name_key(name): key for key, name in names.items()}
    known, unknown, left_out = {}, [], []
    for head in heads:
        said = answers.get(head)
        key = keys.get(name_key(head if said is None else said))
        if key and key not in known.values():
            known[head] = key
        elif said != "":
            near = get_close_matches(name_key(head), keys, n=1, cutoff=0.5)
            unknown.append((head, names[keys[near[0]]] if near else ""))
        else:
            left_out.append((head, ""))
    needed = [] if "code" in known.values() else [key for key, column in columns.items() if column.needed]
    missing = [names[key] for key in needed if key not in known.values()]
    return Heads(known, unknown + left_out if missing else unknown, missing)
