"""The networks, clubs and boards by kind: of today, or of the fiscal year asked for."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone

from networks.columns import GROUP_INDEX
from networks.filters import GroupFilters
from networks.models import Group, GroupKind, GroupYear, KindYear, Membership, Position
from partners.access import reads_people
from partners.models import OrganizationKind
from portal.query_params import requested_year
from portal.tables.export import requested_download
from portal.thai.dates import file_date, fiscal_year_bounds


@dataclass(frozen=True)
class KindOnPage:
    """A kind with what its newest told year claims, and its groups."""

    kind: GroupKind
    told: KindYear | None
    groups: list


def network_list(request):
    """Without a year, the groups of today beside what the newest year claims."""
    today, years = timezone.localdate(), _years()
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
        "kinds": _kinds(groups, year or next(iter(years), None), only_with_groups=filters.is_narrowed),
        "number": len(groups),
        "filters": filters,
        "notes": [note, filters.note],
    }
    return render(request, "reports/public/networks/group_list.html", context)


def _years():
    """The fiscal years of which something is told of groups or their kinds, newest first."""
    told = GroupYear.objects.order_by().values_list("fiscal_year")
    return sorted(
        {y for (y,) in told.union(KindYear.objects.order_by().values_list("fiscal_year"))}, reverse=True
    )


def _with_chairs_and_schools(found, user, day):
    """The groups with who chairs them on a day and how many schools then belong to them."""
    seats = Membership.objects.active_between(day, day).visible_to(user).order_by()
    of_schools = seats.filter(
        group__kind__schools_belong=True, organization__kind__in=OrganizationKind.schools()
    )
    schools = dict(of_schools.values_list("group").annotate(Count("organization", distinct=True)))
    chairs = defaultdict(list)
    held = (
        seats.filter(position=Position.CHAIR)
        .select_related("organization")
        .prefetch_related("organization__former_names")
    )
    for seat in held.order_by("order", "pk"):
        chairs[seat.group_id].append(seat)
    groups, people = list(found), reads_people(user)
    for group in groups:
        group.chair_names = [seat.display_name(day, people=people) for seat in chairs[group.pk]]
        group.schools = schools.get(group.pk)
    return groups


def _kinds(groups, year, *, only_with_groups):
    told = {row.kind_id: row for row in KindYear.objects.filter(fiscal_year=year)}
    of_kind = defaultdict(list)
    for group in groups:
        of_kind[group.kind_id].append(group)
    return [
        KindOnPage(kind, told.get(kind.pk), of_kind[kind.pk])
        for kind in GroupKind.objects.order_by("-scope", "order", "pk")
        if of_kind[kind.pk] or not only_with_groups
    ]
