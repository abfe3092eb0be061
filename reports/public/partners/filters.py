"""The filters above the public lists of organizations, agreements and documents."""

from django.db.models import F, Q
from django.utils import timezone
from django_filters import ChoiceFilter

from partners.models import (
    SOON,
    AgreementParty,
    AgreementState,
    DocumentKind,
    Organization,
    OrganizationKind,
)
from reports.public.list_filters import YES_NO, ListFilters, SortFilter
from reports.public.partners.documents_shown import of_year

NAME = ("ชื่อ", "sort_key", "pk")


class PartnerFilters(ListFilters):
    """Of organizations under the kinds that they were of on a day."""

    kind = ChoiceFilter(
        label="ประเภท", choices=OrganizationKind.choices, empty_label="ทุกประเภท", method="of_kind"
    )
    district = ChoiceFilter(label="อำเภอ", field_name="subdistrict__district", empty_label="ทุกอำเภอ")
    part = ChoiceFilter(label="บทบาทในปีนี้", empty_label="ทุกบทบาท")
    sort = SortFilter(
        "ลำดับในรายงาน",
        name=("ชื่อ", "part", "sort_key", "pk"),
        projects=("โครงการมากไปน้อย", "part", "-project_count", "sort_key", "pk"),
    )

    def __init__(self, *args, day, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.offer("part", parts)
        self.offer_districts()

    def of_kind(self, queryset, name, value):
        return queryset.of_kind_on(value, self.day)


class AgreementFilters(ListFilters):
    """Of agreements, by their state today."""

    soon = "soon"
    state = ChoiceFilter(
        label="สถานะวันนี้",
        choices=[*AgreementState.choices, (soon, f"สิ้นสุดใน {SOON.days} วัน")],
        empty_label="ทุกสถานะ",
        method="in_state",
    )
    party = ChoiceFilter(label="คู่ตกลง", empty_label="ทุกหน่วยงาน", method="of_party")
    year = ChoiceFilter(label="ใช้หรือมีผลในปีงบประมาณ", empty_label="ทุกปี", method="of_year")
    sort = SortFilter(
        "วันที่ลงนาม",
        ends=("วันสิ้นสุด", F("ends_on").asc(nulls_last=True), "sort_key", "pk"),
        name=NAME,
    )

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("year", [(str(year), str(year)) for year in years])
        seated = AgreementParty.objects.filter(agreement__in=self.queryset.order_by().values("pk"))
        parties = Organization.objects.filter(pk__in=seated.values("organization"))
        self.offer("party", [(party.code, party.public_short_name) for party in parties])

    def of_year(self, queryset, name, value):
        return queryset.told_in(int(value))

    def in_state(self, queryset, name, value):
        today = timezone.localdate()
        if value == self.soon:
            return queryset.expiring(within=SOON, on=today)
        return queryset.in_state(value, today)

    def of_party(self, queryset, name, value):
        seated = AgreementParty.objects.filter(organization__code=value)
        return queryset.filter(pk__in=seated.order_by().values("agreement"))


class DocumentFilters(ListFilters):
    """Of documents, by the year that they belong to."""

    kind = ChoiceFilter(label="ประเภท", choices=DocumentKind.choices, empty_label="ทุกประเภท")
    year = ChoiceFilter(label="ปีงบประมาณ", empty_label="ทุกปี", method="of_year")
    file = ChoiceFilter(label="ไฟล์ที่เปิดได้", choices=YES_NO, empty_label="ทั้งหมด", method="with_open_file")
    sort = SortFilter(
        "ชื่อ",
        newest=("ลงวันที่ ใหม่ไปเก่า", F("dated_last").desc(nulls_last=True), "sort_key", "pk"),
        kind=("ประเภท", "kind", "sort_key", "pk"),
    )

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("year", [(str(year), str(year)) for year in years])

    def of_year(self, queryset, name, value):
        return queryset.filter(of_year(int(value)))

    def with_open_file(self, queryset, name, value):
        is_open = Q(is_public=True) & ~Q(file="")
        return queryset.filter(is_open if value == "yes" else ~is_open)
