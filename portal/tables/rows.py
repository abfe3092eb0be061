"""A row of a file as values: each cell as its column reads it, or refused."""

from dataclasses import dataclass, field

from portal.tables.cells import NOTHING, as_seen, is_filled
from portal.tables.columns import EXAMPLE
from portal.tables.matching.results import Refusal


@dataclass(frozen=True)
class ParsedRow:
    """A row by the keys of its columns: filled cells, the values read from them, and cells with a dash."""

    number: int
    cells: dict[str, object]
    values: dict[str, object] = field(default_factory=dict)
    emptied: frozenset[str] = frozenset()
    refusals: list[Refusal] = field(default_factory=list)
    is_example: bool = False


def parse_row(row, known, columns) -> ParsedRow:
    """Return a SheetRow read by its columns; `known` maps the heads of the file to column keys."""
    filled = {
        key: row.cells[head]
        for head, key in known.items()
        if columns[key].parse and is_filled(row.cells.get(head))
    }
    examples = [key for key, cell in filled.items() if as_seen(cell) == str(columns[key].example)]
    marked = [key for key in examples if EXAMPLE in str(columns[key].example)]
    if marked and len(examples) == len(filled):
        return ParsedRow(row.number, filled, is_example=True)
    values, refusals = {}, []
    emptied = frozenset(key for key, cell in filled.items() if str(cell).strip() == NOTHING)
    for key in (key for key in filled if key not in emptied):
        try:
            values[key] = columns[key].parse(filled[key])
        except ValueError as error:
            refusals.append(Refusal(key, str(error)))
    refusals += [Refusal(key, "ช่องนี้ยังเป็นคำตัวอย่างของแบบ ให้พิมพ์ค่าจริงทับ หรือลบทั้งแถวถ้าไม่ใช้") for key in marked]
    return ParsedRow(row.number, filled, values, emptied, refusals)
