"""The Sarabun of static/fonts: what is printed with it can be searched and copied as it was typed."""

from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from weasyprint import HTML

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
WEIGHTS = ("Regular", "Bold")
CSS_WEIGHTS = {"Regular": 400, "Bold": 700}

SARA_AM = "\N{THAI CHARACTER SARA AM}"
TONES = (
    "",
    "\N{THAI CHARACTER MAI EK}",
    "\N{THAI CHARACTER MAI THO}",
    "\N{THAI CHARACTER MAI TRI}",
    "\N{THAI CHARACTER MAI CHATTAWA}",
)
CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
SYLLABLES = [consonant + tone + SARA_AM for consonant in CONSONANTS for tone in TONES]
WORDS = [
    "น้ำ",
    "ค่ำ",
    "ก้ำ",
    "ซ้ำ",
    "จำนวน",
    "สำนักงาน",
    "กำ",
    "ก๊ำ",
    "ก๋ำ",
    "ป้ำ",
    "ฝ้ำ",
    "ฟ้ำ",
    "การทำงาน",
    "ข้าราชการ",
    "อำเภอ",
    "ลำพูน",
    "น้ำตาล",
]

THAI = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]
ASCII = [chr(code) for code in range(0x20, 0x7F)]
PUNCTUATION = list("–—“”‘’…·•×≤≥←→■▲")


def print_lines(lines: list[str], weight: str, more_css: str = "") -> bytes:
    """Return a PDF with one paragraph for each line, set in the given weight."""
    faces = "".join(
        f"@font-face {{ font-family: Sarabun; font-weight: {number};"
        f" src: url({(FONTS / f'Sarabun-{name}.ttf').as_uri()}) }}"
        for name, number in CSS_WEIGHTS.items()
    )
    style = f"{faces} p {{ font: {CSS_WEIGHTS[weight]} 11pt Sarabun; margin: 0; {more_css} }}"
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return HTML(string=f"<html lang=th><style>{style}</style>{paragraphs}").write_pdf()


def read_lines(pdf: bytes) -> list[str]:
    """Return the lines of a PDF's text layer."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [line for page in document for line in page.get_textpage().get_text_bounded().splitlines()]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_words_with_sara_am_are_read_back_as_typed(weight):
    """Every tone mark with ำ, over plain and tall consonants and beside words with า, is extracted exactly."""
    assert read_lines(print_lines(WORDS, weight)) == WORDS


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_syllable_with_sara_am_is_read_back_as_typed(weight):
    """Each of the 46 consonants under each tone mark and ำ is extracted exactly."""
    assert read_lines(print_lines(SYLLABLES, weight)) == SYLLABLES


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_document_that_begins_with_sara_am_is_read_back_as_typed(weight):
    """A document whose first า is the one inside ำ keeps both the ำ and every า after it."""
    lines = ["สำนักงานเขตพื้นที่การศึกษา"]
    assert read_lines(print_lines(lines, weight)) == lines


@pytest.mark.parametrize("weight", WEIGHTS)
def test_without_the_ligatures_sara_am_is_not_read_back(weight):
    """With glyph composition switched off the text layer is wrong, so it is the ligatures that make it right."""
    assert read_lines(print_lines(WORDS, weight, 'font-feature-settings: "ccmp" 0')) != WORDS


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("characters", [THAI, ASCII, PUNCTUATION], ids=["thai", "ascii", "punctuation"])
def test_font_has_a_glyph_for_each_character(weight, characters):
    """Thai, printable ASCII and the punctuation and signs of our pages all have a glyph."""
    with TTFont(FONTS / f"Sarabun-{weight}.ttf") as font:
        drawn = font.getBestCmap()
    assert [character for character in characters if ord(character) not in drawn] == []


@pytest.mark.parametrize("weight", WEIGHTS)
def test_web_font_has_the_glyphs_of_the_print_font(weight):
    """The .woff2 of a weight holds exactly the glyphs of its .ttf."""
    stem = f"Sarabun-{weight}"
    with TTFont(FONTS / f"{stem}.ttf") as printed, TTFont(FONTS / f"{stem}.woff2") as shown:
        assert shown.getGlyphOrder() == printed.getGlyphOrder()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_font_says_that_it_is_modified(weight):
    """The version string tells the font from the published one of the same name."""
    with TTFont(FONTS / f"Sarabun-{weight}.ttf") as font:
        assert font["name"].getDebugName(5).endswith("SARA AM ligatures added")


def test_licence_lies_beside_the_fonts():
    """The licence text, with the copyright line the fonts carry, is shipped with them."""
    with TTFont(FONTS / "Sarabun-Regular.ttf") as font:
        copyright_line = font["name"].getDebugName(0)
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith(copyright_line)
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
