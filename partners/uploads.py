"""Which files may be kept as evidence: each is opened and judged by its content, never by its name."""

import unicodedata
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File

from partners.office_files import judged_office_file
from partners.pictures import cleaned_photo, first_page
from portal.downloads import PHOTOS

MEGABYTE = 1024 * 1024
LARGEST_DOCUMENT = 20 * MEGABYTE
LARGEST_PHOTO = 15 * MEGABYTE
LONGEST_NAME = 255

SUFFIXES = (".pdf", *PHOTOS, ".docx", ".xlsx")
KEPT = "PDF, ภาพ JPEG PNG หรือ WebP, Word (.docx) และ Excel (.xlsx)"
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")


class Evidence(File):
    """A file that may be kept: the name it was given, the suffix of its real type, a small picture if it has one."""

    def __init__(self, content, name, suffix, picture=None):
        super().__init__(content, name)
        self.suffix = suffix
        self.picture = ContentFile(picture, name="picture.jpg") if picture else None

    @property
    def is_photo(self):
        return self.suffix in PHOTOS


def checked(upload) -> Evidence:
    """The file as it may be kept; a ValidationError that names it and says what to do when it may not."""
    if isinstance(upload, Evidence):
        return upload
    name = shown_name(upload.name)
    try:
        return _judged(upload, name)
    except ValidationError as error:
        raise ValidationError(f"“{name}” {error.message}") from error


def _judged(upload, name):
    if not upload.size:
        raise ValidationError("เป็นไฟล์ว่าง ให้ตรวจไฟล์ต้นฉบับแล้วเลือกใหม่")
    if upload.size > LARGEST_DOCUMENT:
        raise ValidationError(_too_large(LARGEST_DOCUMENT, "ให้ย่อขนาดหรือแบ่งเป็นหลายไฟล์"))
    upload.seek(0)
    head = upload.read(12)
    upload.seek(0)
    if head.startswith(b"%PDF-"):
        picture = first_page(upload.read())
        upload.seek(0)
        return Evidence(upload, name, ".pdf", picture)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or head[8:] == b"WEBP":
        if upload.size > LARGEST_PHOTO:
            raise ValidationError(_too_large(LARGEST_PHOTO, "ให้ย่อภาพก่อน"))
        content, suffix, picture = cleaned_photo(upload)
        return Evidence(ContentFile(content), name, suffix, picture)
    if head.startswith(b"PK\x03\x04"):
        return Evidence(upload, name, judged_office_file(upload))
    raise ValidationError(_advice(head))


def _too_large(limit, remedy):
    return f"ใหญ่เกิน {limit // MEGABYTE} เมกะไบต์ {remedy}"


def _advice(head):
    """What to do with a file that is not kept, as far as its first bytes tell."""
    if head[4:8] == b"ftyp" and head[8:] in HEIC_BRANDS:
        return "เป็นภาพ HEIC ให้แปลงเป็น JPEG ก่อน หรือตั้งกล้องของ iPhone เป็น “เข้ากันได้มากที่สุด” แล้วถ่ายใหม่"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "เป็นไฟล์ Word หรือ Excel รุ่นเก่าหรือที่มีรหัสผ่าน ให้เปิดแล้วบันทึกเป็น .docx, .xlsx หรือ PDF"
    return f"ไม่ใช่ชนิดไฟล์ที่เก็บได้เมื่อดูจากเนื้อหา ให้ใช้ {KEPT}"


def shown_name(typed: str) -> str:
    """The name as typed, without folders and without the characters that nobody sees."""
    last = typed.replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    name = " ".join(seen.split()) or "ไฟล์"
    suffix = Path(name).suffix[:20]
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - len(suffix)] + suffix


def saved_name(name: str, suffix: str) -> str:
    """The name under which a kept file is downloaded: it always ends as its real type does."""
    endings = (".jpg", ".jpeg", ".jfif") if suffix == ".jpg" else (suffix,)
    return name if name.lower().endswith(endings) else name + suffix
