"""The parameters of lists: the year, the page, filters and order; and the year that a user last chose."""

from django.core.paginator import InvalidPage, Paginator
from django.utils import timezone
from django_filters import CharFilter, ChoiceFilter, FilterSet

from portal.models import District
from portal.thai.dates import fiscal_year

YEAR_KEY = "fiscal_year"
ROWS = 100
YES_NO = [("yes", "มี"), ("no", "ไม่มี")]


def chosen_year(request) -> int | None:
    """Return the fiscal year (พ.ศ.) that a user last chose."""
    return request.session.get(YEAR_KEY)


def choose_year(request, year: int) -> None:
    """Remember the fiscal year (พ.ศ.) that a user chose in the session."""
    request.session[YEAR_KEY] = year


def opening_year(request) -> int:
    """Return the fiscal year (พ.ศ.) of a new form: the one last chosen, else today's."""
    return chosen_year(request) or fiscal_year(timezone.localdate())


def requested_year(request, years):
    """Return the year of ?year=, or the newest, and a note if there is no such year."""
    requested = request.GET.get("year", "")
    year = next((year for year in years if str(year) == requested), None)
    note = f"ไม่มีข้อมูลของปี “{requested}”" if requested and year is None else ""
    return year or (years[0] if years else None), note


def requested_page(request, rows):
    """Return the page of ?page=, or the first, and a note if there is no such page."""
    pages = Paginator(rows, ROWS)
    requested = request.GET.get("page", "1")
    try:
        return pages.page(requested), ""
    except InvalidPage:
        return pages.page(1), f"ไม่มีหน้า “{requested}” จึงแสดงหน้าแรก"


class RecordFilter(ChoiceFilter):
    """A choice among records; `choices` may be a function, called when the choice is first shown."""

    @property
    def field(self):
        if callable(self.extra["choices"]):
            self.extra["choices"] = list(self.extra["choices"]())
        return super().field


class DistrictFilter(RecordFilter):
    """One of the office's own districts."""

    def __init__(self, **options):
        super().__init__(label="อำเภอ", choices=own_districts, empty_label="ทุกอำเภอ", **options)


def own_districts():
    """Return the code and name of each of the office's own districts."""
    return District.objects.filter(offices__isnull=False).values_list("code", "name").distinct()


class SortFilter(ChoiceFilter):
    """The order of a list: the default with its label, and others by name, as (label, *columns)."""

    def __init__(self, default_label, **orders):
        self.columns = {name: columns for name, (_, *columns) in orders.items()}
        choices = [(name, words) for name, (words, *_) in orders.items()]
        super().__init__(label="เรียงตาม", empty_label=default_label, choices=choices)

    def filter(self, queryset, value):
        return queryset.order_by(*self.columns[value]) if value else queryset


class ListFilters(FilterSet):
    """The filters of a list of records; `q` searches as the search box does."""

    q = CharFilter(label="คำค้น", method="filter_by_words")

    def filter_by_words(self, queryset, name, value):
        return queryset.found_by(self.request.user, value)

    @property
    def is_narrowed(self):
        """Whether any parameter but the order is given."""
        return any(self.form.cleaned_data.get(name) for name in self.filters if name != "sort")

    @property
    def has_input(self):
        """Whether any parameter is given; then the filters are open on a phone."""
        return any(self.form.cleaned_data.values()) or bool(self.form.errors)

    @property
    def note(self):
        """A sentence about the filters whose value is not among the choices."""
        labels = [self.form.fields[name].label for name in self.form.errors]
        return f"ไม่มีตัวเลือกที่ขอใน {' '.join(f'“{label}”' for label in labels)} จึงไม่ได้ใช้" if labels else ""
