"""Two to five fiscal years side by side, of few queries whatever the years hold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from partners.models import Agreement, Organization, OrganizationKind
from portal.thai.dates import fiscal_year_bounds
from projects.models import Form
from projects.quarters import Quarter
from projects.totals import Totals
from reports.figures.comparison_parts import Part, Told, given_in, parts_by
from reports.figures.schools_reached import Schools, schools_reached
from reports.figures.summary import Giver

NOTHING = Totals()


@dataclass(frozen=True)
class Before:
    """The partners against the year before."""

    new: tuple[Giver, ...]
    came_back: tuple[Giver, ...]
    stayed: tuple[Giver, ...]
    lost: tuple[Giver, ...]


@dataclass(frozen=True)
class ComparedYear:
    """One of the years; its parts by (order, label, key), organizations under the names of the year."""

    fiscal_year: int
    partners: tuple[Giver, ...]
    supporters: tuple[Giver, ...]
    whole: Part
    by_form: dict[tuple, Part]
    by_kind: dict[tuple, Part]
    by_category: dict[tuple, Part]
    by_quarter: dict[tuple, Part]
    agreements: int
    schools: Schools
    before: Before | None


def compare(years: Iterable[int], user, told: Iterable[Told]) -> tuple[ComparedYear, ...]:
    """The fiscal years (พ.ศ.) in their order, of all that was ever told; the office itself never counts as a partner.

    Of groups of schools, only those that the user may see reach any. Against the year before nothing is said of the
    first year that was ever told.
    """
    years = sorted(years)
    told = [row for row in told if OrganizationKind(row.kind).counts_as_partner]
    given, ever = given_in(years), _partners_until(years[-1], told)
    bodies = _bodies({row.organization for row in given}.union(*ever.values()))
    schools = [body for body in bodies.values() if body.kind in OrganizationKind.schools()]
    reached, agreements = schools_reached(years, schools, user), _agreements(years)
    return tuple(
        ComparedYear(
            fiscal_year=year,
            agreements=agreements[str(year)],
            schools=reached[year],
            before=_before(year, ever, bodies),
            **_summed(year, _of_year(told, year), _of_year(given, year), bodies),
        )
        for year in years
    )


def _of_year(rows, year):
    return [row for row in rows if row.year == year]


def _summed(year, told, given, bodies):
    """The rows of a year: its partners and supporters, what it comes to in all, and apart."""
    gifts = defaultdict(list)
    for row in given:
        gifts[row.organization].append(row.totals)
    partners = dict.fromkeys(row.organization for row in told)
    givers = {
        pk: _giver(year, bodies[pk], Totals.of(gifts[pk]))
        for pk in (*partners, *gifts)
        if bodies[pk].counts_as_partner
    }
    kinds = {
        pk: (list(OrganizationKind).index(giver.kind), str(giver.kind.label), giver.kind.value)
        for pk, giver in givers.items()
    }
    return {
        "partners": tuple(givers[pk] for pk in partners),
        "supporters": tuple(giver for pk, giver in givers.items() if pk not in partners),
        "whole": Part.of(told, given),
        "by_form": parts_by(
            lambda row: (list(Form).index(row.form), str(Form(row.form).label), row.form), (), given
        ),
        "by_kind": parts_by(lambda row: kinds.get(row.organization), told, given),
        "by_category": parts_by(lambda row: row.category, told, given),
        "by_quarter": parts_by(
            lambda row: (row.quarter, str(Quarter(row.quarter).label), str(row.quarter)), told, given
        ),
    }


def _giver(year, organization, totals=NOTHING):
    """Under the kind and name of the year's end."""
    body = organization.as_of(fiscal_year_bounds(year)[1])
    return Giver(organization, body.public_name, body.public_short_name, OrganizationKind(body.kind), totals)


def _partners_until(year, told):
    """The partners of every year up to this one."""
    ever = defaultdict(set)
    for row in told:
        if row.year <= year:
            ever[row.year].add(row.organization)
    return ever


def _before(year, ever, bodies):
    """The partners of a year by whether they were partners the year before, or in any; None where none was told."""
    now, last = ever.get(year, set()), ever.get(year - 1, set())
    earlier = set().union(*(pks for told, pks in ever.items() if told < year))
    parts = {
        "new": now - earlier,
        "came_back": now & earlier - last,
        "stayed": now & last,
        "lost": last - now,
    }
    in_order = {
        name: tuple(_giver(year, body) for pk, body in bodies.items() if pk in pks)
        for name, pks in parts.items()
    }
    return Before(**in_order) if earlier else None


def _bodies(pks):
    """The schools and these organizations by their keys, in the order of their names, with the names they bore."""
    found = Organization.objects.filter(Q(kind__in=OrganizationKind.schools()) | Q(pk__in=pks))
    return {body.pk: body for body in found.prefetch_related("former_names").order_by("sort_key", "pk")}


def _agreements(years):
    """How many MOUs are told in each year, by the year as text."""
    told = {year: Agreement.objects.told_in(year).order_by().values("pk") for year in years}
    return Agreement.objects.aggregate(
        **{str(year): Count("pk", filter=Q(pk__in=pks)) for year, pks in told.items()}
    )
