"""Make the blank form of an import: its columns, choices, an example and notes."""

from io import BytesIO

import xlsxwriter

from portal.tables.columns import EXAMPLE
from portal.tables.reading import MOST_ROWS

_GENERAL = (
    "แถวที่ 1 เป็นหัวคอลัมน์ อย่าแก้ชื่อ สลับลำดับหรือลบคอลัมน์ที่ไม่ใช้ได้",
    "แถวที่ 2 (ตัวเอียง) เป็นตัวอย่าง ระบบไม่นำเข้า ลบทิ้งหรือปล่อยไว้ก็ได้ แต่อย่าแก้ครึ่งเดียว",
    "ช่องว่าง คือ ไม่เปลี่ยนค่าเดิม ถ้าต้องการลบค่าเดิมให้พิมพ์ - ในช่อง",
    "วันที่พิมพ์เป็น พ.ศ. ได้ทุกแบบ เช่น 22/8/2557 หรือ 22 ส.ค. 57 ใช้เลขไทยได้",
    "การนำเข้าเพิ่มและแก้ไขเท่านั้น ไม่ลบรายการที่ไม่มีในไฟล์",
)
_NOTES, _CHOICES = "คำอธิบาย", "ตัวเลือก"
_NOTE_HEADS = {"คอลัมน์": 30, "ต้องกรอก": 20, "คำอธิบาย": 60, EXAMPLE: 28, "ตัวเลือก": 60}


def blank_form(kind):
    """Return the blank form of a kind of import as the bytes of an XLSX file."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    formats = {name: book.add_format(how) for name, how in _FORMATS.items()}
    sheet = book.add_worksheet(kind.title.replace("/", " ")[:31])
    notes, choices = book.add_worksheet(_NOTES), book.add_worksheet(_CHOICES)
    for place, column in enumerate(kind.sheet.columns):
        _fill_column(sheet, place, column, formats)
        if column.offered:
            _offer_choices(sheet, choices, place, column.offered)
    sheet.freeze_panes(1, 0)
    choices.hide()
    _explain(notes, kind, formats)
    book.close()
    return content.getvalue()


_FORMATS = {
    "head": {"bold": True, "bg_color": "#DCE9F2"},
    "needed": {"bold": True, "bg_color": "#FCE9CF"},
    "example": {"italic": True, "font_color": "#808080"},
    "typed_example": {"italic": True, "font_color": "#808080", "num_format": "@"},
    "typed": {"num_format": "@"},
    "title": {"bold": True, "font_size": 14},
    "note": {"text_wrap": True, "valign": "top"},
}


def _fill_column(sheet, place, column, formats):
    """Write head and example; all but numbers is formatted as text, so that Excel changes no code or day."""
    is_number = isinstance(column.example, int)
    width = max(14, min(40, len(column.head) + 6), len(str(column.example)) + 2)
    sheet.set_column(place, place, width, None if is_number else formats["typed"])
    sheet.write(0, place, column.head, formats["needed" if column.needed else "head"])
    if column.example != "":
        sheet.write(1, place, column.example, formats["example" if is_number else "typed_example"])


def _offer_choices(sheet, choices, place, words):
    """Offer the choices in each cell, from a hidden sheet since a rule holds few words."""
    choices.write_column(0, place, words)
    letter = xlsxwriter.utility.xl_col_to_name(place)
    rule = {
        "validate": "list",
        "source": f"='{_CHOICES}'!${letter}$1:${letter}${len(words)}",
        "error_title": "ไม่มีตัวเลือกนี้",
        "error_message": "ให้เลือกจากรายการ",
        "error_type": "warning",
    }
    sheet.data_validation(1, place, MOST_ROWS, place, rule)


def _explain(notes, kind, formats):
    """Write the general notes and a note for each column."""
    lines = (f"แบบนำเข้า: {kind.title}", kind.advice, *_GENERAL)
    notes.write_column(0, 0, lines)
    notes.write(0, 0, lines[0], formats["title"])
    below = len(lines) + 1
    notes.write_row(below, 0, _NOTE_HEADS, formats["head"])
    for row, column in enumerate(kind.sheet.columns, start=below + 1):
        needed = "ต้องกรอก (รายการใหม่)" if column.needed else ""
        cells = [column.head, needed, column.note, column.example, ", ".join(column.offered)]
        notes.write_row(row, 0, cells, formats["note"])
    for place, width in enumerate(_NOTE_HEADS.values()):
        notes.set_column(place, place, width)
