"""Filters of the lists of partners and agreements."""

from django.db.models import F
from django.utils import timezone
from django_filters import ChoiceFilter

from partners.models import SOON, AgreementParty, AgreementState, Organization, OrganizationKind
from portal.query_params import DistrictFilter, ListFilters, RecordFilter, SortFilter


class PartnerFilters(ListFilters):
    """Filters of partners, by their kind on a day."""

    kind = ChoiceFilter(
        label="ประเภท", choices=OrganizationKind.choices, empty_label="ทุกประเภท", method="filter_kind"
    )
    district = DistrictFilter(field_name="subdistrict__district")
    part = ChoiceFilter(label="บทบาทในปีนี้", empty_label="ทุกบทบาท")
    sort = SortFilter(
        "ลำดับในรายงาน",
        name=("ชื่อ", "part", "sort_key", "pk"),
        projects=("โครงการมากไปน้อย", "part", "-project_count", "sort_key", "pk"),
    )

    def __init__(self, *args, day=None, parts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.filters["part"].extra["choices"] = parts

    def filter_kind(self, queryset, name, value):
        return queryset.of_kind_on(value, self.day)


class AgreementFilters(ListFilters):
    """Filters of agreements, by their state today."""

    soon = "soon"
    state = ChoiceFilter(
        label="สถานะวันนี้",
        choices=[*AgreementState.choices, (soon, f"สิ้นสุดใน {SOON.days} วัน")],
        empty_label="ทุกสถานะ",
        method="filter_state",
    )
    party = RecordFilter(label="คู่ตกลง", empty_label="ทุกหน่วยงาน", method="filter_party")
    year = ChoiceFilter(label="ใช้หรือมีผลในปีงบประมาณ", empty_label="ทุกปี", method="filter_year")
    sort = SortFilter(
        "วันที่ลงนาม",
        ends=("วันสิ้นสุด", F("ends_on").asc(nulls_last=True), "sort_key", "pk"),
        name=("ชื่อ", "sort_key", "pk"),
    )

    def __init__(self, *args, years=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]
        self.filters["party"].extra["choices"] = self.parties

    def parties(self):
        """Return the code and name of each organization that is a party of a listed agreement."""
        parties = AgreementParty.objects.filter(agreement__in=self.queryset.order_by().values("pk"))
        organizations = Organization.objects.filter(pk__in=parties.values("organization"))
        return [(organization.code, organization.public_short_name) for organization in organizations]

    def filter_year(self, queryset, name, value):
        return queryset.in_report_of(int(value))

    def filter_state(self, queryset, name, value):
        today = timezone.localdate()
        if value == self.soon:
            return queryset.expiring(within=SOON, on=today)
        return queryset.in_state(value, today)

    def filter_party(self, queryset, name, value):
        parties = AgreementParty.objects.filter(organization__code=value)
        return queryset.filter(pk__in=parties.order_by().values("agreement"))
