"""The filters above a public list: asked for in the address, so that a filtered list can be shared."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from portal.models import District

YES_NO = [("yes", "มี"), ("no", "ไม่มี")]


class SortFilter(ChoiceFilter):
    """The order of a list: `unasked` says its own, each other has a name, words and columns."""

    def __init__(self, unasked, **orders):
        self.columns = {name: columns for name, (_, *columns) in orders.items()}
        choices = [(name, words) for name, (words, *_) in orders.items()]
        super().__init__(label="เรียงตาม", empty_label=unasked, choices=choices)

    def filter(self, queryset, value):
        return queryset.order_by(*self.columns[value]) if value else queryset


class ListFilters(FilterSet):
    """Filters of a list of records; the words are looked for as the search box looks for them."""

    q = CharFilter(label="คำค้น", method="with_words")

    def with_words(self, queryset, name, value):
        return queryset.found_by(self.request.user, value)

    def offer(self, name, choices):
        """The choices of a filter that are read from the records."""
        self.filters[name].extra["choices"] = choices

    def offer_districts(self, name="district"):
        """The office's own districts."""
        own = District.objects.filter(offices__isnull=False).distinct()
        self.offer(name, list(own.values_list("code", "name")))

    @property
    def narrows(self):
        """Whether the rows were asked for by more than their order."""
        return any(self.form.cleaned_data.get(name) for name in self.filters if name != "sort")

    @property
    def asks(self):
        """Whether anything was asked for, the order too: then the filters stand open on a phone."""
        return any(self.form.cleaned_data.values()) or bool(self.form.errors)

    @property
    def note(self):
        """What is said when something was asked for that there is not."""
        labels = [self.form.fields[name].label for name in self.form.errors]
        return f"ไม่มีตัวเลือกที่ขอใน {' '.join(f'“{label}”' for label in labels)} จึงไม่ได้ใช้" if labels else ""
