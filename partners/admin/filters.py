"""The filters of organizations and documents that the public lists do not have."""

from partners.models import OrganizationKind
from portal.admin.filters import PathFilter, YesNoFilter


class KindFilter(PathFilter):
    """A kind of organization that the list has."""

    title = "ประเภท"
    parameter_name = "kind"
    path = "kind"

    def lookups(self, request, model_admin):
        there = set(model_admin.model.objects.order_by().values_list(self.path, flat=True).distinct())
        return [(kind.value, kind.label) for kind in OrganizationKind if kind in there]


class FileFilter(YesNoFilter):
    title = "ไฟล์"
    parameter_name = "has_file"

    def matching(self, queryset):
        return queryset.exclude(file="")
