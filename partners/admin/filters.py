"""The filters of organizations, documents and agreements."""

from django.contrib import admin
from django.utils import timezone

from partners.models import SOON, AgreementState, OrganizationKind
from portal.admin.filters import YesNoFilter


class KindFilter(admin.SimpleListFilter):
    """A kind of organization that the list has; `path` leads to it."""

    title = "ประเภท"
    parameter_name = "kind"
    path = "kind"

    def lookups(self, request, model_admin):
        there = set(model_admin.model.objects.order_by().values_list(self.path, flat=True).distinct())
        return [(kind.value, kind.label) for kind in OrganizationKind if kind in there]

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class AgreementStateFilter(admin.SimpleListFilter):
    """Where an agreement stands today, and which end soon."""

    title = "สถานะวันนี้"
    parameter_name = "state"
    soon = "soon"

    def lookups(self, request, model_admin):
        states = [(state.value, state.label) for state in AgreementState]
        return [*states, (self.soon, f"สิ้นสุดใน {SOON.days} วัน")]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == self.soon:
            return queryset.expiring(within=SOON, on=today)
        return queryset.in_state(self.value(), today) if self.value() else queryset


class FileFilter(YesNoFilter):
    title = "ไฟล์"
    parameter_name = "has_file"

    def those(self, queryset):
        return queryset.exclude(file="")
