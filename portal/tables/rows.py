"""A row of a file as values: each cell as its column reads it, or refused."""

from dataclasses import dataclass

from portal.tables import cells
from portal.tables.columns import EXAMPLE
from portal.tables.matching.results import Refusal


@dataclass(frozen=True)
class ParsedRow:
    """A row as its columns read it, by their keys: filled cells, their values, and what a dash takes away."""

    number: int
    cells: dict[str, object]
    values: dict[str, object]
    emptied: frozenset[str]
    refusals: list[Refusal]
    is_example: bool = False


def parse_row(row, known, columns) -> ParsedRow:
    """Read the cells of a row; `known` gives the key of the column that a head means."""
    filled = {
        key: row.cells[head]
        for head, key in known.items()
        if columns[key].parse and _is_filled(row.cells.get(head))
    }
    values, refusals = {}, []
    emptied = frozenset(key for key, cell in filled.items() if str(cell).strip() == cells.NOTHING)
    for key in (key for key in filled if key not in emptied):
        try:
            values[key] = columns[key].parse(filled[key])
        except ValueError as error:
            refusals.append(Refusal(key, str(error)))
    left = [key for key, cell in filled.items() if cells.as_seen(cell) == str(columns[key].example)]
    marked = [key for key in left if EXAMPLE in str(columns[key].example)]
    if marked and len(left) == len(filled):
        return ParsedRow(row.number, filled, {}, frozenset(), [], is_example=True)
    refusals += [Refusal(key, "ช่องนี้ยังเป็นคำตัวอย่างของแบบ ให้พิมพ์ค่าจริงทับ หรือลบทั้งแถวถ้าไม่ใช้") for key in marked]
    return ParsedRow(row.number, filled, values, emptied, refusals)


def _is_filled(cell):
    return cell is not None and bool(str(cell).strip())
