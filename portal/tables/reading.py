"""An uploaded file as rows of cells: an Excel file, or CSV in UTF-8 or in the old Thai encoding."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

LARGEST_FILE = 10 * 1024 * 1024
MOST_ROWS = 20_000
_LARGEST_UNPACKED = 200 * 1024 * 1024
_WIDEST = 100
_EMPTY_ROWS_AT_THE_END = 1000


@dataclass(frozen=True)
class SheetRow:
    """A row under its number in the file, and its cells by the heads of their columns."""

    number: int
    cells: dict[str, object]


@dataclass(frozen=True)
class SheetTable:
    heads: list[str]
    rows: list[SheetRow]


def read_table(name: str, content: bytes) -> SheetTable:
    """The rows of a file that say something. Raises ValueError, with a Thai sentence, for what is no such table."""
    if len(content) > LARGEST_FILE:
        raise ValueError("ไฟล์ใหญ่เกิน 10 เมกะไบต์ ให้แบ่งเป็นหลายไฟล์ หรือลบรูปภาพออกจากไฟล์")
    form = name.rpartition(".")[2].lower()
    if form not in ("xlsx", "csv"):
        raise ValueError("รับเฉพาะไฟล์ Excel (.xlsx) และ CSV (.csv) ถ้าเป็น .xls ให้เปิดใน Excel แล้วบันทึกเป็น .xlsx")
    lines = _xlsx(content) if form == "xlsx" else _csv(content)
    return _table(lines)


def _table(lines) -> SheetTable:
    if len(lines) < 2:
        raise ValueError("ไม่มีข้อมูลในไฟล์ ต้องมีหัวคอลัมน์หนึ่งแถวและข้อมูลอย่างน้อยหนึ่งแถวในแผ่นงานแรก")
    (_, first), *rest = lines
    heads = [" ".join(str(head).split()) if head is not None else "" for head in first]
    twice = {head for head in heads if head and heads.count(head) > 1}
    if twice:
        raise ValueError(f"มีคอลัมน์ “{twice.pop()}” ซ้ำกัน ให้เหลือเพียงคอลัมน์เดียว")
    rows = [
        SheetRow(number, {h: c for h, c in zip(heads, cells, strict=False) if h}) for number, cells in rest
    ]
    return SheetTable([head for head in heads if head], rows)


def _says_something(cells) -> bool:
    return any(cell is not None and str(cell).strip() for cell in cells)


def _xlsx(content: bytes) -> list:
    """The cells of the first sheet as Excel shows them: of a formula what it came to."""
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > _LARGEST_UNPACKED:
            raise ValueError("ไฟล์นี้คลายออกแล้วใหญ่เกินกว่าจะเปิดได้ ให้คัดลอกเฉพาะตารางไปไว้ในไฟล์ใหม่")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return _lines(sheet.iter_rows(values_only=True, max_col=_WIDEST))
    except (BadZipFile, InvalidFileException, KeyError, IndexError, SyntaxError) as error:
        raise ValueError(
            "เปิดไฟล์ Excel นี้ไม่ได้ ไฟล์อาจเสียหรือไม่ใช่ .xlsx จริง ให้บันทึกเป็น .xlsx ใหม่จาก Excel"
        ) from error


def _csv(content: bytes) -> list:
    said = _decoded(content)
    first = said.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return _lines(csv.reader(StringIO(said, newline=""), delimiter=delimiter))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp874"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("อ่านตัวอักษรในไฟล์ CSV นี้ไม่ได้ ให้บันทึกเป็น “CSV UTF-8” หรือเป็น .xlsx")


def _lines(found: Iterator) -> list:
    """The rows with their numbers, no more than may be; many empty ones are the end of the table."""
    lines, last = [], 0
    for number, cells in enumerate(found, start=1):
        if _says_something(cells):
            lines.append((number, cells))
            last = number
        elif number > last + _EMPTY_ROWS_AT_THE_END:
            break
        if len(lines) > MOST_ROWS + 1:
            raise ValueError(f"ไฟล์มีมากกว่า {MOST_ROWS:,} แถว ให้แบ่งเป็นหลายไฟล์")
    return lines
