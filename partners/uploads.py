"""Check uploaded evidence files by their content, never by their name."""

import unicodedata
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File

from partners.pictures import clean_photo, first_page_picture
from partners.word_excel_files import office_file_suffix
from portal.downloads import PHOTOS

MEGABYTE = 1024 * 1024
LARGEST_DOCUMENT = 20 * MEGABYTE
LARGEST_PHOTO = 15 * MEGABYTE
LONGEST_NAME = 255

SUFFIXES = (".pdf", *PHOTOS, ".docx", ".xlsx")
ACCEPTED_TYPES = "PDF, ภาพ JPEG PNG หรือ WebP, Word (.docx) และ Excel (.xlsx)"
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")


class EvidenceFile(File):
    """An accepted file with the suffix of its real type and a thumbnail, where one exists."""

    def __init__(self, content, name, suffix, picture=None):
        super().__init__(content, name)
        self.suffix = suffix
        self.picture = ContentFile(picture, name="picture.jpg") if picture else None

    @property
    def is_photo(self):
        return self.suffix in PHOTOS


def check_upload(upload) -> EvidenceFile:
    """Return the accepted file; raise a ValidationError with its name and a remedy when it is refused."""
    if isinstance(upload, EvidenceFile):
        return upload
    name = clean_file_name(upload.name)
    try:
        return _accept_by_content(upload, name)
    except ValidationError as error:
        raise ValidationError(f"“{name}” {error.message}") from error


def _accept_by_content(upload, name):
    if not upload.size:
        raise ValidationError("เป็นไฟล์ว่าง ให้ตรวจไฟล์ต้นฉบับแล้วเลือกใหม่")
    if upload.size > LARGEST_DOCUMENT:
        raise ValidationError(f"ใหญ่เกิน {LARGEST_DOCUMENT // MEGABYTE} เมกะไบต์ ให้ย่อขนาดหรือแบ่งเป็นหลายไฟล์")
    upload.seek(0)
    head = upload.read(12)
    upload.seek(0)
    if head.startswith(b"%PDF-"):
        picture = first_page_picture(upload.read())
        upload.seek(0)
        return EvidenceFile(upload, name, ".pdf", picture)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or head[8:] == b"WEBP":
        if upload.size > LARGEST_PHOTO:
            raise ValidationError(f"ใหญ่เกิน {LARGEST_PHOTO // MEGABYTE} เมกะไบต์ ให้ย่อภาพก่อน")
        content, suffix, picture = clean_photo(upload)
        return EvidenceFile(ContentFile(content), name, suffix, picture)
    if head.startswith(b"PK\x03\x04"):
        return EvidenceFile(upload, name, office_file_suffix(upload))
    raise ValidationError(_type_message(head))


def _type_message(head):
    """Return the remedy for a file of a refused type, by its first bytes."""
    if head[4:8] == b"ftyp" and head[8:] in HEIC_BRANDS:
        return "เป็นภาพ HEIC ให้แปลงเป็น JPEG ก่อน หรือตั้งกล้องของ iPhone เป็น “เข้ากันได้มากที่สุด” แล้วถ่ายใหม่"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "เป็นไฟล์ Word หรือ Excel รุ่นเก่าหรือที่มีรหัสผ่าน ให้เปิดแล้วบันทึกเป็น .docx, .xlsx หรือ PDF"
    return f"ไม่ใช่ชนิดไฟล์ที่เก็บได้เมื่อดูจากเนื้อหา ให้ใช้ {ACCEPTED_TYPES}"


def clean_file_name(typed: str) -> str:
    """Return a file name without folders and invisible characters, at most LONGEST_NAME long."""
    last = typed.replace("\\", "/").rpartition("/")[2]
    visible = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    name = " ".join(visible.split()) or "ไฟล์"
    suffix = Path(name).suffix[:20]
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - len(suffix)] + suffix


def download_name(name: str, suffix: str) -> str:
    """Return the name for downloading a file, ending with the suffix of its real type."""
    endings = (".jpg", ".jpeg", ".jfif") if suffix == ".jpg" else (suffix,)
    return name if name.lower().endswith(endings) else name + suffix
