"""The form that people fill in: the columns of the export, words to choose from, an example, notes."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from portal.tables.columns import EXAMPLE
from portal.tables.reading import MOST_ROWS

_HEAD, _NEEDED = PatternFill("solid", fgColor="DCE9F2"), PatternFill("solid", fgColor="FCE9CF")
_GENERAL = (
    "แถวที่ 1 เป็นหัวคอลัมน์ อย่าแก้ชื่อ สลับลำดับหรือลบคอลัมน์ที่ไม่ใช้ได้",
    "แถวที่ 2 (ตัวเอียง) เป็นตัวอย่าง ระบบไม่นำเข้า ลบทิ้งหรือปล่อยไว้ก็ได้ แต่อย่าแก้ครึ่งเดียว",
    "ช่องว่าง คือ ไม่เปลี่ยนค่าเดิม ถ้าต้องการลบค่าเดิมให้พิมพ์ - ในช่อง",
    "วันที่พิมพ์เป็น พ.ศ. ได้ทุกแบบ เช่น 22/8/2557 หรือ 22 ส.ค. 57 ใช้เลขไทยได้",
    "การนำเข้าเพิ่มและแก้ไขเท่านั้น ไม่ลบรายการที่ไม่มีในไฟล์",
)


def blank_form(kind):
    """The XLSX file of a kind of import, as bytes."""
    book = Workbook()
    sheet, notes, lists = book.active, book.create_sheet("คำอธิบาย"), book.create_sheet("ตัวเลือก")
    sheet.title = kind.title.replace("/", " ")[:31]
    for place, (key, head) in enumerate(kind.heads().items(), start=1):
        column = kind.columns[key]
        _fill_column(sheet, place, head, column)
        if words := kind.offered(key):
            _offer_choices(sheet, lists, place, words)
    sheet.freeze_panes = "A2"
    lists.sheet_state = "hidden"
    _explain(notes, kind)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill_column(sheet, place, head, column):
    cell = sheet.cell(1, place, head)
    cell.font = Font(bold=True)
    cell.fill = _NEEDED if column.needed else _HEAD
    shown = sheet.cell(2, place, column.example if column.example != "" else None)
    shown.font = Font(italic=True, color="808080")
    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = max(14, min(40, len(head) + 6), len(str(column.example)) + 2)
    if not isinstance(column.example, int):
        for row in range(2, 202):
            sheet[f"{letter}{row}"].number_format = "@"


def _offer_choices(sheet, lists, place, choices):
    """A list to choose from in each cell, longer than a rule may hold itself."""
    letter = get_column_letter(place)
    for row, word in enumerate(choices, start=1):
        lists[f"{letter}{row}"] = word
    rule = DataValidation(
        "list", formula1=f"'{lists.title}'!${letter}$1:${letter}${len(choices)}", allow_blank=True
    )
    rule.errorTitle, rule.error = "ไม่มีตัวเลือกนี้", "ให้เลือกจากรายการ"
    rule.errorStyle, rule.showErrorMessage = "warning", True
    rule.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
    sheet.add_data_validation(rule)


def _explain(notes, kind):
    """What each column holds, and what holds for all."""
    for line in (f"แบบนำเข้า: {kind.title}", kind.advice, *_GENERAL):
        notes.append([line])
    notes["A1"].font = Font(bold=True, size=14)
    notes.append([])
    notes.append(["คอลัมน์", "ต้องกรอก", "คำอธิบาย", EXAMPLE, "ตัวเลือก"])
    for cell in notes[notes.max_row]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    for key, head in kind.heads().items():
        column = kind.columns[key]
        needed = "ต้องกรอก (รายการใหม่)" if column.needed else ""
        notes.append([head, needed, column.note, column.example, ", ".join(kind.offered(key))])
    for letter, width in zip("ABCDE", (30, 20, 60, 28, 60), strict=True):
        notes.column_dimensions[letter].width = width
    for row in notes.iter_rows(min_row=len(_GENERAL) + 4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
