"""The admin site of the staff: its menu follows their work, and each kind of group has an entry of its own."""

from itertools import groupby

from django.apps import apps
from django.contrib.admin import AdminSite, site
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core import checks
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from networks.models import GroupKind
from portal.query_params import choose_year, chosen_year
from reports.desk.front_page import desk_of, inbox_of
from reports.desk.manual import manual_html
from reports.figures.available_years import report_years
from reports.models import AnnualReport

# The screens in the order of the work; what is not named here comes last.
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
# Screens that stand under a heading of their own, apart from the others of their app.
HEADINGS = {"portal.Import": "นำเข้าข้อมูล"}
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
            if screen["add_url"] and _label(screen) in DAILY
        ]
        return super().index(request, {"daily": daily} | desk_context(request) | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """The headings and their screens in the order of MENU."""
        parts = [part for app in super().get_app_list(request, app_label) for part in _parts(app)]
        parts.sort(key=lambda part: _place(part["models"][0]))
        for part in parts:
            part["models"] = [entry for screen in part["models"] for entry in _entries(screen)]
        return parts


@checks.register(checks.Tags.admin)
def check_menu(app_configs, **kwargs):
    """Warn of every screen that MENU does not name."""
    labels = [model._meta.label for model in apps.get_models() if site.is_registered(model)]
    return [
        checks.Warning(
            f"{label} has no place in the menu of the admin and comes last in it.",
            hint="Name it in MENU of reports/desk/admin_site.py.",
            id="phakhi.W001",
        )
        for label in labels
        if label not in MENU
    ]


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


def _label(screen):
    return screen["model"]._meta.label


def _place(screen):
    label = _label(screen)
    return MENU.index(label) if label in MENU else len(MENU)


def _parts(app):
    """Yield an app with its screens in their order, and apart from it those with a heading of their own."""
    screens = sorted(app["models"], key=_place)
    for heading, group in groupby(screens, key=lambda screen: HEADINGS.get(_label(screen))):
        part = app | {"models": list(group)}
        if heading:
            part |= {"name": heading, "app_url": part["models"][0]["admin_url"]}
        yield part


def _entries(screen):
    """A screen under its own name, but that of the groups once for each kind."""
    if _label(screen) != "networks.Group":
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
