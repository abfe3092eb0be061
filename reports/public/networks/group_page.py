"""The page of a network, club or board, and its roster as a page and a spreadsheet."""

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from networks.columns import ROSTER, ROSTER_WITH_PEOPLE
from networks.models import Group
from networks.models.schools import SIZES_EXPLAINED
from partners.access import reads_documents
from partners.models import SOON, Agreement
from portal.query_params import requested_year
from portal.tables.export import spreadsheet
from portal.thai.dates import file_date
from projects.models import Participation
from projects.participation_by_year import participations_by_year, projects_of_year, years_with_projects
from reports.public.networks.seats import Seats


def network_page(request, code):
    """Show a group with its members and schools, its work in a year and the agreements that end soon."""
    group, today = get_object_or_404(_groups(), code=code), timezone.localdate()
    seats = Seats(group, request.user, today)
    records = list(group.years.prefetch_related("results"))
    signed_in = request.user.is_authenticated
    reached = participations_by_year(Participation.objects.reaching_network(group, with_hidden=signed_in))
    years = sorted({row.fiscal_year for row in records} | years_with_projects(reached), reverse=True)
    year, note = requested_year(request, years)
    context = {
        "group": group,
        "kind": group.kind,
        "duties": group.kind.duties.all(),
        "seats": seats,
        "years": years,
        "year": year,
        "done": next((row for row in records if row.fiscal_year == year), None),
        "done_before": [row for row in records if row.fiscal_year != year],
        "of_year": projects_of_year(year, reached.get(year, [])) if year else None,
        "meetings": group.meetings.select_related("document").order_by("-held_on", "-pk"),
        "ending": _ending_agreements(seats, today),
        "soon": SOON.days,
        "sizes": SIZES_EXPLAINED,
        "reads_documents": reads_documents(request.user),
        "notes": [note],
    }
    return render(request, "reports/public/networks/group_page.html", context)


def network_roster(request, code):
    """Show members and schools on one sheet of A4; redirect to the sign-in page if members are hidden."""
    seats = Seats(get_object_or_404(_groups(), code=code), request.user, timezone.localdate())
    if seats.hidden:
        return redirect_to_login(request.get_full_path())
    context = {"group": seats.group, "kind": seats.group.kind, "seats": seats, "today": seats.on}
    return render(request, "reports/public/networks/group_roster.html", context)


def network_roster_xlsx(request, code):
    """Return the roster as a spreadsheet, with phones and directors if the user may read them."""
    seats = Seats(get_object_or_404(_groups(), code=code), request.user, timezone.localdate())
    if seats.hidden:
        return redirect_to_login(request.get_full_path())
    sheet = ROSTER_WITH_PEOPLE if seats.people else ROSTER
    name = f"{seats.group.name}-{file_date(seats.on)}.xlsx"
    return spreadsheet(sheet.heads, sheet.rows(seats.now, request.user), seats.group.name, name)


def _groups():
    return Group.objects.select_related(
        "kind", "order_document", "subdistrict__district__province", "district__province", "strand"
    )


def _ending_agreements(seats, today):
    """Return the agreements of the member schools that end soon, with those schools and the days left."""
    schools = {seat.membership.organization_id for seat in seats.schools}
    soon = Agreement.objects.confirmed().expiring(within=SOON, on=today)
    soon = soon.filter(parties__organization__in=schools).distinct().order_by("ends_on", "pk")
    return [
        (
            agreement,
            [party.organization for party in agreement.parties.all() if party.organization_id in schools],
            agreement.days_left(today),
        )
        for agreement in soon.with_parties()
    ]
