"""The filters of projects and of what was given to them."""

from partners.filters import KindFilter
from portal.filters import DistrictFilter, FiscalYearFilter, YesNoFilter


class PartnerKindFilter(KindFilter):
    title = "ประเภทภาคี"
    path = "partner__kind"


class PartnerDistrictFilter(DistrictFilter):
    title = "อำเภอของภาคี"
    path = "partner__subdistrict__district"


class EvidenceFilter(YesNoFilter):
    title = "หลักฐาน"
    parameter_name = "evidence"

    def those(self, queryset):
        return queryset.filter(has_evidence=True)


class UnknownAmountFilter(YesNoFilter):
    title = "เงินที่ไม่ระบุจำนวน"
    parameter_name = "unknown_amount"

    def those(self, queryset):
        return queryset.of_unknown_amount()


class ProjectYearFilter(FiscalYearFilter):
    path = "project__fiscal_year"


class GiverKindFilter(KindFilter):
    title = "ประเภทผู้ให้"
    path = "giver__kind"


class GiverDistrictFilter(DistrictFilter):
    title = "อำเภอของผู้ให้"
    path = "giver__subdistrict__district"
