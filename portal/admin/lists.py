"""What lists in the admin have in common: how a page is read, coloured words, choices in their own order."""

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
    """A list whose links say the year it opened on, and whose screen reads a page at once."""

    def get_filters(self, request):
        found = super().get_filters(request)
        self.year_filter = next((spec for spec in found[0] if isinstance(spec, FiscalYearFilter)), None)
        if self.year_filter:
            self.filter_params[self.year_filter.parameter_name] = [self.year_filter.value()]
        return found

    def get_results(self, request):
        """The total beside the search is that of the year, to which its link leads back."""
        super().get_results(request)
        if self.year_filter:
            self.full_result_count = self.year_filter.queryset(request, self.root_queryset).count()
        self.result_list = list(self.result_list)
        self.model_admin.read_page(request, self.result_list)

    @property
    def has_export(self):
        return bool(self.model_admin.sheet) and not self.is_popup

    def get_queryset(self, request, *args, **kwargs):
        """Note on the way which imports are offered to the user."""
        may = [kind for kind in self.model_admin.imports if may_import(request.user, kind)]
        self.imports = [] if self.is_popup else may
        return super().get_queryset(request, *args, **kwargs)

    @property
    def fiscal_year(self):
        """The year it is filtered by, as text, or nothing."""
        return self.year_filter.value() if self.year_filter else ""


def toned(words, tone):
    """Words in a colour that only repeats what they say: green, orange, red or grey."""
    return format_html('<span class="tone {}">{}</span>', tone, words)


def yes_no(holds, yes="มี", no="ไม่มี"):
    return toned(yes, "green") if holds else toned(no, "grey")


def status_words(record):
    """Draft, confirmed or cancelled, in its colour."""
    return toned(record.get_status_display(), STATUS_TONES[record.status])


def in_order(field, choices):
    """Sorts a column of choices in the order in which they are offered."""
    return Case(*(When(**{field: value}, then=Value(n)) for n, value in enumerate(choices.values)))


def cash_words(totals):
    """The baht of a column, and of how many gifts nobody said how much."""
    words = baht(totals.cash_or_none)
    if totals.cash_known and totals.cash_unknown:
        return format_html("{} <small>อีก {} รายการไม่ระบุ</small>", words, totals.cash_unknown)
    return words
