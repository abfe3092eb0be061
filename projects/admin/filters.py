"""The filters of projects and of what was given to them."""

from partners.admin.filters import KindFilter
from portal.admin.filters import DistrictFilter, FiscalYearFilter, YesNoFilter


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
    title = "จำนวนเงินไม่ระบุ"
    yes, no = "ใช่", "ไม่ใช่"
    parameter_name = "unknown_amount"

    def those(self, queryset):
        return queryset.of_unknown_amount()


class UndatedFilter(YesNoFilter):
    title = "วันที่จัดไม่ระบุ"
    parameter_name = "undated"
    yes, no = "ใช่", "ไม่ใช่"

    def those(self, queryset):
        return queryset.undated()


class ProjectYearFilter(FiscalYearFilter):
    path = "project__fiscal_year"


class GiverKindFilter(KindFilter):
    title = "ประเภทผู้ให้"
    path = "giver__kind"


class GiverDistrictFilter(DistrictFilter):
    title = "อำเภอของผู้ให้"
    path = "giver__subdistrict__district"
