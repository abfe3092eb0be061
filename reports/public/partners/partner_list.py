"""The list of organizations by their part in a fiscal year."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Case, Count, F, IntegerChoices, Min, Q, Value, When
from django.shortcuts import render
from django.utils import timezone

from partners.columns import ORGANIZATIONS
from partners.filters import PartnerFilters
from partners.models import Organization, OrganizationKind
from portal.query_params import requested_page, requested_year
from portal.records import Publication
from portal.tables.export import requested_download
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Project, Receipt


class PartnerSection(IntegerChoices):
    """The part of an organization in a year; each has a section in the list."""

    PARTNER = 1, "ภาคี"
    SUPPORTER = 2, "ผู้ร่วมสนับสนุน"
    OTHER = 3, "หน่วยงานอื่นในทะเบียน"


def partner_list(request):
    """Show the partners in the order of the report, the supporters and the others, with what they gave."""
    years = Project.objects.years()
    year, year_note = requested_year(request, years)
    today = timezone.localdate()
    day = fiscal_year_bounds(year)[1] if year else today
    filters = PartnerFilters(
        request.GET, _read_organizations(year, today), request=request, day=day, parts=PartnerSection.choices
    )
    organizations = filters.qs
    if file := requested_download(request, ORGANIZATIONS, organizations, "หน่วยงานภาคี", year or "ทะเบียน"):
        return file
    rows = organizations.select_related("subdistrict__district").prefetch_related("former_names")
    page, page_note = requested_page(request, rows)
    received = Contribution.objects.confirmed().in_year(year)
    given = received.filter(giver__in=[each.pk for each in page]).totals_by("giver")
    for organization in page:
        organization.given = given.get((organization.pk,))
        organization.in_its_time = organization.as_of(day)
    context = {
        "years": years,
        "year": year,
        "filters": filters,
        "page": page,
        "parts": [
            (PartnerSection(part), list(group)) for part, group in groupby(page, key=attrgetter("part"))
        ],
        "totals": received.filter(giver__in=organizations.order_by().values("pk")).totals(),
        "notes": [year_note, filters.note, page_note],
    }
    return render(request, "reports/public/partners/partner_list.html", context)


def _read_organizations(year, today):
    """Return organizations with their part in the year; schools and persons only if they have one."""
    own = Q(projects__status=Publication.CONFIRMED, projects__fiscal_year=year)
    given = Q(
        contributions__receipt=Receipt.RECEIVED,
        contributions__project__status=Publication.CONFIRMED,
        contributions__project__fiscal_year=year,
    )
    part = Case(
        When(pk__in=Organization.objects.filter(own).values("pk"), then=Value(PartnerSection.PARTNER)),
        When(pk__in=Organization.objects.filter(given).values("pk"), then=Value(PartnerSection.SUPPORTER)),
        default=Value(PartnerSection.OTHER),
    )
    unlisted = Q(kind__in=[OrganizationKind.PERSON, *OrganizationKind.schools()]) | Q(active_to__lt=today)
    return (
        Organization.objects.partners()
        .annotate(
            part=part,
            first_project=Min("projects__position", filter=own),
            project_count=Count("projects", filter=own),
        )
        .exclude(unlisted, part=PartnerSection.OTHER)
        .order_by("part", F("first_project").asc(nulls_last=True), "sort_key", "pk")
    )
