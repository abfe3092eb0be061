"""The page of one school."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db.models import Q
from django.shortcuts import get_list_or_404, render
from django.utils import timezone

from networks.access import sees_contacts
from networks.models import Membership, School
from networks.sizes import IN_WORDS, size_of
from partners.models import Agreement, AgreementParty, AgreementState
from portal.query_params import asked_year
from portal.thai.dates import fiscal_year_bounds
from projects.coverage import COLUMNS, key_of, keys_of
from projects.participation_by_year import gifts, participations_by_year, total, work_of, years_of


@dataclass(frozen=True)
class Given:
    """What a school itself received, or gave: a year's gifts with their named givers, and the totals by year."""

    gifts: list
    totals: object
    by_year: list


def school_page(request, code):
    """Its numbers, groups, MOUs and people, and the projects and the support of a year."""
    found = School.objects.select_related("subdistrict__district__province").by_academic_year()
    numbers = get_list_or_404(found, code=code)
    school, today, user = numbers[0], timezone.localdate(), request.user
    people = sees_contacts(user, school)
    seats = _seats(school, user)
    own = Q(recipient=school) | Q(giver=school)
    per_year = gifts().filter(own).totals_by("project__fiscal_year", "recipient", "giver")
    reached = _reached(school, seats)
    years = sorted({year for year, *_ in per_year} | years_of(reached), reverse=True)
    year, note = asked_year(request, years)
    received = _by_year(per_year, lambda recipient, giver: recipient == school.pk)
    given = _by_year(per_year, lambda recipient, giver: giver == school.pk)
    of_year = work_of(year, reached.get(year, []), beside=own) if year else None
    named = of_year.gifts if of_year else []
    context = {
        "school": school,
        "numbers": [(row, size_of(row.pupils)) for row in numbers if row.academic_year],
        "most": max((row.pupils or 0 for row in numbers), default=0),
        "sizes": IN_WORDS,
        "seats_now": [seat for seat in seats if _holds(seat, today)],
        "seats_before": [seat for seat in seats if not _holds(seat, today) and seat.touches(date.min, today)],
        "contacts": [contact for contact in school.contacts.all() if people or contact.is_public],
        "people": people,
        "years": years,
        "year": year,
        "of_year": of_year,
        "received": _given([row for row in named if row[0].recipient_id == school.pk], received, year),
        "given": _given([row for row in named if row[0].giver_id == school.pk], given, year),
        "agreements": _agreements(school, today),
        "documents": _documents(school, user),
        "today": today,
        "notes": [note],
    }
    return render(request, "reports/public/networks/school_page.html", context)


def _seats(school, user):
    found = Membership.objects.filter(organization=school).shown_to(user).select_related("group__kind")
    return list(found.order_by("group__kind__order", "group__sort_key", "-from_on", "pk"))


def _holds(seat, day):
    dissolved = seat.group.dissolved_on
    return seat.touches(day, day) and not (dissolved and dissolved < day)


def _by_place(school):
    """The participations of the schools of its subdistrict, of its affiliation or of any."""
    if not school.subdistrict_id:
        return Q(pk__in=[])
    return Q(subdistrict=school.subdistrict_id, affiliation__in=["", school.affiliation])


def _reached(school, seats):
    """The participations of itself, its subdistrict, and the groups it belonged to in the year, by year."""
    of_groups = [seat for seat in seats if seat.group.kind.schools_belong]
    ever = {seat.group_id for seat in of_groups}
    meant = Q(organization=school) | _by_place(school) | Q(group__in=ever)
    reached = {}
    for year, rows in participations_by_year(meant).items():
        bounds = fiscal_year_bounds(year)
        keys = keys_of(school, {seat.group_id for seat in of_groups if seat.touches(*bounds)})
        reached[year] = [row for row in rows if key_of(*attrgetter(*COLUMNS)(row)) in keys]
    return reached


def _by_year(per_year, is_meant):
    """The totals of every year of what is meant by recipient and giver, newest first."""
    parts = defaultdict(list)
    for (year, *who), totals in per_year.items():
        if is_meant(*who):
            parts[year].append(totals)
    return {year: total(parts[year]) for year in sorted(parts, reverse=True)}


def _given(gifts, by_year, year):
    return Given(gifts, by_year.get(year), list(by_year.items()))


def _agreements(school, today):
    """Its confirmed MOUs with the other parties, where they stand and how many days are left."""
    own = Agreement.objects.confirmed().filter(parties__organization=school)
    parties = AgreementParty.objects.filter(agreement__in=own.order_by().values("pk"))
    others = defaultdict(list)
    for party in parties.select_related("agreement", "organization").order_by(
        "agreement__ends_on", "order", "pk"
    ):
        others[party.agreement].append(party)
    rows = [
        {
            "agreement": agreement,
            "others": [party for party in those if party.organization_id != school.pk],
            "state": agreement.state(today),
            "days": agreement.ends_on and (agreement.ends_on - today).days,
        }
        for agreement, those in others.items()
    ]
    return sorted(rows, key=lambda row: row["state"] == AgreementState.ENDED)


def _documents(school, user):
    """The papers it issued: public ones, all of them for staff who may view documents."""
    issued = school.issued_documents.order_by("-dated_first", "sort_key", "pk")
    staff = user.is_staff and user.has_perm("partners.view_document")
    return issued if staff else issued.filter(is_public=True)
