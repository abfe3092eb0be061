"""The page of one network, club or board, and its roster on one sheet."""

from collections import defaultdict

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from networks.models import Group
from networks.seats import Seats
from networks.sheets import RosterSheet, RosterSheetWithPeople
from networks.sizes import IN_WORDS
from networks.work import participations, work_of
from partners.models import SOON, Agreement, AgreementParty
from portal.asked import asked_year
from portal.exports import day, spreadsheet
from portal.thai.dates import fiscal_year_bounds


def network_page(request, code):
    """Who sits, which schools belong, what was done in a year, who gave to it, and which MOU ends soon."""
    group, today = _group(code), timezone.localdate()
    seats = Seats(group, request.user, today)
    told = list(group.years.prefetch_related("results"))
    years = sorted({row.fiscal_year for row in told} | _years_of_work(group, seats), reverse=True)
    year, note = asked_year(request, years)
    context = {
        "group": group,
        "kind": group.kind,
        "seats": seats,
        "years": years,
        "year": year,
        "done": next((row for row in told if row.fiscal_year == year), None),
        "done_before": [row for row in told if row.fiscal_year != year],
        "of_year": work_of(year, _reached(group, seats, year)) if year else None,
        "meetings": group.meetings.select_related("document").order_by("-held_on", "-pk"),
        "ending": _ending(seats, today),
        "soon": SOON.days,
        "sizes": IN_WORDS,
        "reads_documents": request.user.is_staff and request.user.has_perm("partners.view_document"),
        "notes": [note],
    }
    return render(request, "networks/network_page.html", context)


def network_roster(request, code):
    """Members and schools on one sheet of A4."""
    seats = _seats_or_nothing(request, code)
    if seats is None:
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    context = {"group": seats.group, "kind": seats.group.kind, "seats": seats, "today": seats.on}
    return render(request, "networks/network_roster.html", context)


def network_roster_xlsx(request, code):
    """The same as a spreadsheet; phones and directors only for those who may read them."""
    seats = _seats_or_nothing(request, code)
    if seats is None:
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    sheet = RosterSheetWithPeople if seats.people else RosterSheet
    occasion = day(seats.on).replace("/", "-")
    return spreadsheet(sheet(request.user), seats.now, seats.group.name, occasion, "xlsx")


def _group(code):
    found = Group.objects.select_related(
        "kind", "order_document", "subdistrict__district__province", "district__province", "strand"
    )
    return get_object_or_404(found, code=code)


def _seats_or_nothing(request, code):
    """The seats of today; nothing when the reader has to sign in first."""
    seats = Seats(_group(code), request.user, timezone.localdate())
    return None if seats.hidden else seats


def _reached(group, seats, year):
    """The participations by which the group, its schools of the year or its subdistrict took part."""
    reached = Q(group=group) | Q(organization__in=list(seats.schools_of(*fiscal_year_bounds(year))))
    return reached | Q(subdistrict=group.subdistrict) if group.subdistrict else reached


def _years_of_work(group, seats):
    """The fiscal years in which a project reached it, by itself or by a school that then belonged to it."""
    ever = {seat.membership.organization_id for seat in seats.all if seat.of_school}
    reached = Q(group=group) | Q(organization__in=ever)
    if group.subdistrict:
        reached |= Q(subdistrict=group.subdistrict)
    rows = set(
        participations()
        .filter(reached)
        .order_by()
        .values_list("project__fiscal_year", "organization")
        .distinct()
    )
    return {
        year
        for year, school in rows
        if school is None or school in seats.schools_of(*fiscal_year_bounds(year))
    }


def _ending(seats, today):
    """The confirmed MOUs of its schools that end soon: with the schools and the days left, the next first."""
    schools = [seat.membership.organization_id for seat in seats.schools]
    soon = Agreement.objects.confirmed().expiring(within=SOON, on=today)
    parties = AgreementParty.objects.filter(organization__in=schools, agreement__in=soon)
    of_agreement = defaultdict(list)
    for party in parties.select_related("agreement", "organization").order_by("agreement__ends_on", "pk"):
        of_agreement[party.agreement].append(party.organization)
    return [(deal, schools, (deal.ends_on - today).days) for deal, schools in of_agreement.items()]
