"""How the Word file looks: its styles, set for Thai, and the fields that Word fills in."""

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
    """The built-in styles in the official face, and the few of ours."""
    styles = document.styles
    _type(styles["Normal"], SIZE)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for level, size in HEADINGS.items():
        _type(styles[f"Heading {level}"], size, bold=True, color=INK if level < 3 else None)
        styles[f"Heading {level}"].paragraph_format.keep_with_next = True
    styles["Heading 1"].paragraph_format.page_break_before = True
    _type(styles["Title"], 30, bold=True, color=INK)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _type(styles["Subtitle"], 20)
    styles["Subtitle"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _type(styles["Caption"], SIZE, bold=True, color=INK)
    styles["Caption"].paragraph_format.keep_with_next = True
    _type(styles["Header"], SIZE)
    styles["Header"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _type(styles["Strong"], None, bold=True)
    _type(_added(styles, EVIDENCE), 14, color=QUIET).paragraph_format.left_indent = Cm(1)
    _type(_added(styles, SUM), SIZE, bold=True).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _type(_added(styles, HOW), 13, color=QUIET).paragraph_format.space_after = Pt(0)
    mark = styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    for level in (1, 2):
        contents = _type(_added(styles, f"toc {level}"), SIZE).paragraph_format
        contents.left_indent = Cm(level - 1)
        contents.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _added(styles, name):
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    return style


def _type(style, size, bold=None, color=None):
    """The font for Latin and for Thai letters; Word keeps a face, a size and a weight for each."""
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
        _complex_size(properties, size)
    if style.name != "Strong":
        style.font.color.rgb = color or RGBColor(0, 0, 0)
    return style


def _complex_size(properties, size):
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    thai = OxmlElement("w:szCs")
    thai.set(qn("w:val"), str(size * 2))
    properties.find(qn("w:sz")).addnext(thai)


def add_field(paragraph, instruction, shown):
    """A field with what it shows until Word fills it in."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph, instruction, *, stale=False):
    begin = _field_mark(paragraph, "begin")
    if stale:
        begin.set(qn("w:dirty"), "true")
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)
    _field_mark(paragraph, "separate")


def end_field(paragraph):
    _field_mark(paragraph, "end")


def _field_mark(paragraph, kind):
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)
    return mark
