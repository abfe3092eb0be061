"""The filters of schools and groups."""

from django.utils import timezone

from networks.models import SchoolAccount
from portal.admin.filters import DistrictListFilter, YesNoFilter


class AccountFilter(YesNoFilter):
    """Whether a director signs in for the school."""

    title = "บัญชีผู้อำนวยการ"
    parameter_name = "account"
    yes, no = "มี", "ยังไม่มี"

    def matching(self, queryset):
        return queryset.filter(pk__in=SchoolAccount.objects.present().values("school"))


class AreaFilter(DistrictListFilter):
    """The district of a group's area."""

    def queryset(self, request, queryset):
        return queryset.in_district(self.value()) if self.value() else queryset


class TermEndedFilter(YesNoFilter):
    """Whether everybody's term in the group is over."""

    title = "วาระสิ้นสุดแล้ว"
    parameter_name = "term_ended"
    yes, no = "ใช่", "ไม่ใช่"

    def matching(self, queryset):
        return queryset.of_ended_term(timezone.localdate())
