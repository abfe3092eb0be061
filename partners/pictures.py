"""Clean uploaded photos of their metadata, and draw thumbnails of photos and PDF files."""

import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

LONGEST_SIDE = 2000
SMALL_SIDE = 480
MOST_PIXELS = {"JPEG": 64_000_000, "PNG": 36_000_000, "WEBP": 36_000_000}
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
FIRST_PAGE = Path(__file__).with_name("pdf_preview.py")
SECONDS_TO_DRAW = 5

TOO_MANY_PIXELS = "มีจำนวนจุดภาพมากเกินไป ให้ย่อภาพก่อน"
BROKEN = "เปิดเป็นภาพไม่ได้ ไฟล์อาจเสียหายหรือส่งมาไม่ครบ ให้ขอไฟล์ต้นฉบับใหม่"
NO_PDF = "เปิดเป็น PDF ไม่ได้ ไฟล์อาจเสียหายหรือมีรหัสผ่าน ให้บันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน"


def clean_photo(upload) -> tuple[bytes, str, bytes]:
    """Return the cleaned photo, the suffix of its real type, and a thumbnail."""
    try:
        with Image.open(upload, formats=["JPEG", "PNG", "WEBP"]) as photo:
            image_format = "JPEG" if photo.format == "MPO" else photo.format
            if photo.width * photo.height > MOST_PIXELS[image_format]:
                raise ValidationError(TOO_MANY_PIXELS)
            clean = _clean_image(photo)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise ValidationError(BROKEN) from error
    return _encode(clean, image_format), SUFFIXES[image_format], _thumbnail(clean)


def _clean_image(photo):
    """Return the image upright, at most LONGEST_SIDE long, with its colour profile as the only metadata."""
    photo.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    photo.load()
    profile = photo.info.get("icc_profile") if photo.mode != "CMYK" else None
    mode = "RGBA" if photo.has_transparency_data else "L" if photo.mode in ("1", "L", "I;16") else "RGB"
    small = photo if photo.mode == mode else photo.convert(mode)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = ImageOps.exif_transpose(small)
    clean.info = {"icc_profile": profile} if profile else {}
    return clean


def _thumbnail(image) -> bytes:
    """Return a JPEG of at most SMALL_SIDE, with white behind transparent parts."""
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    if small.mode == "RGBA":
        white = Image.new("RGB", small.size, "white")
        white.paste(small, mask=small.getchannel("A"))
        white.info = small.info
        small = white
    return _encode(small, "JPEG")


def _encode(image, image_format) -> bytes:
    content = BytesIO()
    image.save(content, image_format, quality=85, icc_profile=image.info.get("icc_profile"))
    return content.getvalue()


def first_page_picture(pdf: bytes) -> bytes | None:
    """Return a thumbnail of the first page, or None when drawing takes longer than SECONDS_TO_DRAW."""
    # In a process of its own: a malicious PDF can then harm nothing else.
    program = [sys.executable, "-I", str(FIRST_PAGE), str(SMALL_SIDE), str(SECONDS_TO_DRAW)]
    try:
        drawn = subprocess.run(program, input=pdf, capture_output=True, timeout=SECONDS_TO_DRAW, check=True)
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        raise ValidationError(NO_PDF) from error
    return drawn.stdout
