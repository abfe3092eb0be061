"""The year as an Excel workbook: one sheet for each table, with sums as formulas that carry their values."""

import datetime
from io import BytesIO
from unicodedata import category

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from projects.totals import Totals
from reports.outputs.book import title_of
from reports.outputs.proof.control_totals import control_totals
from reports.outputs.redaction import for_the_public
from reports.outputs.workbook.control_sheet import write_control_sheet
from reports.outputs.workbook.sheets import BAHT, COUNT, sheet_of, sheets_of
from reports.report import Report

MADE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same year gives the same bytes
A4 = 9
LINE, NOTES = 20, 90
NUMBERS = {BAHT: "#,##0.00", COUNT: "#,##0"}


def workbook(report: Report, *, notes=()) -> bytes:
    """Return an Excel file with the notes on its first sheet; the same report and notes give the same bytes."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title_of(report), "created": MADE})
    formats = _add_formats(book)
    summary, sheets = report.summary, sheets_of(report)
    sheets = for_the_public(sheets) if report.public else sheets
    if notes:
        _write_notes(book.add_worksheet("โปรดอ่าน"), notes, formats)
    for sheet in (*_summary_sheets(summary), *sheets):
        _write_sheet(book.add_worksheet(sheet.title), sheet, formats, title_of(report))
    page = book.add_worksheet("ยอดควบคุม")
    _set_up_page(page, title_of(report), "ยอดควบคุม")
    write_control_sheet(page, control_totals(summary.figures), sheets, formats)
    book.close()
    return content.getvalue()


def _add_formats(book):
    plain = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top"}
    wrapped, bold = plain | {"text_wrap": True}, plain | {"bold": True, "top": 1}
    return {
        "head": book.add_format(wrapped | {"bold": True, "bg_color": "#E4ECF1", "bottom": 1}),
        "text": book.add_format(wrapped | {"indent": 1}),
        "total": book.add_format(bold),
        **{form: book.add_format(plain | {"num_format": n}) for form, n in NUMBERS.items()},
        **{f"total {form}": book.add_format(bold | {"num_format": n}) for form, n in NUMBERS.items()},
    }


def _write_notes(page, notes, formats):
    page.set_column(0, 0, NOTES)
    for line, note in enumerate(notes):
        page.set_row(line, LINE * lines_of(note, NOTES))
        page.write_string(line, 0, note, formats["text"])


def _summary_sheets(summary):
    """Yield the cash of the year by the kind of its givers, and by the category of its projects."""
    for name, parts in (("by_kind", summary.by_kind), ("by_category", summary.by_category)):
        rows = ({"label": part.label, **_sums(part.totals)} for part in parts)
        yield sheet_of(name, rows, **_sums(Totals.of(part.totals for part in parts)))


def _sums(totals):
    return {"cash_known": totals.cash_known, "cash": totals.cash}


def _write_sheet(page, sheet, formats, title):
    _set_up_page(page, title, sheet.title)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.header, formats["head"])
    page.set_row(0, 2 * LINE)
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, LINE * max(lines_of(row[column.key], column.width) for column in sheet.columns))
        for place, column in enumerate(sheet.columns):
            _write_value(page, line, place, row[column.key], column.form, formats)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        _write_totals(page, sheet, formats)


def lines_of(value, width):
    """Return how many lines a text takes in a column; marks above and below letters take no room."""
    letters = sum(category(letter) != "Mn" for letter in str(value or ""))
    return 1 + letters // (width + 1)


def _write_value(page, line, place, value, form, formats):
    if value is None:
        page.write_blank(line, place, None, formats[form])
    elif form in NUMBERS:
        page.write_number(line, place, value, formats[form])
    else:
        page.write_string(line, place, str(value), formats["text"])


def _write_totals(page, sheet, formats):
    last = len(sheet.rows)
    if sheet.totals:
        for place, column in enumerate(sheet.columns):
            page.write_string(last + 1, place, "" if place else "รวม", formats["total"])
            if column.key in sheet.totals:
                cells = xl_range_abs(1, place, last, place)
                value = float(sheet.totals[column.key])
                page.write_formula(last + 1, place, f"=SUM({cells})", formats[f"total {column.form}"], value)


def _set_up_page(page, title, name):
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.6)
    page.set_default_row(LINE)
    page.set_header(f"&L{title.replace('&', '&&')[:200]}&R{name}")
    page.set_footer("&C- &P -")
