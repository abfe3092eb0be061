"""The page of one network, club or board, and its roster on one sheet."""

from collections import defaultdict

from django.contrib.auth.views import redirect_to_login
from django.db.models import F, Q
from django.shortcuts import get_list_or_404, get_object_or_404, render
from django.utils import timezone

from networks.columns import RosterSheet, RosterSheetWithPeople
from networks.models import Group
from networks.sizes import IN_WORDS
from partners.models import SOON, Agreement, AgreementParty
from portal.query_params import asked_year
from portal.tables.export import spreadsheet
from portal.thai.dates import file_date, fiscal_year_bounds
from projects.participation_by_year import participations_by_year, work_of, years_of
from reports.public.networks.seats import Seats


def network_page(request, code):
    """Who sits, which schools belong, what was done in a year, who gave to it, and which MOU ends soon."""
    (group, duties), today = _group_and_shared_duties(code), timezone.localdate()
    seats = Seats(group, request.user, today)
    told = list(group.years.prefetch_related("results"))
    reached = _reached(group, seats)
    years = sorted({row.fiscal_year for row in told} | years_of(reached), reverse=True)
    year, note = asked_year(request, years)
    context = {
        "group": group,
        "kind": group.kind,
        "duties": duties,
        "seats": seats,
        "years": years,
        "year": year,
        "done": next((row for row in told if row.fiscal_year == year), None),
        "done_before": [row for row in told if row.fiscal_year != year],
        "of_year": work_of(year, reached.get(year, [])) if year else None,
        "meetings": group.meetings.select_related("document").order_by("-held_on", "-pk"),
        "ending": _ending(seats, today),
        "soon": SOON.days,
        "sizes": IN_WORDS,
        "reads_documents": request.user.is_staff and request.user.has_perm("partners.view_document"),
        "notes": [note],
    }
    return render(request, "reports/public/networks/group_page.html", context)


def network_roster(request, code):
    """Members and schools on one sheet of A4."""
    seats = _seats_or_nothing(request, code)
    if seats is None:
        return redirect_to_login(request.get_full_path())
    context = {"group": seats.group, "kind": seats.group.kind, "seats": seats, "today": seats.on}
    return render(request, "reports/public/networks/group_roster.html", context)


def network_roster_xlsx(request, code):
    """The same as a spreadsheet; phones and directors only for those who may read them."""
    seats = _seats_or_nothing(request, code)
    if seats is None:
        return redirect_to_login(request.get_full_path())
    sheet = RosterSheetWithPeople if seats.people else RosterSheet
    return spreadsheet(sheet(request.user), seats.now, seats.group.name, file_date(seats.on), "xlsx")


def _groups():
    return Group.objects.select_related(
        "kind", "order_document", "subdistrict__district__province", "district__province", "strand"
    )


def _group_and_shared_duties(code):
    """The group, which is read once for every duty of its kind, and those duties."""
    of_kind = {name: F(f"kind__duties__{name}") for name in ("heading", "text")}
    in_order = _groups().annotate(**of_kind).order_by("kind__duties__order", "kind__duties__pk")
    rows = get_list_or_404(in_order, code=code)
    return rows[0], [row for row in rows if row.text]


def _seats_or_nothing(request, code):
    """The seats of today; nothing when the reader has to sign in first."""
    group = get_object_or_404(_groups(), code=code)
    seats = Seats(group, request.user, timezone.localdate())
    return None if seats.hidden else seats


def _reached(group, seats):
    """The participations of itself, its subdistrict, and the schools that belonged to it in the year, by year."""
    ever = {seat.membership.organization_id for seat in seats.all if seat.of_school}
    meant = Q(group=group) | Q(organization__in=ever)
    if group.subdistrict:
        meant |= Q(subdistrict=group.subdistrict)
    reached = {}
    for year, rows in participations_by_year(meant).items():
        schools = {None, *seats.schools_of(*fiscal_year_bounds(year))}
        reached[year] = [row for row in rows if row.organization_id in schools]
    return reached


def _ending(seats, today):
    """The confirmed MOUs of its schools that end soon: with the schools and the days left, the next first."""
    schools = [seat.membership.organization_id for seat in seats.schools]
    soon = Agreement.objects.confirmed().expiring(within=SOON, on=today)
    parties = AgreementParty.objects.filter(organization__in=schools, agreement__in=soon)
    of_agreement = defaultdict(list)
    for party in parties.select_related("agreement", "organization").order_by("agreement__ends_on", "pk"):
        of_agreement[party.agreement].append(party.organization)
    return [(deal, schools, (deal.ends_on - today).days) for deal, schools in of_agreement.items()]
