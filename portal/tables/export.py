"""Export the filtered rows of a list, in their order, as a spreadsheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from io import BytesIO

import xlsxwriter
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from portal.admin.filters import EVERY_YEAR
from portal.downloads import attachment
from portal.roles import reads_people
from portal.tables.csv_text import csv_text, inert
from portal.thai.dates import file_date, format_date, format_period

NARROWEST, WIDEST = 10, 59
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_CELL = 32_767


@dataclass(frozen=True)
class ExportRow:
    """One row of an export: a record, the part that the row describes, and the user who reads it."""

    record: object
    part: object = None
    user: object = None

    @cached_property
    def reads_people(self):
        """Whether the user may read the names and phones of private persons."""
        return reads_people(self.user)

    def name(self, organization):
        """Return the full name of an organization, that of a private person only if the user may read it."""
        return organization.display_name(self.user) if organization else ""


def plain_rows(records, user):
    """Return one row for each record."""
    return (ExportRow(record, user=user) for record in records)


@dataclass(frozen=True)
class ExportSheet:
    """The columns of an export, and `make_rows`, a function of a queryset and a user that yields an ExportRow each.

    It joins single relations: SQLite refuses to prefetch more than a thousand single records.
    """

    columns: tuple
    make_rows: Callable = plain_rows

    @property
    def heads(self):
        return [column.head for column in self.columns]

    def rows(self, records, user):
        """Return the values of each row, in the order of the columns."""
        return [[_cell(column, row) for column in self.columns] for row in self.make_rows(records, user)]


def export_list(model_admin, request, form):
    """Return the filtered rows of an admin list as a file."""
    if form not in WRITERS:
        raise Http404(f"ส่งออกเป็น “{form}” ไม่ได้")
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    try:
        changelist = model_admin.get_changelist_instance(request)
    except IncorrectLookupParameters:
        return redirect("../../?e=1")
    title = str(changelist.opts.verbose_name_plural).partition("/")[0]
    rows = model_admin.sheet.rows(changelist.queryset, request.user)
    return spreadsheet(model_admin.sheet.heads, rows, title, f"{title}-{_year_or_day(changelist)}.{form}")


def requested_download(request, sheet, records, title, occasion):
    """Return the filtered rows of a public list as the file of ?download=, or None."""
    form = request.GET.get("download")
    if form not in WRITERS:
        return None
    rows = sheet.rows(records, request.user)
    return spreadsheet(sheet.heads, rows, title, f"{title}-{occasion}.{form}")


def spreadsheet(heads, rows, title, name):
    """Return rows as a file in the format that its name ends with."""
    write = WRITERS[name.rpartition(".")[2]]
    return attachment(write(heads, rows, title), name)


def day_text(value):
    """Return a day as it is typed: 22/8/2557."""
    return format_date(value, "input") if value else ""


def period_text(first, last):
    """Return a day, month, year or span as it is typed."""
    return format_period(first, last, "input") if first and last else ""


def as_typed(value):
    """Return a value as people type it, text and numbers as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ได้" if value else "ไม่ได้"
    if isinstance(value, date):
        return day_text(value)
    return period_text(*value) if isinstance(value, tuple) else value


def _cell(column, row):
    """Return the number or text of a column in a row."""
    if callable(column.get):
        value = column.get(row)
    else:
        value = _read_value(column, row.part if column.is_of_part else row.record)
    value = as_typed(value)
    return value if isinstance(value, int | Decimal) else inert(str(value))


def _read_value(column, record):
    """Return the value of a column's path or fields, the label of a choice."""
    if record is None:
        return None
    if len(column.fields) > 1 and not column.get:
        return tuple(getattr(record, name) for name in column.fields)
    value = record
    for name in (column.get or (column.fields or (column.key,))[0]).split("."):
        label = getattr(value, f"get_{name}_display", None)
        value = label() if label else getattr(value, name)
        if value is None:
            return None
    return value


def _year_or_day(changelist):
    """Return the end of a file name: the fiscal year of a list, else today."""
    if changelist.fiscal_year == EVERY_YEAR:
        return "ทุกปี"
    return changelist.fiscal_year or file_date(timezone.localdate())


def _xlsx_bytes(heads, rows, title):
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet(_NOT_IN_A_TITLE.sub(" ", title)[:31])
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, heads, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if value and isinstance(value, str):
                sheet.write_string(number, place, value[:_LONGEST_CELL], wrapped if "\n" in value else None)
            elif value != "":
                sheet.write_number(number, place, value, money if isinstance(value, Decimal) else None)
    for place, values in enumerate(zip(heads, *rows, strict=True)):
        widest = max(len(str(value)) for value in values)
        sheet.set_column(place, place, min(max(widest + 2, NARROWEST), WIDEST))
    book.close()
    return content.getvalue()


WRITERS = {"xlsx": _xlsx_bytes, "csv": lambda heads, rows, title: csv_text(heads, rows)}
