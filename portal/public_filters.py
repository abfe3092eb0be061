"""The filters above a public list: asked for in the address, so that a filtered list can be shared."""

from django_filters import CharFilter, FilterSet


class ListFilters(FilterSet):
    """Filters of a list of records; the words are looked for as the search box looks for them."""

    q = CharFilter(label="คำค้น", method="with_words")

    def with_words(self, queryset, name, value):
        return queryset.search(value)
