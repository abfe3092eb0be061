"""The filters of organizations and documents that the public lists do not have."""

from django.contrib import admin

from partners.models import OrganizationKind
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


class FileFilter(YesNoFilter):
    title = "ไฟล์"
    parameter_name = "has_file"

    def having(self, queryset):
        return queryset.exclude(file="")
