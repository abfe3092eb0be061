"""The styles of the Word file, set for Thai, and the fields that Word fills in."""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "TH Sarabun New"
SIZE = 16
HEADINGS = {1: 22, 2: 18, 3: 17, 4: 16}
INK = RGBColor(0x1D, 0x4E, 0x6F)
QUIET = RGBColor(0x5B, 0x64, 0x70)
EVIDENCE, SUM, HOW, MARK = "หลักฐาน", "ยอดรวม", "วิธีนับ", "เลขวิธีนับ"


def set_styles(document):
    """Set the built-in styles in the official font, and add our own."""
    styles, center = document.styles, WD_ALIGN_PARAGRAPH.CENTER
    _set_font(styles["Normal"], SIZE).paragraph_format.space_after = Pt(4)
    for level, size in HEADINGS.items():
        style = _set_font(styles[f"Heading {level}"], size, bold=True, color=INK if level < 3 else None)
        style.paragraph_format.keep_with_next = True
    styles["Heading 1"].paragraph_format.page_break_before = True
    _set_font(styles["Title"], 30, bold=True, color=INK).paragraph_format.alignment = center
    _set_font(styles["Subtitle"], 20).paragraph_format.alignment = center
    _set_font(styles["Caption"], SIZE, bold=True, color=INK).paragraph_format.keep_with_next = True
    _set_font(styles["Header"], SIZE).paragraph_format.alignment = center
    _set_font(styles["Strong"], None, bold=True)
    _set_font(_add_style(styles, EVIDENCE), 14, color=QUIET).paragraph_format.left_indent = Cm(1)
    _set_font(_add_style(styles, SUM), SIZE, bold=True).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _set_font(_add_style(styles, HOW), 13, color=QUIET).paragraph_format.space_after = Pt(0)
    styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    for level in (1, 2):
        contents = _set_font(_add_style(styles, f"toc {level}"), SIZE).paragraph_format
        contents.left_indent = Cm(level - 1)
        contents.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _add_style(styles, name):
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    return style


def _set_font(style, size, bold=None, color=None):
    """Set the font for Latin and for Thai letters, of which Word has one each; return the style."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)
    style.font.bold, style.font.cs_bold = bold, bold
    style.font.italic = style.font.cs_italic = False
    if size:
        style.font.size = Pt(size)
        _set_thai_size(properties, size)
    if style.name != "Strong":
        style.font.color.rgb = color or RGBColor(0, 0, 0)
    return style


def _set_thai_size(properties, size):
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    thai = OxmlElement("w:szCs")
    thai.set(qn("w:val"), str(size * 2))
    properties.find(qn("w:sz")).addnext(thai)


def add_field(paragraph, instruction, shown):
    """Add a field with the text that it shows until Word fills it in."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph, instruction, *, stale=False):
    begin = _add_field_mark(paragraph, "begin")
    if stale:
        begin.set(qn("w:dirty"), "true")
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {instruction} "
    paragraph.add_run()._r.append(element)
    _add_field_mark(paragraph, "separate")


def end_field(paragraph):
    _add_field_mark(paragraph, "end")


def _add_field_mark(paragraph, kind):
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)
    return mark
