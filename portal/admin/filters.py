"""The filters of admin lists."""

from itertools import islice

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import ValidationError

from portal.query_params import choose_year, chosen_year, own_districts

EVERY_YEAR = "all"


class PathFilter(admin.SimpleListFilter):
    """A filter by the field at `path`."""

    path = ""

    @classmethod
    def at(cls, path, title=None):
        """Return the same filter by another field, with a title."""
        return type(cls.__name__, (cls,), {"path": path, "title": title or cls.title})

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class FiscalYearFilter(PathFilter):
    """A filter by fiscal year, at first the one last chosen, else the newest that has records."""

    title = "ปีงบประมาณ"
    parameter_name = "fiscal_year"
    path = "fiscal_year"
    every_year_key = "every_fiscal_year"

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        if self.value() is None:
            self.used_parameters[self.parameter_name] = self._first_value(request)
        elif self.value() in dict(self.lookup_choices):
            request.session[self.every_year_key] = self.value() == EVERY_YEAR
            if self.value() != EVERY_YEAR:
                choose_year(request, int(self.value()))

    def lookups(self, request, model_admin):
        years = model_admin.model.objects.order_by(f"-{self.path}").values_list(self.path, flat=True)
        return [(EVERY_YEAR, "ทุกปี"), *((str(year), str(year)) for year in years.distinct())]

    def choices(self, changelist):
        """Return the choices without Django's “all”, which would open on a year again."""
        return islice(super().choices(changelist), 1, None)

    def queryset(self, request, queryset):
        if self.value() == EVERY_YEAR:
            return queryset
        try:
            return queryset.filter(**{self.path: int(self.value())})
        except ValueError as error:
            raise IncorrectLookupParameters(str(error)) from error

    def _first_value(self, request):
        every_year, *years = [value for value, _ in self.lookup_choices]
        if request.session.get(self.every_year_key) or not years:
            return every_year
        year = str(chosen_year(request))
        return year if year in years else years[0]


class DistrictListFilter(PathFilter):
    """A filter by the office's own districts."""

    title = "อำเภอ"
    parameter_name = "district"

    def lookups(self, request, model_admin):
        return own_districts()


class YesNoFilter(admin.SimpleListFilter):
    """A filter by whether a record is among those of the subclass's `matching(queryset)`."""

    yes, no = "มี", "ไม่มี"

    def lookups(self, request, model_admin):
        return [("yes", self.yes), ("no", self.no)]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return self.matching(queryset)
        if self.value() == "no":
            return queryset.exclude(pk__in=self.matching(queryset).order_by().values("pk"))
        return queryset


def from_filterset(filterset, name):
    """Return an admin filter with the label, choices and address of the filter `name` of a public list."""

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
