"""The pages that any outsider may open: as a page for readers, and as a sitemap for search engines."""

from django.contrib.sitemaps import Sitemap
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from networks.models import Group, GroupKind
from partners.models import Agreement, Organization, OrganizationKind
from projects.models import Project
from reports.figures.available_years import report_years

LISTS = (
    "home",
    "network-list",
    "school-list",
    "partner-list",
    "project-list",
    "contribution-list",
    "agreement-list",
    "document-list",
    "report-list",
    "open-data",
    "about",
    "contact",
    "privacy",
    "policy",
    "site-map",
)


def site_map(request):
    context = {"kinds": GroupKind.objects.all(), "years": report_years()}
    return render(request, "reports/public/site_map.html", context)


class Pages(Sitemap):
    """The pages that are not of one record: lists and yearly reports."""

    def items(self):
        return [*map(reverse, LISTS), *(reverse("report", args=[year]) for year in report_years())]

    def location(self, address):
        return address


class Records(Sitemap):
    """The records of one kind, each with the day of its last change."""

    def __init__(self, read_records):
        self.read_records = read_records

    def items(self):
        return self.read_records().order_by("pk")

    def lastmod(self, record):
        return record.updated_at


def organizations():
    shown = Organization.objects.partners().exclude(kind=OrganizationKind.PERSON)
    return shown.exclude(active_to__lt=timezone.localdate())


SITEMAPS = {
    "pages": Pages,
    "organizations": Records(organizations),
    "networks": Records(Group.objects.all),
    "projects": Records(Project.objects.confirmed),
    "agreements": Records(Agreement.objects.confirmed),
}
