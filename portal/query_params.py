"""What a reader asks of a list in its address: the year, the page, filters and order."""

from django.core.paginator import InvalidPage, Paginator
from django_filters import CharFilter, ChoiceFilter, FilterSet

from portal.models import District

ROWS = 100
YES_NO = [("yes", "มี"), ("no", "ไม่มี")]


def requested_year(request, years):
    """The year of ?year=, or the newest; with a note when there is no such year."""
    asked = request.GET.get("year", "")
    year = next((year for year in years if str(year) == asked), None)
    note = f"ไม่มีข้อมูลของปี “{asked}”" if asked and year is None else ""
    return year or (years[0] if years else None), note


def requested_page(request, rows):
    """The page of ?page=, or the first; with a note when there is no such page."""
    pages = Paginator(rows, ROWS)
    asked = request.GET.get("page", "1")
    try:
        return pages.page(asked), ""
    except InvalidPage:
        return pages.page(1), f"ไม่มีหน้า “{asked}” จึงแสดงหน้าแรก"


class RecordFilter(ChoiceFilter):
    """A choice among records; `choices` may be a function, which is called when the choice is first shown."""

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
    """The code and name of each of the office's own districts."""
    return District.objects.filter(offices__isnull=False).values_list("code", "name").distinct()


class SortFilter(ChoiceFilter):
    """The order of a list: `default_label` says its own, each other has a name, words and columns."""

    def __init__(self, default_label, **orders):
        self.columns = {name: columns for name, (_, *columns) in orders.items()}
        choices = [(name, words) for name, (words, *_) in orders.items()]
        super().__init__(label="เรียงตาม", empty_label=default_label, choices=choices)

    def filter(self, queryset, value):
        return queryset.order_by(*self.columns[value]) if value else queryset


class ListFilters(FilterSet):
    """Filters of a list of records; the words are looked for as the search box looks for them."""

    q = CharFilter(label="คำค้น", method="filter_by_words")

    def filter_by_words(self, queryset, name, value):
        return queryset.found_by(self.request.user, value)

    @property
    def is_narrowed(self):
        """Whether the rows were asked for by more than their order."""
        return any(self.form.cleaned_data.get(name) for name in self.filters if name != "sort")

    @property
    def has_input(self):
        """Whether anything was asked for, the order too: then the filters stand open on a phone."""
        return any(self.form.cleaned_data.values()) or bool(self.form.errors)

    @property
    def note(self):
        """What is said when something was asked for that there is not."""
        labels = [self.form.fields[name].label for name in self.form.errors]
        return f"ไม่มีตัวเลือกที่ขอใน {' '.join(f'“{label}”' for label in labels)} จึงไม่ได้ใช้" if labels else ""
