"""The filters of projects and of what was given to them that the public lists do not have."""

from partners.admin.filters import KindFilter
from portal.admin.filters import DistrictFilter, FiscalYearFilter


class PartnerKindFilter(KindFilter):
    title = "ประเภทภาคี"
    path = "partner__kind"


class PartnerDistrictFilter(DistrictFilter):
    title = "อำเภอของภาคี"
    paths = ("partner__subdistrict__district",)


class ProjectYearFilter(FiscalYearFilter):
    path = "project__fiscal_year"


class GiverKindFilter(KindFilter):
    title = "ประเภทผู้ให้"
    path = "giver__kind"


class GiverDistrictFilter(DistrictFilter):
    title = "อำเภอของผู้ให้"
    paths = ("giver__subdistrict__district",)
