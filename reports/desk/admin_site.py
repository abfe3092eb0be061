"""The admin site of the staff: its menu follows their work, and each kind of group has an entry of its own."""

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from networks.models import GroupKind
from portal.chosen_year import choose_year, chosen_year
from reports.desk.front_page import desk_of, inbox_of
from reports.desk.manual import manual_html
from reports.figures.available_years import report_years
from reports.models import AnnualReport

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
    "portal.Import",
    "portal.Feedback",
    "portal.Office",
    "portal.Province",
    "portal.District",
    "portal.Subdistrict",
    "auth.User",
)
DAILY = ("projects.Project", "partners.Organization", "partners.Document", "partners.Agreement")


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

    def get_urls(self):
        return [path("manual/", self.admin_view(self.manual), name="manual"), *super().get_urls()]

    def manual(self, request):
        context = self.each_context(request) | {"title": "คู่มือเจ้าหน้าที่", "manual": manual_html()}
        return render(request, "reports/desk/manual.html", context)

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        """The desk of the year last chosen, or of the newest."""
        daily = [
            screen
            for app in self.get_app_list(request)
            for screen in app["models"]
            if screen["add_url"] and screen["model"]._meta.label in DAILY
        ]
        return super().index(request, {"daily": daily} | desk_context(request) | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """The apps and their screens in the order of MENU."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=_place)
            app["models"] = [entry for screen in app["models"] for entry in _entries(screen)]
        return sorted(apps, key=lambda app: _place(app["models"][0]))


def desk_context(request):
    """What the first page is told: the years there are, and the desk of one of them."""
    years = report_years()
    asked = next((year for year in years if str(year) == request.GET.get("year")), None)
    if asked:
        choose_year(request, asked)
    year = chosen_year(request) if chosen_year(request) in years else next(iter(years), None)
    desk = desk_of(year, today=timezone.localdate()) if year else None
    report = (
        AnnualReport.objects.filter(fiscal_year=year).first()
        if request.user.has_perm("reports.view_annualreport")
        else None
    )
    return {
        "years": years,
        "year": year,
        "desk": desk,
        "inbox": inbox_of(request.user),
        "report": report,
    }


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
