"""Check the type and safety of Word and Excel files; only their list of content types is unpacked."""

import re
import struct
import zipfile
import zlib

from django.core.exceptions import ValidationError

LARGEST_UNPACKED = 200 * 1024 * 1024
HIGHEST_RATIO = 100
ALWAYS_ALLOWED = 5 * 1024 * 1024
LARGEST_DIRECTORY = 1024 * 1024
LARGEST_CONTENT_TYPES = 1024 * 1024

CONTENT_TYPES = "[Content_Types].xml"
MAIN_PARTS = {
    ".docx": ("word/document.xml", b"wordprocessingml.document.main+xml"),
    ".xlsx": ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
}
PROGRAMS = ("vbaproject", "vbadata", "activex", "macrosheets")
UNREADABLE = "เปิดเป็นไฟล์ Word (.docx) หรือ Excel (.xlsx) ไม่ได้ ให้เปิดในโปรแกรมแล้วบันทึกใหม่"
SWOLLEN = "คลายออกแล้วใหญ่ผิดปกติ ให้บันทึกเป็นไฟล์ใหม่หรือเป็น PDF"
WITH_PROGRAM = "มีมาโครหรือโปรแกรมแฝงอยู่ ให้บันทึกเป็น .docx หรือ .xlsx แบบไม่มีมาโคร หรือเป็น PDF"


def office_file_suffix(content) -> str:
    """Return .docx or .xlsx; raise a ValidationError for other content, a zip bomb or macros."""
    _check_directory(content)
    try:
        with zipfile.ZipFile(content) as package:
            parts = package.infolist()
            _check_sizes(parts)
            suffix = _find_suffix(package, {part.filename for part in parts})
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValidationError(UNREADABLE) from error
    content.seek(0)
    return suffix


def _check_directory(content):
    """Raise ValidationError when the zip directory is missing or too long, by the end of the file alone."""
    content.seek(max(0, content.size - 65_557))
    tail = content.read()
    content.seek(0)
    end = tail.rfind(b"PK\5\6")
    if end < 0 or len(tail) < end + 22:
        raise ValidationError(UNREADABLE)
    if b"PK\6\7" in tail or struct.unpack_from("<L", tail, end + 12)[0] > LARGEST_DIRECTORY:
        raise ValidationError(SWOLLEN)


def _check_sizes(parts):
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if unpacked > LARGEST_UNPACKED or unpacked > max(ALWAYS_ALLOWED, packed * HIGHEST_RATIO):
        raise ValidationError(SWOLLEN)


def _find_suffix(package, names):
    if any(name.startswith("/") or ":" in name or ".." in re.split(r"[\\/]", name) for name in names):
        raise ValidationError("มีชื่อไฟล์ภายในที่ชี้ออกนอกตัวไฟล์ จึงไม่ปลอดภัย ให้บันทึกใหม่หรือใช้ PDF")
    if any(program in name.lower() for name in names for program in PROGRAMS):
        raise ValidationError(WITH_PROGRAM)
    if CONTENT_TYPES not in names or package.getinfo(CONTENT_TYPES).file_size > LARGEST_CONTENT_TYPES:
        raise ValidationError(UNREADABLE)
    declared = package.read(CONTENT_TYPES)
    if b"macroenabled" in declared.lower() or b"vbaproject" in declared.lower():
        raise ValidationError(WITH_PROGRAM)
    for suffix, (part, kind) in MAIN_PARTS.items():
        if part in names and kind in declared:
            return suffix
    raise ValidationError(UNREADABLE)
