"""The list of networks, clubs and boards by kind."""

from collections import defaultdict

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone

from networks.columns import GROUP_INDEX
from networks.filters import GroupFilters
from networks.models import Group, GroupKind, GroupYear, KindYear, Membership, Position
from partners.models import OrganizationKind
from portal.query_params import requested_year
from portal.roles import reads_people
from portal.tables.export import requested_download
from portal.thai.dates import file_date, fiscal_year_bounds


def network_list(request):
    """Show the groups of the requested fiscal year, or those of today beside the numbers of the newest year."""
    today, years = timezone.localdate(), _read_years()
    year, note = requested_year(request, years) if "year" in request.GET else (None, "")
    first, last = fiscal_year_bounds(year) if year else (today, today)
    found = Group.objects.existing_between(first, last).select_related(
        "kind", "subdistrict__district", "district__province"
    )
    filters = GroupFilters(request.GET, found, request=request)
    groups = _with_chairs_and_schools(filters.qs, request.user, min(last, today))
    if file := requested_download(request, GROUP_INDEX, groups, "เครือข่าย", year or file_date(today)):
        return file
    context = {
        "years": years,
        "year": year,
        "today": today,
        "kinds": _kinds_with_groups(
            groups, year or next(iter(years), None), only_with_groups=filters.is_narrowed
        ),
        "number": len(groups),
        "filters": filters,
        "notes": [note, filters.note],
    }
    return render(request, "reports/public/networks/group_list.html", context)


def _read_years():
    """Return the fiscal years with records of groups or of their kinds, newest first."""
    of_groups = GroupYear.objects.order_by().values_list("fiscal_year", flat=True)
    of_kinds = KindYear.objects.order_by().values_list("fiscal_year", flat=True)
    return sorted(of_groups.union(of_kinds), reverse=True)


def _with_chairs_and_schools(found, user, day):
    """Return the groups, each with `chair_names` and the number of its `schools` on a day."""
    seats = Membership.objects.active_between(day, day).visible_to(user).order_by()
    of_schools = seats.filter(
        group__kind__schools_belong=True, organization__kind__in=OrganizationKind.schools()
    )
    schools = dict(of_schools.values_list("group").annotate(Count("organization", distinct=True)))
    chairs = defaultdict(list)
    chairing = seats.filter(position=Position.CHAIR).select_related("organization")
    for seat in chairing.prefetch_related("organization__former_names").order_by("order", "pk"):
        chairs[seat.group_id].append(seat)
    groups, people = list(found), reads_people(user)
    for group in groups:
        group.chair_names = [seat.display_name(day, people=people) for seat in chairs[group.pk]]
        group.schools = schools.get(group.pk)
    return groups


def _kinds_with_groups(groups, year, *, only_with_groups):
    """Return each kind with its numbers of a fiscal year, which may be None, and its groups."""
    numbers = {row.kind_id: row for row in KindYear.objects.filter(fiscal_year=year)}
    of_kind = defaultdict(list)
    for group in groups:
        of_kind[group.kind_id].append(group)
    return [
        {"kind": kind, "numbers": numbers.get(kind.pk), "groups": of_kind[kind.pk]}
        for kind in GroupKind.objects.order_by("-scope", "order", "pk")
        if of_kind[kind.pk] or not only_with_groups
    ]
