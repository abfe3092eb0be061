"""Every public address of the portal with the records it can be opened for; a new one must get its row here."""

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from networks.models import Group, School
from partners.models import Agreement, Document, Organization, OrganizationKind
from portal.models import District, Subdistrict
from projects.models import Project
from reports.figures.available_years import report_years, signed_years
from reports.models import Edition, PrintJob
from reports.outputs.datasets import DATASETS
from reports.public.open_data import FORMS

EDITION = (
    "edition",
    "edition-pdf",
    "edition-json",
    "edition-docx",
    "edition-internal",
    "edition-internal-pdf",
    "edition-internal-json",
)
ELSEWHERE = {"admin"}  # the admin and its own sign-in are walked by tests of their own


def codes(records):
    return [[record.code] for record in records]


def rows():
    """Of each name of an address, the arguments it is opened with."""
    schools = OrganizationKind.schools()
    with_file = Document.objects.exclude(file="")
    years = [[year] for year in report_years()]
    editions = [list(row) for row in Edition.objects.values_list("report__fiscal_year", "number")]
    once = [[]]
    return {
        "home": once,
        "search": once,
        "site-map": once,
        "sitemap": once,
        "robots": once,
        "security-txt": once,
        "about": once,
        "contact": once,
        "privacy": once,
        "policy": once,
        "open-data": once,
        "data-package": years,
        "open-data-file": [[*year, data.name, form] for year in years for data in DATASETS for form in FORMS],
        "feedback": once,
        "login": once,
        "forgotten": once,
        "first-password": once,
        "password-change": once,
        "password-changed": once,
        "logout": [],  # a form sends to it
        "report-list": once,
        "compare": once,
        "compare-pdf": once,
        "report": years,
        "report-pdf": years,
        "report-differences": [[year] for year, signed in signed_years().items() if signed],
        "report-live": years,
        **dict.fromkeys(EDITION, editions),
        "check": once,
        "check-code": codes(Edition.objects.all()),
        "print-job": [[row.pk] for row in PrintJob.objects.all()],
        "print-job-file": [[row.pk] for row in PrintJob.objects.exclude(pdf="")],
        "print-job-now": [],  # a form sends to it
        "print-job-again": [],  # a form sends to it
        "report-xlsx": years,
        "report-docx": years,
        "report-json": years,
        "report-folder": [],  # for staff only
        "report-proof": years,
        "partner-list": once,
        "partner": codes(Organization.objects.exclude(kind__in=schools)),
        "agreement-list": once,
        "agreement": codes(Agreement.objects.all()),
        "document-list": once,
        "document": codes(Document.objects.all()),
        "document-file": codes(with_file),
        "document-picture": codes(with_file),
        "network-list": once,
        "network": codes(Group.objects.all()),
        "network-roster": codes(Group.objects.all()),
        "network-roster-xlsx": codes(Group.objects.all()),
        "school-list": once,
        "school": codes(School.objects.all()),
        "project-list": once,
        "project": codes(Project.objects.all()),
        "contribution-list": once,
        "district-list": once,
        "district": codes(District.objects.filter(offices__isnull=False)),
        "subdistrict": codes(Subdistrict.objects.own()),
    }


def names(patterns=None):
    """The names of all public addresses there are."""
    found = set()
    for pattern in patterns or get_resolver().url_patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace not in ELSEWHERE:
            found |= names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            found.add(pattern.name)
    return found


def addresses():
    """Every public address of every record."""
    return [reverse(name, args=args) for name, those in rows().items() for args in those]
