"""The filters that lists of any app share: the fiscal year, districts, yes or no, and those of the public lists."""

from itertools import islice

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import ValidationError

from portal.chosen_year import choose_year, chosen_year
from portal.query_params import own_districts

EVERY_YEAR = "all"


class PathFilter(admin.SimpleListFilter):
    """A filter of the field that `path` leads to."""

    path = ""

    @classmethod
    def at(cls, path, title=None):
        """Return the same filter of a field elsewhere, under a title of its own."""
        return type(cls.__name__, (cls,), {"path": path, "title": title or cls.title})

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class FiscalYearFilter(PathFilter):
    """Opens on the year this person last chose, else on the newest that has records."""

    title = "ปีงบประมาณ"
    parameter_name = "fiscal_year"
    path = "fiscal_year"
    every_year_key = "every_fiscal_year"

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        if self.value() is None:
            self.used_parameters[self.parameter_name] = self._opens_on(request.session, chosen_year(request))
        elif self.value() in dict(self.lookup_choices):
            self._remember(request)

    def lookups(self, request, model_admin):
        years = model_admin.model.objects.order_by(f"-{self.path}").values_list(self.path, flat=True)
        return [(EVERY_YEAR, "ทุกปี"), *((str(year), str(year)) for year in years.distinct())]

    def choices(self, changelist):
        """Without Django's own “all”, which would open on a year again."""
        return islice(super().choices(changelist), 1, None)

    def queryset(self, request, queryset):
        if self.value() == EVERY_YEAR:
            return queryset
        try:
            return queryset.filter(**{self.path: int(self.value())})
        except ValueError as error:
            raise IncorrectLookupParameters(str(error)) from error

    def _opens_on(self, session, year):
        every_year, *years = [value for value, _ in self.lookup_choices]
        if session.get(self.every_year_key) or not years:
            return every_year
        return str(year) if str(year) in years else years[0]

    def _remember(self, request):
        request.session[self.every_year_key] = self.value() == EVERY_YEAR
        if self.value() != EVERY_YEAR:
            choose_year(request, int(self.value()))


class DistrictListFilter(PathFilter):
    """One of the office's own districts."""

    title = "อำเภอ"
    parameter_name = "district"

    def lookups(self, request, model_admin):
        return own_districts()


class YesNoFilter(admin.SimpleListFilter):
    """Whether a record has what the filter is about."""

    yes, no = "มี", "ไม่มี"

    def matching(self, queryset):
        raise NotImplementedError

    def lookups(self, request, model_admin):
        return [("yes", self.yes), ("no", self.no)]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return self.matching(queryset)
        if self.value() == "no":
            return queryset.exclude(pk__in=self.matching(queryset).order_by().values("pk"))
        return queryset


def from_filterset(filterset, name):
    """Return the admin's filter that is, in words, choices and address, the filter `name` of a public list."""

    class PublicFilter(admin.SimpleListFilter):
        title = filterset.base_filters[name].label
        parameter_name = name

        def __init__(self, request, params, model, model_admin):
            self.filter = filterset(queryset=model.objects.none(), request=request).filters[name]
            super().__init__(request, params, model, model_admin)

        def lookups(self, request, model_admin):
            return [(str(value), words) for value, words in self.filter.field.choices if value != ""]

        def queryset(self, request, queryset):
            try:
                value = self.filter.field.clean(self.value())
            except ValidationError as error:
                raise IncorrectLookupParameters(str(error)) from error
            return self.filter.filter(queryset, value)

    return PublicFilter
