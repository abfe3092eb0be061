"""The admin site of the staff: its menu, its first page, and the officer's manual (docs/manual/manual.md)."""

import re
from itertools import groupby

import markdown
from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite, site
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core import checks
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import path
from django.utils.safestring import mark_safe

from networks.models import GroupKind
from reports.desk.front_page import front_page_context

MANUAL = settings.BASE_DIR / "docs" / "manual" / "manual.md"

# The screens in the order of the work; any others come last.
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
# Screens that are listed under another heading than that of their app.
HEADINGS = {"portal.Import": "นำเข้าข้อมูล"}
DAILY = ("projects.Project", "partners.Organization", "partners.Document", "partners.Agreement")


class AutocompleteView(AutocompleteJsonView):
    def serialize_result(self, obj, to_field_name):
        text = self.model_admin.name_for(self.request, obj)
        return super().serialize_result(obj, to_field_name) | {"text": text}


class PortalAdminSite(AdminSite):
    site_header = "ภาคี · ระบบบันทึกข้อมูล"
    site_title = "ภาคี"
    index_title = "บันทึกข้อมูล"

    def get_urls(self):
        return [path("manual/", self.admin_view(self.manual), name="manual"), *super().get_urls()]

    def manual(self, request):
        context = self.each_context(request) | {"title": "คู่มือเจ้าหน้าที่", "manual": _manual_html()}
        return render(request, "reports/desk/manual.html", context)

    def autocomplete_view(self, request):
        return AutocompleteView.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        """Show the first page, with the screens on which records are added daily."""
        screens = [screen for app in self.get_app_list(request) for screen in app["models"]]
        daily = [screen for screen in screens if screen["add_url"] and _label_of(screen) in DAILY]
        return super().index(request, {"daily": daily} | front_page_context(request) | (extra_context or {}))

    def get_app_list(self, request, app_label=None):
        """Return the headings and their screens in the order of MENU, with an entry for each kind of group."""
        headings = [part for app in super().get_app_list(request, app_label) for part in _split_app(app)]
        headings.sort(key=lambda heading: _menu_position(heading["models"][0]))
        for heading in headings:
            heading["models"] = [entry for screen in heading["models"] for entry in _menu_entries(screen)]
        return headings


@checks.register(checks.Tags.admin)
def check_menu(app_configs, **kwargs):
    """Warn of each screen that is missing in MENU."""
    labels = [model._meta.label for model in apps.get_models() if site.is_registered(model)]
    message = "%s has no place in the menu of the admin and comes last in it."
    hint = "Name it in MENU of reports/desk/admin_site.py."
    missing = [label for label in labels if label not in MENU]
    return [checks.Warning(message % label, hint=hint, id="phakhi.W001") for label in missing]


def _manual_html():
    """Return the manual with the addresses of its pictures in the portal, and an anchor at each heading."""
    text = MANUAL.read_text("utf-8")
    html = markdown.markdown(text, extensions=["toc"], extension_configs={"toc": {"toc_depth": "2"}})
    picture = re.compile(r'src="([\w-]+\.png)"')
    return mark_safe(picture.sub(lambda match: f'loading="lazy" src="{static("manual/" + match[1])}"', html))


def _label_of(screen):
    return screen["model"]._meta.label


def _menu_position(screen):
    label = _label_of(screen)
    return MENU.index(label) if label in MENU else len(MENU)


def _split_app(app):
    """Yield an app with its screens in order, without those that HEADINGS names, and each of these headings."""
    screens = sorted(app["models"], key=_menu_position)
    for heading, group in groupby(screens, key=lambda screen: HEADINGS.get(_label_of(screen))):
        part = app | {"models": list(group)}
        if heading:
            part |= {"name": heading, "app_url": part["models"][0]["admin_url"]}
        yield part


def _menu_entries(screen):
    """Return a screen as one entry, but the screen of groups as one for each kind of group."""
    if _label_of(screen) != "networks.Group":
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
