"""What search engines are told of: every page that an outsider may open."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone

from networks.models import Group
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


class Lists(Sitemap):
    def items(self):
        return LISTS

    def location(self, name):
        return reverse(name)


class Reports(Sitemap):
    def items(self):
        return report_years()

    def location(self, year):
        return reverse("report", args=[year])


class Records(Sitemap):
    """The records of one kind, each with the day of its last change."""

    def __init__(self, found):
        self.found = found

    def items(self):
        return self.found().order_by("pk")

    def lastmod(self, record):
        return record.updated_at


def organizations():
    shown = Organization.objects.partners().exclude(kind=OrganizationKind.PERSON)
    return shown.exclude(active_to__lt=timezone.localdate())


SITEMAPS = {
    "lists": Lists,
    "reports": Reports,
    "organizations": Records(organizations),
    "networks": Records(Group.objects.all),
    "projects": Records(Project.objects.confirmed),
    "agreements": Records(Agreement.objects.confirmed),
}
