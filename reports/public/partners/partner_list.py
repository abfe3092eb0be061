"""The public list of organizations and what each is to a year."""

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


class Part(IntegerChoices):
    """What an organization is to a year."""

    PARTNER = 1, "ภาคี"
    SUPPORTER = 2, "ผู้ร่วมสนับสนุน"
    OTHER = 3, "หน่วยงานอื่นในทะเบียน"


def partner_list(request):
    """The year's partners in the order of the report, its supporters, then the others, and what they gave."""
    years = Project.objects.years()
    year, year_note = requested_year(request, years)
    today = timezone.localdate()
    day = fiscal_year_bounds(year)[1] if year else today
    filters = PartnerFilters(
        request.GET, _organizations(year, today), request=request, day=day, parts=Part.choices
    )
    found = filters.qs
    if file := requested_download(request, ORGANIZATIONS, found, "หน่วยงานภาคี", year or "ทะเบียน"):
        return file
    page, page_note = requested_page(
        request, found.select_related("subdistrict__district").prefetch_related("former_names")
    )
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
        "parts": [(Part(part), list(group)) for part, group in groupby(page, key=attrgetter("part"))],
        "totals": received.filter(giver__in=found.order_by().values("pk")).totals(),
        "notes": [year_note, filters.note, page_note],
    }
    return render(request, "reports/public/partners/partner_list.html", context)


def _organizations(year, today):
    """Each with its part in the year; schools and persons only where they have one."""
    own = Q(projects__status=Publication.CONFIRMED, projects__fiscal_year=year)
    given = Q(
        contributions__receipt=Receipt.RECEIVED,
        contributions__project__status=Publication.CONFIRMED,
        contributions__project__fiscal_year=year,
    )
    part = Case(
        When(pk__in=Organization.objects.filter(own).values("pk"), then=Value(Part.PARTNER)),
        When(pk__in=Organization.objects.filter(given).values("pk"), then=Value(Part.SUPPORTER)),
        default=Value(Part.OTHER),
    )
    unlisted = Q(kind__in=[OrganizationKind.PERSON, *OrganizationKind.schools()]) | Q(active_to__lt=today)
    return (
        Organization.objects.partners()
        .annotate(
            part=part,
            first_project=Min("projects__position", filter=own),
            project_count=Count("projects", filter=own),
        )
        .exclude(unlisted, part=Part.OTHER)
        .order_by("part", F("first_project").asc(nulls_last=True), "sort_key", "pk")
    )
