"""Writing the HTML of the report's body into a Word file: headings, paragraphs, lists, contents."""

import re

import lxml.html
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from portal.thai.digits import to_thai
from reports.outputs.word.styles import EVIDENCE, HOW, MARK, SUM, begin_field, end_field
from reports.outputs.word.tables import write_table

BLOCKS = {"section", "div", "article", "aside", "nav", "table", "ul", "ol", "li", "p", "details", "figure"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
STYLED = {"b": "Strong", "strong": "Strong", "sup": MARK}
UNSEEN = {"svg", "img", "style", "script"}
STYLES = {
    "title": "Title",
    "year": "Subtitle",
    "office": "Subtitle",
    "proof": EVIDENCE,
    "sum": SUM,
    "words": SUM,
    "how-counted": HOW,
}
LEVEL = re.compile(r"level-(\d)")


def write_body(document, html, *, digits):
    """Write every block of the body in its order."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for numbered in root.iter("ol"):
        for number, item in enumerate(numbered.findall("li"), start=1):
            item.text = f"{number}.\t{(item.text or '').lstrip()}"
    if digits == "thai":
        for element in root.iter():
            element.text = to_thai(element.text or "") if element.tag != "code" else element.text
            element.tail = to_thai(element.tail or "")
    _write_children(document, root, "")


def _write_children(document, element, style):
    style = _style_of(element) or style
    for child in _blocks(element):
        if isinstance(child, list):
            if "".join(text for text, _ in child).strip():
                _write_runs(_add_paragraph(document, element, style), child)
            continue
        match child.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                level = min(int(child.tag[1]), 4)
                _write_words(document.add_paragraph(style=f"Heading {level}"), child)
            case "table":
                write_table(document, child, _write_words)
            case "nav":
                _write_contents(document, child)
            case "li" if element.tag == "ol":
                paragraph = _add_paragraph(document, child, style)
                _indent(paragraph, 1)
                _write_words(paragraph, child)
            case "li":
                _write_words(document.add_paragraph(style="List Bullet"), child)
            case _:
                _write_children(document, child, style)


def _blocks(element):
    """Yield the blocks in an element, and between them the runs of text as lists."""
    runs = [(element.text or "", None)]
    for child in element:
        if child.tag in BLOCKS:
            yield runs
            yield child
            runs = []
        else:
            runs += _runs_of(child, None)
        runs.append((child.tail or "", None))
    yield runs


def _inline_runs(element):
    """Yield the texts of an element without blocks, each with its character style or None."""
    yield element.text or "", None
    for child in element:
        yield from _runs_of(child, None)
        is_followed = STYLED.get(child.tag) == "Strong" and not child.tail and child.getnext() is not None
        yield " " if is_followed else child.tail or "", None


def _runs_of(element, style):
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    classes = element.get("class", "").split()
    if element.tag == "br":
        yield "\n", style
    elif "sign-line" in classes:
        yield "." * 40, style
    style = style or STYLED.get(element.tag) or ("Strong" if "label" in classes else None)
    yield element.text or "", style
    for child in element:
        yield from _runs_of(child, style)
        yield child.tail or "", style
    if "n" in classes:
        yield "\t", style


def _write_words(paragraph, element, style=None):
    """Write the texts of an element without blocks, in a character style if they have none."""
    _write_runs(paragraph, [(text, own or style) for text, own in _inline_runs(element)])


def _write_runs(paragraph, runs):
    """Write the runs with white space as HTML shows it: one space, and none at either end of a line."""
    shown = []
    for text, style in [*runs, ("\n", None)]:
        text = text if text == "\n" else re.sub("[ \r\n]+", " ", text)
        text = text.lstrip(" ") if not shown or shown[-1][0][-1] in " \n\t" else text
        if text == "\n" and shown and shown[-1][0].endswith(" "):
            last, its_style = shown.pop()
            shown += [(last[:-1], its_style)] * (last != " ")
        shown += [(text, style)] * bool(text)
    for text, style in shown[:-1]:
        paragraph.add_run(text, style=style)


def _add_paragraph(document, element, style):
    paragraph = document.add_paragraph(style=style or None)
    if level := LEVEL.search(element.get("class", "")):
        _indent(paragraph, int(level[1]) if "lead" not in element.get("class") else 0)
    elif element.getparent() is not None and "signers" in element.getparent().get("class", ""):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _indent(paragraph, level):
    """Hang the number of a paragraph before it; indent the first line of one without a number."""
    paragraph.paragraph_format.left_indent = Cm(level)
    paragraph.paragraph_format.first_line_indent = Cm(-1 if level else 1.25)


def _style_of(element):
    return next((STYLES[name] for name in element.get("class", "").split() if name in STYLES), "")


def _write_contents(document, nav):
    """Write a field of contents that Word fills in; until then it shows the headings of the report's contents."""
    links = nav.findall(".//a")
    for place, link in enumerate(links):
        paragraph = document.add_paragraph(style="toc 2" if "sub" in link.get("class", "") else "toc 1")
        if not place:
            begin_field(paragraph, r'TOC \o "1-3" \h \z \u', stale=True)
        _write_words(paragraph, link)
        if place == len(links) - 1:
            end_field(paragraph)
