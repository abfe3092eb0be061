"""Builds the Sarabun of static/fonts: the published font with one glyph for every ำ, alone or under a tone mark.

A PDF holds glyphs, and beside them one Unicode string for each glyph, from which readers search and copy.
Shaping takes ำ (U+0E33) apart: น้ำ is drawn as น, then NIKHAHIT with the tone mark above it, then SARA AA. Two
glyphs then share the characters of one ำ, and SARA AA is also the า of every other word. Whichever string the
producer notes for it is wrong somewhere: จำนวน is read back as จานวน, or การ as กำร.

The cure is in the font. A ligature puts the two back together as the last step of shaping, so that each of
ำ ่ำ ้ำ ๊ำ ๋ำ is a glyph of its own with a string of its own. It is composed of the font's own glyphs, at the
distance they have in its own ำ. The marks inside it are no longer fitted to each consonant: that would move them
by 1 % of an em at most over nearly all consonants, and by 4 % (bold ษ) at worst.

Sarabun is under the SIL Open Font License and reserves no font name, so a modified version may keep the name.
The version string of the built fonts says that they are modified.

Usage: npm ci && python scripts/build_fonts.py
"""

import shutil
from pathlib import Path

from fontTools.otlLib.builder import buildLigatureSubstSubtable, buildLookup
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "node_modules" / "@expo-google-fonts" / "sarabun"
TARGET = ROOT / "static" / "fonts"
WEIGHTS = {
    "Regular": SOURCE / "400Regular" / "Sarabun_400Regular.ttf",
    "Bold": SOURCE / "700Bold" / "Sarabun_700Bold.ttf",
}

SARA_AA = "uni0E32"
SARA_AM = "uni0E33"
NIKHAHIT = "uni0E4D"
TONES = ("", "0E48", "0E49", "0E4A", "0E4B")
SHAPES = ("", ".narrow")  # .narrow keeps clear of the tall strokes of ป ฝ ฟ

VERSION_NAME_ID = 5
BASE_GLYPH_CLASS = 1
IDENTITY = (1, 0, 0, 1, 0, 0)


def main() -> None:
    """Write both weights, each for print and for the web, and the licence they are under."""
    TARGET.mkdir(parents=True, exist_ok=True)
    written = [shutil.copyfile(SOURCE / "LICENSE_FONT", TARGET / "OFL.txt")]
    for weight, source in WEIGHTS.items():
        font = TTFont(source, recalcTimestamp=False)
        add_sara_am_ligatures(font)
        written += save(font, TARGET / f"Sarabun-{weight}")
    for path in written:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")


def add_sara_am_ligatures(font: TTFont) -> None:
    """Give each pair of NIKHAHIT (with or without a tone mark, either shape) and SARA AA one glyph."""
    ligatures = {}
    for tone in TONES:
        for shape in SHAPES:
            mark = f"{NIKHAHIT}{tone}{shape}"
            # Named by the rules of the Adobe Glyph List, so that a reader can tell the text from the name too.
            ligature = f"uni{tone}0E33{shape}"
            if ligature != SARA_AM:
                add_composed_glyph(font, ligature, mark)
            ligatures[mark, SARA_AA] = ligature
    append_to_thai_composition(font, ligatures)
    version = font["name"].getName(VERSION_NAME_ID, 3, 1)
    version.string = f"{version}; SARA AM ligatures added"


def add_composed_glyph(font: TTFont, name: str, mark: str) -> None:
    """Add a glyph that looks like the mark followed by SARA AA and is as wide as SARA AA."""
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(mark, IDENTITY)
    pen.addComponent(SARA_AA, IDENTITY)
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    width, _ = font["hmtx"][SARA_AA]
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (width, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = BASE_GLYPH_CLASS


def append_to_thai_composition(font: TTFont, ligatures: dict[tuple[str, str], str]) -> None:
    """Append the ligatures to the steps of `ccmp` for Thai, after the step that picks the narrow marks."""
    gsub = font["GSUB"].table
    gsub.LookupList.Lookup.append(buildLookup([buildLigatureSubstSubtable(ligatures)]))
    (thai,) = (record.Script for record in gsub.ScriptList.ScriptRecord if record.ScriptTag == "thai")
    features = [gsub.FeatureList.FeatureRecord[index] for index in thai.DefaultLangSys.FeatureIndex]
    (composition,) = (record.Feature for record in features if record.FeatureTag == "ccmp")
    composition.LookupListIndex.append(len(gsub.LookupList.Lookup) - 1)


def save(font: TTFont, stem: Path) -> list[Path]:
    """Write the font as .ttf and as .woff2, the same bytes every time, and return both paths."""
    plain, packed = stem.with_suffix(".ttf"), stem.with_suffix(".woff2")
    font.save(plain)
    web_font = TTFont(plain, recalcTimestamp=False)
    web_font.flavor = "woff2"
    web_font.save(packed)
    return [plain, packed]


if __name__ == "__main__":
    main()
