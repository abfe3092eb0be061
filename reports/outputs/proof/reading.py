"""The control totals read back: out of the HTML, out of the PDF's text layer, out of the workbook's cells."""

import re
import unicodedata
from decimal import Decimal
from io import BytesIO

import lxml.html
import openpyxl
import pypdfium2

from portal.thai.digits import to_arabic
from reports.figures.metrics import things_key
from reports.outputs.workbook.sheets import SHEETS

NUMBER = r"([0-9,]+(?:\.[0-9]+)?|ไม่ระบุ)"


def read_html(html: str) -> dict:
    """As the table of control totals prints them."""
    return {row["key"]: row["value"] for row in printed_rows(html)}


def printed_year(html: str) -> int:
    """The year whose control totals are printed."""
    return int(lxml.html.fromstring(html).get_element_by_id("control-totals").get("data-year"))


def printed_rows(html: str) -> list[dict]:
    """The rows of the table of control totals, with what they are called; a narrowed report has none."""
    table = lxml.html.fromstring(html).get_element_by_id("control-totals", None)
    if table is None:
        return []
    rows = []
    for row in table.xpath(".//tr[@data-figure]"):
        label, shown = row.find_class("label-of")[0].text_content(), row.find_class("num")[0].text_content()
        amount, _, unit = _plain(shown, keep=" ").partition(" ")
        rows.append(
            {
                "key": row.get("data-figure"),
                "label": label.strip(),
                "value": _number(amount),
                "unit": unit.strip(),
            }
        )
    return rows


def read_pdf(pdf: bytes, rows: list[dict]) -> dict:
    """As the text layer has them, by the words of the printed rows; what it does not have is left out."""
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    text = _plain("".join(page.get_textpage().get_text_range() for page in pages))
    found = {}
    for place, row in enumerate(rows, start=1):
        words = rf"{place}{re.escape(_plain(row['label']))}{NUMBER}{re.escape(_plain(row['unit']))}"
        if shown := re.findall(words, text):
            found[row["key"]] = _number(shown[-1])
    return found


def read_workbook(content: bytes) -> dict:
    """Counted and added up from the cells of the tables, not from the sums that stand below them."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True, read_only=True)
    names = ("partners", "projects", "cash", "things", "agreements", "groups")
    partners, projects, cash, things, agreements, groups = (
        _read_rows(book[SHEETS[name]["title"]]) for name in names
    )
    amounts = [row["จำนวนเงิน (บาท)"] for row in cash]
    quantities = {}
    for row in things:
        quantities.setdefault(things_key(row["สิ่งที่ให้"], row["หน่วยนับ"]), []).append(row["จำนวน"])
    return {
        "partners": sum(row["บทบาท"] == "ภาคี" for row in partners),
        "projects": len(projects),
        "cash": _sum(amounts),
        "cash_known": sum(amount is not None for amount in amounts),
        "cash_unknown": sum(amount is None for amount in amounts),
        **{key: _sum(numbers) for key, numbers in quantities.items()},
        "agreements": len(agreements),
        "groups": len(groups),
        "evidence": sum(row["หลักฐาน"] == "มี" for row in projects),
    }


def _read_rows(sheet):
    """Return the rows of a sheet by their headings, without the row of sums."""
    heads, *rows = [list(row) for row in sheet.iter_rows(values_only=True)] or [[]]
    return [dict(zip(heads, row, strict=False)) for row in rows if row[0] not in (None, "รวม")]


def _sum(numbers):
    known = [Decimal(str(number)) for number in numbers if number is not None]
    return sum(known) if known else None


def _plain(text, keep=""):
    """For comparison: NFKC, Arabic digits, no spaces, since lines break anywhere between words."""
    text = to_arabic(unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", keep, text).strip()


def _number(text):
    return None if text == "ไม่ระบุ" else Decimal(text.replace(",", ""))
