"""Files as people upload them, made on the spot; the hostile ones too."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ORIENTATION, GPS = 0x0112, 0x8825


def upload(name, content):
    return SimpleUploadedFile(name, content)


def picture(kind="JPEG", size=(60, 40), colour="navy", mode="RGB", **options):
    written = BytesIO()
    Image.new(mode, size, colour).save(written, kind, **options)
    return written.getvalue()


def photo_with_place(size=(3000, 1000)):
    """A JPEG taken with the camera turned, which tells where, by whom and with what words."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x013B] = "ช่างภาพ"
    exif.get_ifd(GPS).update({1: "N", 2: (7.0, 37.0, 5.0), 3: "E", 4: (100.0, 4.0, 30.0)})
    return picture(size=size, exif=exif, xmp=b"<x:xmpmeta>secret-place</x:xmpmeta>", comment=b"secret-words")


def pdf():
    return picture("PDF", size=(200, 300), colour="red")


def pdf_with_script():
    return pdf().replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
    )


def huge_png(side=50_000):
    """A PNG that says it is 50,000 × 50,000; small on disk, 7.5 gigabytes when drawn."""
    header = struct.pack(">LLBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1_000_000))), (b"IEND", b"")]
    chunks = [
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def package(parts, kind=WORD):
    """A zip with the declaration that makes it a Word or Excel file."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>')
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def docx(**more):
    return package({"word/document.xml": "<w:document/>"} | more)


def smallest_xlsx():
    return package({"xl/workbook.xml": "<workbook/>"}, EXCEL)


def zip_bomb():
    """A Word file of 300 kilobytes that unpacks to 300 megabytes."""
    return docx(**{"word/media/image1.png": bytes(300 * 1024 * 1024)})
