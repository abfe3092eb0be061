"""Tables of the report's body as tables of a Word file, with repeated heads and unbroken rows."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

WIDTH = 16
STRONG = {"giver", "subtotal", "total"}
NARROW = {"narrow": 0.13, "amount": 0.22, "value": 0.25, "kind-of": 0.25, "how": 0.4}


def write_table(document, element, write_words):
    """Write a table under its caption, without the columns that only have a drawing."""
    rows = element.xpath("./thead/tr | ./tbody/tr | ./tr")
    drawn = {
        place for row in rows for place, cell in enumerate(row) if "bar" in cell.get("class", "").split()
    }
    widths = _column_widths(element, drawn)
    caption = element.find("caption")
    if caption is not None:
        write_words(document.add_paragraph(style="Caption"), caption)
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in rows:
        cells = table.add_row().cells
        _keep_whole(table.rows[-1], is_head=row.getparent().tag == "thead")
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)
        _write_row([cell for place, cell in enumerate(row) if place not in drawn], cells, write_words)
    document.add_paragraph()


def _column_widths(element, drawn):
    """Return widths in centimetres: narrow columns as their classes say, the others share the rest."""
    columns = [column for place, column in enumerate(element.findall("./colgroup/col")) if place not in drawn]
    if not columns:
        count = max(sum(int(cell.get("colspan", 1)) for cell in row) for row in element.iter("tr"))
        return [WIDTH / count] * count
    shares = [NARROW.get(column.get("class", "")) for column in columns]
    left = 1 - sum(share or 0 for share in shares)
    return [WIDTH * (share or left / shares.count(None)) for share in shares]


def _write_row(row, cells, write_words):
    place = 0
    for source in row:
        span = int(source.get("colspan", 1))
        cell = cells[place].merge(cells[place + span - 1]) if span > 1 else cells[place]
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = 0
        if "num" in source.get("class", "").split():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        html_row = source.getparent()
        strong = html_row.getparent().tag == "thead" or STRONG & {*html_row.get("class", "").split()}
        write_words(paragraph, source, "Strong" if strong else None)
        place += span


def _keep_whole(row, *, is_head):
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader") if is_head else ("w:cantSplit",):
        mark = OxmlElement(name)
        mark.set(qn("w:val"), "true")
        properties.append(mark)
