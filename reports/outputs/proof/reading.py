"""Reading the control totals out of the HTML, the text layer of the PDF and the cells of the workbook."""

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
    """Return the control totals by key, as their table prints them."""
    return {row["key"]: row["value"] for row in printed_rows(html)}


def printed_year(html: str) -> int:
    """Return the fiscal year (พ.ศ.) whose control totals are printed."""
    return int(lxml.html.fromstring(html).get_element_by_id("control-totals").get("data-year"))


def printed_rows(html: str) -> list[dict]:
    """Return the rows of the table of control totals with their labels; a narrowed report has none."""
    table = lxml.html.fromstring(html).get_element_by_id("control-totals", None)
    if table is None:
        return []
    rows = []
    for row in table.xpath(".//tr[@data-figure]"):
        label, shown = row.find_class("label-of")[0].text_content(), row.find_class("num")[0].text_content()
        amount, _, unit = _plain(shown, keep=" ").partition(" ")
        figure = {"key": row.get("data-figure"), "label": label.strip()}
        rows.append(figure | {"value": _parse_number(amount), "unit": unit.strip()})
    return rows


def read_pdf(pdf: bytes, rows: list[dict]) -> dict:
    """Return the control totals that the text layer has, found by label and unit of the printed rows."""
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    text = _plain("".join(page.get_textpage().get_text_range() for page in pages))
    totals = {}
    for place, row in enumerate(rows, start=1):
        pattern = rf"{place}{re.escape(_plain(row['label']))}{NUMBER}{re.escape(_plain(row['unit']))}"
        if numbers := re.findall(pattern, text):
            totals[row["key"]] = _parse_number(numbers[-1])
    return totals


def read_workbook(content: bytes) -> dict:
    """Return the control totals added up from the cells of the tables, not from the sums below them."""
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
    """Return a text to compare: NFKC, Arabic digits, no spaces, since lines break anywhere between words."""
    text = to_arabic(unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", keep, text).strip()


def _parse_number(text):
    return None if text == "ไม่ระบุ" else Decimal(text.replace(",", ""))
