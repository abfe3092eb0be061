"""What a list shows, as a spreadsheet: exactly the filtered rows, in their order."""

from decimal import Decimal
from io import BytesIO

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from import_export.resources import Resource
from openpyxl import Workbook
from tablib.formats import registry

from portal.admin.filters import EVERY_YEAR
from portal.downloads import attachment
from portal.roles import READS_PEOPLE
from portal.tables.csv_text import csv_text, inert
from portal.thai.dates import file_date, format_date, format_period

NARROWEST, WIDEST = 10, 60


class Sheet(Resource):
    """The columns of a spreadsheet as people name them; they are made from `joined` and `reads`.

    The relations in `joined` lead to one record each, those in `reads` to many: SQLite refuses to look up
    more than a thousand single records in a query of their own. `people` says whether the user may read the names and phones of private persons.
    """

    joined = ()
    reads = ()

    def __init__(self, user):
        super().__init__()
        self.people = user.has_perm(READS_PEOPLE)

    def iter_queryset(self, queryset):
        """All at once, so that the number of queries does not grow with the rows."""
        queryset = queryset.select_related(*self.joined) if self.joined else queryset
        return iter(queryset.prefetch_related(*self.reads))

    def export_field(self, field, instance, **kwargs):
        value = super().export_field(field, instance, **kwargs)
        return inert(value)

    def name(self, body):
        """The full name of an organization, of a private person only for those who may read it."""
        if body is None:
            return ""
        return body.full_name if self.people else body.public_name


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
    return spreadsheet(
        model_admin.sheet(request.user), changelist.queryset, title, _occasion(changelist), form
    )


def asked_download(request, sheet, rows, title, occasion):
    """The filtered rows of a public list as the file that ?download= asks for, or nothing."""
    form = request.GET.get("download")
    if form not in WRITERS:
        return None
    return spreadsheet(sheet(request.user), rows, title, occasion, form)


def spreadsheet(sheet, rows, title, occasion, form):
    """The rows as a file; the occasion tells it from the next of its title."""
    dataset = sheet.export(rows, force_native_type=True)
    dataset.title = title
    return attachment(WRITERS[form](dataset), f"{title}-{occasion}.{form}")


def day(value):
    """A day as it is typed: 22/8/2557."""
    return format_date(value, "input") if value else ""


def period(first, last):
    """A day, month, year or span as it is typed."""
    return format_period(first, last, "input") if first and last else ""


def _occasion(changelist):
    """What tells one file of a list from the next: the fiscal year, else the day."""
    if changelist.fiscal_year == EVERY_YEAR:
        return "ทุกปี"
    return changelist.fiscal_year or file_date(timezone.localdate())


def _xlsx(dataset):
    book = Workbook()
    sheet = book.active
    sheet.title = dataset.title[:31]
    registry.get_format("xlsx").dset_sheet(dataset, sheet)
    for column in sheet.columns:
        widest = max(len(str(cell.value)) for cell in column if cell.value is not None)
        sheet.column_dimensions[column[0].column_letter].width = min(max(widest + 2, NARROWEST), WIDEST)
        for cell in column:
            if isinstance(cell.value, Decimal):
                cell.number_format = "#,##0.00"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


WRITERS = {"xlsx": _xlsx, "csv": lambda dataset: csv_text(dataset.headers, dataset)}
