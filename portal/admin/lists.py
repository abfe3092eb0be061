"""The lists of the admin: the year, exports and imports, and the texts of columns."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Case, Value, When
from django.utils.html import format_html

from portal.admin.filters import FiscalYearFilter
from portal.records import Publication
from portal.tables.import_kinds import may_import
from portal.templatetags.thai import baht

STATUS_TONES = {
    Publication.DRAFT: "orange",
    Publication.CONFIRMED: "green",
    Publication.CANCELLED: "grey",
}


class PortalList(ChangeList):
    """A list whose links keep the year that it opened on."""

    def get_filters(self, request):
        filters = super().get_filters(request)
        self.year_filter = next((spec for spec in filters[0] if isinstance(spec, FiscalYearFilter)), None)
        if self.year_filter:
            self.filter_params[self.year_filter.parameter_name] = [self.year_filter.value()]
        return filters

    def get_results(self, request):
        """Read a page, with the total of the year beside the search."""
        super().get_results(request)
        if self.year_filter:
            self.full_result_count = self.year_filter.queryset(request, self.root_queryset).count()
        self.result_list = list(self.result_list)
        self.model_admin.read_page(request, self.result_list)

    @property
    def has_export(self):
        return bool(self.model_admin.sheet) and not self.is_popup

    def get_queryset(self, request, *args, **kwargs):
        """Read the rows, and which imports the user may use."""
        kinds = () if self.is_popup else self.model_admin.imports
        self.imports = [kind for kind in kinds if may_import(request.user, kind)]
        return super().get_queryset(request, *args, **kwargs)

    @property
    def fiscal_year(self):
        """The year that the list is filtered by, as text, or nothing."""
        return self.year_filter.value() if self.year_filter else ""


def toned(words, tone):
    """Return words in a colour that repeats their meaning: green, orange, red or grey."""
    return format_html('<span class="tone {}">{}</span>', tone, words)


def yes_no(condition, yes="มี", no="ไม่มี"):
    return toned(yes, "green") if condition else toned(no, "grey")


def status_words(record):
    """Return the status of a record in its colour."""
    return toned(record.get_status_display(), STATUS_TONES[record.status])


def in_order(field, choices):
    """Return an expression that sorts a field by the order of its choices."""
    return Case(*(When(**{field: value}, then=Value(n)) for n, value in enumerate(choices.values)))


def choice_display(field, description, choices):
    """Return a list column of a field of choices, sorted in the order in which they are offered."""

    @admin.display(description=description, ordering=in_order(field, choices))
    def column(self, record):
        return getattr(record, f"get_{field}_display")()

    return column


def cash_words(totals):
    """Return the baht of totals, and the number of gifts of unknown amount."""
    words = baht(totals.cash_or_none)
    if totals.cash_known and totals.cash_unknown:
        return format_html("{} <small>อีก {} รายการไม่ระบุ</small>", words, totals.cash_unknown)
    return words
