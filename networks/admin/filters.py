"""The filters of schools and groups."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

from networks.models import Group, Membership, SchoolAccount
from portal.admin.filters import DistrictFilter, YesNoFilter


class NetworkFilter(admin.SimpleListFilter):
    """The network that a school belongs to today."""

    title = "เครือข่าย"
    parameter_name = "network"
    none = "none"

    def lookups(self, request, model_admin):
        today = timezone.localdate()
        networks = Group.objects.standing_in(today, today).of_schools().order_by("sort_key", "pk")
        return [*networks.values_list("code", "name"), (self.none, "ไม่อยู่ในเครือข่ายใด")]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        seats = Membership.objects.in_networks(timezone.localdate())
        if self.value() == self.none:
            return queryset.exclude(pk__in=seats.values("organization"))
        return queryset.filter(pk__in=seats.filter(group__code=self.value()).values("organization"))


class AccountFilter(YesNoFilter):
    """Whether a director signs in for the school."""

    title = "บัญชีผู้อำนวยการ"
    parameter_name = "account"
    yes, no = "มี", "ยังไม่มี"

    def those(self, queryset):
        return queryset.filter(pk__in=SchoolAccount.objects.present().values("school"))


class AreaFilter(DistrictFilter):
    """A group's own district or its subdistrict's."""

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(Q(district=self.value()) | Q(subdistrict__district=self.value()))


class TermEndedFilter(YesNoFilter):
    """Whether everybody's term in the group is over."""

    title = "วาระสิ้นสุดแล้ว"
    parameter_name = "term_ended"
    yes, no = "ใช่", "ไม่ใช่"

    def those(self, queryset):
        return queryset.of_ended_term(timezone.localdate())
