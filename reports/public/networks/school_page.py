"""The page of one school."""

from datetime import date

from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from networks.access import reads_school_contacts
from networks.models import Membership, School
from networks.models.schools import SIZES_EXPLAINED, size_of
from partners.access import reads_documents
from partners.models import Agreement, AgreementState
from portal.query_params import requested_year
from projects.models import Contribution, Participation
from projects.participation_by_year import participations_by_year, projects_of_year, years_with_projects


def school_page(request, code):
    """Show a school with its numbers, groups, agreements and people, and its projects and support in a year."""
    found = School.objects.select_related("subdistrict__district__province")
    school = get_object_or_404(found, code=code)
    numbers, today, user = school.years.all(), timezone.localdate(), request.user
    people = reads_school_contacts(user, school)
    seats = _read_seats(school, user)
    received, given = _totals_by_year(recipient=school), _totals_by_year(giver=school)
    reached = participations_by_year(
        Participation.objects.reaching(school, with_hidden=user.is_authenticated)
    )
    years = sorted({*received, *given} | years_with_projects(reached), reverse=True)
    year, note = requested_year(request, years)
    own = Q(recipient=school) | Q(giver=school)
    of_year = projects_of_year(year, reached.get(year, []), other_gifts=own) if year else None
    gifts = of_year.gifts if of_year else []
    context = {
        "school": school,
        "numbers": [(row, size_of(row.pupils)) for row in numbers],
        "most": max((row.pupils or 0 for row in numbers), default=0),
        "sizes": SIZES_EXPLAINED,
        "seats_now": [seat for seat in seats if _is_active(seat, today)],
        "seats_before": [
            seat for seat in seats if not _is_active(seat, today) and seat.is_active_between(date.min, today)
        ],
        "contacts": [contact for contact in school.contacts.all() if people or contact.is_public],
        "people": people,
        "years": years,
        "year": year,
        "of_year": of_year,
        "received": _support([row for row in gifts if row[0].recipient_id == school.pk], received, year),
        "given": _support([row for row in gifts if row[0].giver_id == school.pk], given, year),
        "agreements": _read_agreements(school, today),
        "documents": _read_documents(school, user),
        "today": today,
        "notes": [note],
    }
    return render(request, "reports/public/networks/school_page.html", context)


def _read_seats(school, user):
    found = Membership.objects.filter(organization=school).visible_to(user).select_related("group__kind")
    return list(found.order_by("group__kind__order", "group__sort_key", "-from_on", "pk"))


def _is_active(seat, day):
    dissolved = seat.group.dissolved_on
    return seat.is_active_between(day, day) and not (dissolved and dissolved < day)


def _totals_by_year(**side):
    """Return the totals of what a school received or gave by fiscal year, newest first."""
    totals = Contribution.objects.confirmed().filter(**side).totals_by("project__fiscal_year")
    return {year: totals[year,] for (year,) in sorted(totals, reverse=True)}


def _support(gifts, totals, year):
    """Return the gifts of a year with their total, and the totals by year."""
    return {"gifts": gifts, "totals": totals.get(year), "by_year": list(totals.items())}


def _read_agreements(school, today):
    """Return the confirmed agreements with other parties, state and days left; ended ones come last."""
    own = Agreement.objects.confirmed().filter(pk__in=school.agreement_seats.values("agreement"))
    rows = [
        {
            "agreement": agreement,
            "others": [party for party in agreement.parties.all() if party.organization_id != school.pk],
            "state": agreement.state(today),
            "days": agreement.days_left(today),
        }
        for agreement in own.order_by("ends_on", "pk").with_parties()
    ]
    return sorted(rows, key=lambda row: row["state"] == AgreementState.ENDED)


def _read_documents(school, user):
    """Return the documents that the school issued and the user may read."""
    issued = school.issued_documents.order_by("-dated_first", "sort_key", "pk")
    return issued if reads_documents(user) else issued.filter(is_public=True)
