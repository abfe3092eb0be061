"""Filters of the lists of projects and contributions."""

from functools import partial

from django.db.models import F, Q
from django_filters import ChoiceFilter

from partners.models import Organization, OrganizationKind
from portal.query_params import YES_NO, DistrictFilter, ListFilters, RecordFilter, SortFilter
from portal.thai.dates import fiscal_year_bounds
from projects.models import STAGES, Category, Contribution, GiftForm, Project
from projects.quarters import Quarter, quarter_of

CategoryFilter = partial(
    RecordFilter,
    choices=lambda: Category.objects.values_list("pk", "name"),
    label="ประเภทโครงการ",
    empty_label="ทุกประเภท",
    null_label="ไม่ระบุประเภท",
    null_value="none",
)


class QuarterFilter(ChoiceFilter):
    """The quarter of the fiscal year in which a project took place."""

    def __init__(self, project=""):
        super().__init__(label="ไตรมาส", choices=Quarter.choices, empty_label="ทุกไตรมาส")
        self.project = project

    def filter(self, queryset, value):
        if not value:
            return queryset
        return queryset.alias(quarter=quarter_of(self.project)).filter(quarter=value)


class YearFilters(ListFilters):
    """Filters of one fiscal year's records; `bodies` are the organizations of that year."""

    def __init__(self, data=None, *args, bodies=None, **kwargs):
        super().__init__(data, *args, **kwargs)
        for name, part in (("partner", "is_partner"), ("giver", "is_giver")):
            if name in self.filters and bodies:
                chosen = data.get(name)
                self.filters[name].extra["choices"] = [
                    (body.code, body.in_its_time.public_short_name)
                    for body in bodies.values()
                    if getattr(body, part) or body.code == chosen
                ]


class ProjectFilters(YearFilters):
    partner = ChoiceFilter(label="ภาคี", field_name="partner__code", empty_label="ทุกภาคี")
    giver = ChoiceFilter(label="ผู้ให้", empty_label="ผู้ให้ทุกแห่ง", method="filter_giver")
    category = CategoryFilter(field_name="category")
    district = DistrictFilter(method="filter_place_district")
    evidence = ChoiceFilter(label="หลักฐาน", choices=YES_NO, empty_label="ทั้งหมด", method="filter_evidence")
    amount = ChoiceFilter(
        label="จำนวนเงิน",
        choices=[("known", "ระบุครบ"), ("unknown", "ไม่ระบุหรือไม่ครบ")],
        empty_label="ทั้งหมด",
        method="filter_amount",
    )
    dated = ChoiceFilter(
        label="วันที่จัด", choices=[("yes", "ระบุ"), ("no", "ไม่ระบุ")], empty_label="ทั้งหมด", method="filter_dated"
    )
    quarter = QuarterFilter()
    stage = ChoiceFilter(
        label="ภาคีร่วม", choices=list(STAGES.items()), empty_label="ทุกขั้นตอน", method="filter_stage"
    )
    sort = SortFilter(
        "ลำดับในรายงาน",
        title=("ชื่อโครงการ", "sort_key", "pk"),
        partner=("ชื่อภาคี", "partner__sort_key", "position", "pk"),
        date=("วันที่จัด", F("starts_on").asc(nulls_last=True), "position", "pk"),
    )

    def filter_giver(self, queryset, name, value):
        gifts = Contribution.objects.received().filter(giver__code=value).order_by()
        return queryset.filter(pk__in=gifts.values("project"))

    def filter_place_district(self, queryset, name, value):
        """Filter by the district of a project's place, or of its partner's when the place is unknown."""
        place = Q(subdistrict__district=value)
        return queryset.filter(place | Q(subdistrict=None, partner__subdistrict__district=value))

    def filter_evidence(self, queryset, name, value):
        return queryset.filter(has_evidence=value == "yes")

    def filter_amount(self, queryset, name, value):
        unknown = Project.objects.of_unknown_amount().order_by().values("pk")
        return queryset.filter(pk__in=unknown) if value == "unknown" else queryset.exclude(pk__in=unknown)

    def filter_dated(self, queryset, name, value):
        return queryset.filter(starts_on__isnull=value == "no")

    def filter_stage(self, queryset, name, value):
        return queryset.filter(**{value: True})


class ContributionFilters(YearFilters):
    """Filters of contributions received, by the givers' kind at the end of the year."""

    form = ChoiceFilter(label="รูปแบบ", choices=GiftForm.choices, empty_label="ทุกรูปแบบ")
    giver = ChoiceFilter(label="ผู้ให้", field_name="giver__code", empty_label="ผู้ให้ทุกแห่ง")
    kind = ChoiceFilter(
        label="ประเภทผู้ให้", choices=OrganizationKind.choices, empty_label="ทุกประเภท", method="filter_kind"
    )
    category = CategoryFilter(field_name="project__category")
    quarter = QuarterFilter("project__")
    sort = SortFilter(
        "ลำดับในรายงาน",
        amount=("เงินมากไปน้อย", F("amount").desc(nulls_last=True), "project__position", "order", "pk"),
        giver=("ชื่อผู้ให้", "giver__sort_key", "project__position", "order", "pk"),
    )

    def __init__(self, *args, year=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year

    def filter_by_words(self, queryset, name, value):
        """Search the names of projects and givers."""
        givers = Organization.objects.found_by(self.request.user, value).order_by().values("pk")
        projects = Project.objects.found_by(self.request.user, value).order_by().values("pk")
        return queryset.filter(Q(project__in=projects) | Q(giver__in=givers))

    def filter_kind(self, queryset, name, value):
        last_day = fiscal_year_bounds(self.year)[1] if self.year else None
        givers = Organization.objects.of_kind_on(value, last_day)
        return queryset.filter(giver__in=givers.order_by().values("pk"))
