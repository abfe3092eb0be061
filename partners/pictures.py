"""Photos turned upright, made smaller and freed of all they tell beside the picture; small pictures of files."""

import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

LONGEST_SIDE = 2000
SMALL_SIDE = 480
MOST_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000, "PNG": 36_000_000, "WEBP": 36_000_000}
SUFFIXES = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp"}
FORMATS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
FIRST_PAGE = Path(__file__).with_name("first_page.py")
SECONDS_TO_DRAW = 5

TOO_MANY_PIXELS = "มีจำนวนจุดภาพมากเกินไป ให้ย่อภาพก่อน"
BROKEN = "เปิดเป็นภาพไม่ได้ ไฟล์อาจเสียหายหรือส่งมาไม่ครบ ให้ขอไฟล์ต้นฉบับใหม่"
NO_PDF = "เปิดเป็น PDF ไม่ได้ ไฟล์อาจเสียหายหรือมีรหัสผ่าน ให้บันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน"


def cleaned_photo(upload) -> tuple[bytes, str, bytes]:
    """The photo as it may be kept, the suffix of its real type, and a small picture of it."""
    try:
        with Image.open(upload, formats=["JPEG", "PNG", "WEBP"]) as photo:
            if photo.width * photo.height > MOST_PIXELS[photo.format]:
                raise ValidationError(TOO_MANY_PIXELS)
            suffix = SUFFIXES[photo.format]
            clean = _upright(photo)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise ValidationError(BROKEN) from error
    return _written(clean, FORMATS[suffix]), suffix, small_picture(clean)


def _upright(photo):
    """At most LONGEST_SIDE long, upright, with its colour profile and nothing else that it told."""
    photo.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    photo.load()
    profile = photo.info.get("icc_profile") if photo.mode != "CMYK" else None
    mode = "RGBA" if photo.has_transparency_data else "L" if photo.mode in ("1", "L", "I;16") else "RGB"
    small = photo if photo.mode == mode else photo.convert(mode)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = ImageOps.exif_transpose(small)
    clean.info = {"icc_profile": profile} if profile else {}
    return clean


def small_picture(image) -> bytes:
    """A JPEG of at most SMALL_SIDE, on white where the image is transparent."""
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    if small.mode == "RGBA":
        white = Image.new("RGB", small.size, "white")
        white.paste(small, mask=small.getchannel("A"))
        white.info = small.info
        small = white
    return _written(small, "JPEG")


def _written(image, kind):
    written = BytesIO()
    image.save(written, kind, quality=85, icc_profile=image.info.get("icc_profile"))
    return written.getvalue()


def first_page(pdf: bytes) -> bytes | None:
    """A small picture of the first page; none when it takes too long to draw.

    Drawn by a program of its own, so that a PDF made to harm harms nothing else.
    """
    program = [sys.executable, "-I", str(FIRST_PAGE), str(SMALL_SIDE), str(SECONDS_TO_DRAW)]
    try:
        drawn = subprocess.run(program, input=pdf, capture_output=True, timeout=SECONDS_TO_DRAW, check=True)
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        raise ValidationError(NO_PDF) from error
    return drawn.stdout
