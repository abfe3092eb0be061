"""What a list shows, as a spreadsheet: exactly the filtered rows, in their order."""

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
from portal.roles import READS_PEOPLE
from portal.tables.csv_text import csv_text, inert
from portal.thai.dates import file_date, format_date, format_period

NARROWEST, WIDEST = 10, 59
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_CELL = 32_767


@dataclass(frozen=True)
class ExportRow:
    """One row of an export: a record, the part of it that the row is about, and who reads it."""

    record: object
    part: object = None
    user: object = None

    @cached_property
    def reads_people(self):
        """Whether the user may read the names and phones of private persons."""
        return self.user.has_perm(READS_PEOPLE)

    def name(self, body):
        """The full name of an organization, of a private person only for those who may read it."""
        return body.display_name(self.user) if body else ""


@dataclass(frozen=True)
class ExportSheet:
    """The columns in which records are exported; `make_rows` makes the rows of a queryset for a user.

    It joins relations that lead to one record each, and prefetches those that lead to many: SQLite refuses to look
    up more than a thousand single records in a query of their own.
    """

    columns: tuple
    make_rows: Callable

    @property
    def heads(self):
        return [column.head for column in self.columns]

    def rows(self, records, user):
        """The values of each row, in the order of the columns."""
        return [[_value(column, line) for column in self.columns] for line in self.make_rows(records, user)]


def plain_rows(records, user):
    """A row for each record as it is."""
    return (ExportRow(record, user=user) for record in records)


def export_list(model_admin, request, form):
    """The filtered rows of a list as a file."""
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
    return spreadsheet(model_admin.sheet.heads, rows, title, f"{title}-{_occasion(changelist)}.{form}")


def requested_download(request, sheet, records, title, occasion):
    """The filtered rows of a public list as the file that ?download= asks for, or nothing."""
    form = request.GET.get("download")
    if form not in WRITERS:
        return None
    rows = sheet.rows(records, request.user)
    return spreadsheet(sheet.heads, rows, title, f"{title}-{occasion}.{form}")


def spreadsheet(heads, rows, title, name):
    """The rows as a file of this name, which ends with its format."""
    write = WRITERS[name.rpartition(".")[2]]
    return attachment(write(heads, rows, title), name)


def day_text(value):
    """A day as it is typed: 22/8/2557."""
    return format_date(value, "input") if value else ""


def period_text(first, last):
    """A day, month, year or span as it is typed."""
    return format_period(first, last, "input") if first and last else ""


def as_typed(value):
    """A value as people type it; text and numbers are left as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ได้" if value else "ไม่ได้"
    if isinstance(value, date):
        return day_text(value)
    return period_text(*value) if isinstance(value, tuple) else value


def _value(column, line):
    """What a column says of a row: a number, or text."""
    if callable(column.get):
        found = column.get(line)
    else:
        found = _read(column, line.part if column.is_of_part else line.record)
    found = as_typed(found)
    return found if isinstance(found, int | Decimal) else inert(str(found))


def _read(column, record):
    """The value of a column's path or fields, of a choice its word."""
    if record is None:
        return None
    if len(column.fields) > 1 and not column.get:
        return tuple(getattr(record, name) for name in column.fields)
    for name in (column.get or (column.fields or (column.key,))[0]).split("."):
        words = getattr(record, f"get_{name}_display", None)
        record = words() if words else getattr(record, name)
        if record is None:
            return None
    return record


def _occasion(changelist):
    """What tells one file of a list from the next: the fiscal year, else the day."""
    if changelist.fiscal_year == EVERY_YEAR:
        return "ทุกปี"
    return changelist.fiscal_year or file_date(timezone.localdate())


def _xlsx(heads, rows, title):
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


WRITERS = {"xlsx": _xlsx, "csv": lambda heads, rows, title: csv_text(heads, rows)}
