"""The filters that lists of any app share: the fiscal year, the office's districts, yes or no."""

from itertools import islice

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters

from portal.chosen_year import choose_year, chosen_year
from portal.models import District

EVERY_YEAR = "all"


class FiscalYearFilter(admin.SimpleListFilter):
    """Opens on the year this person last chose, else on the newest that has records; `path` leads to the year."""

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


class DistrictFilter(admin.SimpleListFilter):
    """One of the office's own districts; `path` leads to the district."""

    title = "อำเภอ"
    parameter_name = "district"
    path = "subdistrict__district"

    def lookups(self, request, model_admin):
        return District.objects.filter(offices__isnull=False).values_list("code", "name").distinct()

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class YesNoFilter(admin.SimpleListFilter):
    """Whether a record is one of those that the filter is about."""

    yes, no = "มี", "ไม่มี"

    def those(self, queryset):
        raise NotImplementedError

    def lookups(self, request, model_admin):
        return [("yes", self.yes), ("no", self.no)]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return self.those(queryset)
        if self.value() == "no":
            return queryset.exclude(pk__in=self.those(queryset).order_by().values("pk"))
        return queryset
