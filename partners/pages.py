"""The public lists of organizations and agreements."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Case, F, IntegerChoices, Min, Q, Value, When
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from partners.models import Agreement, Document, Organization, OrganizationKind
from portal.asked import asked_page, asked_year
from portal.records import Publication
from portal.thai.dates import fiscal_year_bounds


class Part(IntegerChoices):
    """What an organization is to a year."""

    PARTNER = 1, "ภาคี"
    SUPPORTER = 2, "ผู้ร่วมสนับสนุน"
    OTHER = 3, "หน่วยงานอื่นในทะเบียน"


def partner_list(request):
    """The year's partners in the order of the report, its supporters, then the others."""
    years = _years()
    year, year_note = asked_year(request, years)
    today = timezone.localdate()
    named_on = fiscal_year_bounds(year)[1] if year else today
    found = _organizations(year, today).named_on(named_on).select_related("subdistrict__district")
    page, page_note = asked_page(request, found)
    parts = [(Part(part), list(group)) for part, group in groupby(page, key=attrgetter("part"))]
    context = {"years": years, "year": year, "page": page, "parts": parts, "notes": [year_note, page_note]}
    return render(request, "partners/partner_list.html", context)


def partner_page(request, code):
    organization = get_object_or_404(Organization, code=code)
    if organization.kind in OrganizationKind.schools():
        return redirect(organization, permanent=True)
    return render(request, "partners/partner_page.html", {"partner": organization})


def agreement_list(request):
    """Confirmed agreements, by the day on which they were signed, and their state today."""
    today = timezone.localdate()
    found = (
        Agreement.objects.confirmed()
        .order_by(F("signed_first").asc(nulls_last=True), "sort_key", "pk")
        .prefetch_related("parties__organization")
    )
    page, note = asked_page(request, found)
    rows = [(agreement, agreement.state(today)) for agreement in page]
    context = {"page": page, "rows": rows, "today": today, "notes": [note]}
    return render(request, "partners/agreement_list.html", context)


def agreement_page(request, code):
    agreement = get_object_or_404(Agreement.objects.seen_by(request.user), code=code)
    return render(request, "partners/agreement_page.html", {"agreement": agreement})


def document_list(request):
    page, note = asked_page(request, Document.objects.all())
    return render(request, "partners/document_list.html", {"page": page, "notes": [note]})


def document_page(request, code):
    document = get_object_or_404(Document, code=code)
    return render(request, "partners/document_page.html", {"document": document})


def _years():
    found = Organization.objects.filter(projects__status=Publication.CONFIRMED)
    return sorted(
        set(found.order_by().values_list("projects__fiscal_year", flat=True).distinct()), reverse=True
    )


def _organizations(year, today):
    """Each with its part in the year; schools and persons only where they have one."""
    own = Q(projects__status=Publication.CONFIRMED, projects__fiscal_year=year)
    given = Q(
        contributions__receipt="received",
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
        Organization.objects.exclude(kind=OrganizationKind.OFFICE)
        .annotate(part=part, first_project=Min("projects__position", filter=own))
        .exclude(unlisted, part=Part.OTHER)
        .order_by("part", F("first_project").asc(nulls_last=True), "sort_key", "pk")
    )
