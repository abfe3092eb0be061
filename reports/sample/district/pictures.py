"""Drawn pictures: a school under a sky, or a page of paper with lines, both marked as fictional."""

from io import BytesIO

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

FONT = settings.BASE_DIR / "static" / "fonts" / "Sarabun-Regular.ttf"
INK, PAPER = "#1b1f24", "#fffdf7"
SKIES = ("#bcdff5", "#f7d9b0", "#cfe3d4", "#dcd3ee")


def photo(chance, caption):
    """Draw a school and some children, 640 × 480; return it as JPEG."""
    picture = Image.new("RGB", (640, 480), chance.choice(SKIES))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((440, 40, 520, 120), fill="#fff3b0")
    draw.ellipse((-120, 260, 420, 560), fill="#8fb98a")
    draw.ellipse((240, 280, 820, 560), fill="#79a876")
    left = chance.randrange(120, 260)
    draw.rectangle((left, 230, left + 240, 360), fill="#f3ead7", outline=INK)
    draw.polygon([(left - 20, 230), (left + 260, 230), (left + 120, 160)], fill="#a5532f", outline=INK)
    for window in range(4):
        draw.rectangle((left + 20 + window * 55, 265, left + 55 + window * 55, 310), fill="#6f93ad")
    for _ in range(chance.randrange(6, 16)):
        x, y = chance.randrange(60, 580), chance.randrange(370, 430)
        draw.ellipse((x, y, x + 14, y + 14), fill="#e6c6a3", outline=INK)
        draw.rectangle((x - 2, y + 14, x + 16, y + 36), fill=chance.choice(("#fff", "#335f8a", "#7c2d3b")))
    return _with_caption(picture, caption, 446)


def paper(chance, caption):
    """Draw the first page of an official-looking paper, 620 × 877; return it as JPEG."""
    picture = Image.new("RGB", (620, 877), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((285, 50, 335, 100), outline=INK, width=2)
    for line in range(24):
        right = 540 if line % 6 < 5 else chance.randrange(200, 480)
        draw.line((80, 210 + line * 24, right, 210 + line * 24), fill="#b9b3a4", width=3)
    return _with_caption(picture, caption, 130)


def _with_caption(picture, caption, top):
    """Write on a picture what it shows and that it is fictional; return it as JPEG."""
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONT, 20)
    draw.text((picture.width / 2, top), f"ภาพสมมติ {caption}"[:60], fill=INK, font=font, anchor="ma")
    content = BytesIO()
    picture.save(content, "JPEG", quality=80)
    return content.getvalue()
