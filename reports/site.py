"""The admin site of the staff: its menu follows their work, and each kind of group has an entry of its own."""

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from networks.models import GroupKind

MENU = (
    "projects.Project",
    "projects.Contribution",
    "projects.Category",
    "partners.Organization",
    "partners.Agreement",
    "partners.Document",
    "networks.School",
    "networks.Group",
    "networks.GroupYear",
    "networks.GroupKind",
    "networks.LearningStrand",
    "reports.AnnualReport",
    "reports.ReportItem",
    "reports.Paragraph",
    "reports.Standard",
    "portal.Office",
    "portal.Province",
    "portal.District",
    "portal.Subdistrict",
    "auth.User",
)


class Suggestions(AutocompleteJsonView):
    """What a box suggests: records by the names that their own screen gives to whoever asks."""

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {
            "text": self.model_admin.name_for(self.request, obj)
        }


class PortalAdminSite(AdminSite):
    site_header = "ภาคี · ระบบบันทึกข้อมูล"
    site_title = "ภาคี"
    index_title = "บันทึกข้อมูล"

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """The apps and their screens in the order of MENU."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
            app["models"] = [entry for screen in app["models"] for entry in _entries(screen)]
        return sorted(apps, key=lambda app: _place(app["models"][0]))


def _place(screen):
    return MENU.index(screen["model"]._meta.label)


def _entries(screen):
    """A screen under its own name, but that of the groups once for each kind."""
    if screen["model"]._meta.label != "networks.Group":
        return [screen]
    return [
        screen
        | {
            "name": kind.name,
            "object_name": f"{screen['object_name']}{kind.pk}",
            "admin_url": f"{screen['admin_url']}?kind__id__exact={kind.pk}",
            "add_url": screen["add_url"] and f"{screen['add_url']}?kind={kind.pk}",
        }
        for kind in GroupKind.objects.all()
    ] or [screen]
