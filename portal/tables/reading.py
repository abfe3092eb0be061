"""Read an uploaded file, Excel or CSV in UTF-8 or the old Thai encoding, as rows of cells, and a row as values."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from portal.tables.cells import NOTHING, as_seen, is_filled
from portal.tables.columns import EXAMPLE
from portal.tables.matching.results import Refusal

LARGEST_FILE = 10 * 1024 * 1024
MOST_ROWS = 20_000
_LARGEST_UNPACKED = 200 * 1024 * 1024
_WIDEST = 100
_EMPTY_ROWS_AT_THE_END = 1000


@dataclass(frozen=True)
class SheetRow:
    """A row by its number in the file, with its cells by the heads of their columns."""

    number: int
    cells: dict[str, object]


@dataclass(frozen=True)
class SheetTable:
    """The table in a file, without empty rows."""

    heads: list[str]
    rows: list[SheetRow]


def read_table(name: str, content: bytes) -> SheetTable:
    """Return the table in a file. Raise ValueError, with a Thai sentence, if it cannot be read as one."""
    form = name.rpartition(".")[2].lower()
    if form not in ("xlsx", "csv"):
        raise ValueError("รับเฉพาะไฟล์ Excel (.xlsx) และ CSV (.csv) ถ้าเป็น .xls ให้เปิดใน Excel แล้วบันทึกเป็น .xlsx")
    rows = _read_xlsx(content) if form == "xlsx" else _read_csv(content)
    if len(rows) < 2:
        raise ValueError("ไม่มีข้อมูลในไฟล์ ต้องมีหัวคอลัมน์หนึ่งแถวและข้อมูลอย่างน้อยหนึ่งแถวในแผ่นงานแรก")
    (_, first), *rest = rows
    heads = [" ".join(str(head).split()) if head is not None else "" for head in first]
    twice = {head for head in heads if head and heads.count(head) > 1}
    if twice:
        raise ValueError(f"มีคอลัมน์ “{twice.pop()}” ซ้ำกัน ให้เหลือเพียงคอลัมน์เดียว")
    sheet_rows = [
        SheetRow(number, {head: cell for head, cell in zip(heads, cells, strict=False) if head})
        for number, cells in rest
    ]
    return SheetTable([head for head in heads if head], sheet_rows)


def _read_xlsx(content: bytes) -> list:
    """Return the numbered rows of the first sheet, with the results of formulas."""
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > _LARGEST_UNPACKED:
            raise ValueError("ไฟล์นี้คลายออกแล้วใหญ่เกินกว่าจะเปิดได้ ให้คัดลอกเฉพาะตารางไปไว้ในไฟล์ใหม่")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return _number_rows(sheet.iter_rows(values_only=True, max_col=_WIDEST))
    except (BadZipFile, InvalidFileException, KeyError, IndexError, SyntaxError) as error:
        raise ValueError(
            "เปิดไฟล์ Excel นี้ไม่ได้ ไฟล์อาจเสียหรือไม่ใช่ .xlsx จริง ให้บันทึกเป็น .xlsx ใหม่จาก Excel"
        ) from error


def _read_csv(content: bytes) -> list:
    text = _decode(content)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    return _number_rows(csv.reader(StringIO(text, newline=""), delimiter=delimiter))


def _decode(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp874"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("อ่านตัวอักษรในไฟล์ CSV นี้ไม่ได้ ให้บันทึกเป็น “CSV UTF-8” หรือเป็น .xlsx")


def _number_rows(all_rows: Iterator) -> list:
    """Return the filled rows with their numbers; many empty rows are taken as the end of the table."""
    rows, last = [], 0
    for number, cells in enumerate(all_rows, start=1):
        if any(map(is_filled, cells)):
            rows.append((number, cells))
            last = number
        elif number > last + _EMPTY_ROWS_AT_THE_END:
            break
        if len(rows) > MOST_ROWS + 1:
            raise ValueError(f"ไฟล์มีมากกว่า {MOST_ROWS:,} แถว ให้แบ่งเป็นหลายไฟล์")
    return rows


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
