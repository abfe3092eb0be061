"""The figures of several fiscal years side by side, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from partners.models import OrganizationKind
from portal.thai.dates import fiscal_year_bounds
from projects.coverage import EVERY_SCHOOL_KEY, audience_keys, audiences_by_year, groups_by_year
from projects.models import Contribution
from projects.totals import Totals
from reports.figures.facts import Giver, ProjectCount, YearFigures, facts, giver_in_year, read_organizations


@dataclass(frozen=True)
class SchoolsReached:
    """The schools of a year: reached by a project for some, only by projects for every school, or by none."""

    reached: tuple
    as_every_school: tuple
    by_nobody: tuple

    @property
    def number(self):
        return len(self.reached) + len(self.as_every_school) + len(self.by_nobody)

    @property
    def number_reached(self):
        return self.number - len(self.by_nobody)


@dataclass(frozen=True)
class PartnerChanges:
    """The partners of a year compared with those of the years before."""

    new: tuple[Giver, ...]
    came_back: tuple[Giver, ...]
    stayed: tuple[Giver, ...]
    lost: tuple[Giver, ...]


@dataclass(frozen=True)
class ComparedYear:
    """One of the compared years; `partner_changes` is None when no earlier year has projects."""

    figures: YearFigures
    schools: SchoolsReached
    partner_changes: PartnerChanges | None

    @property
    def fiscal_year(self):
        return self.figures.fiscal_year


def compare(years: Iterable[int], user, counts: Iterable[ProjectCount]) -> tuple[ComparedYear, ...]:
    """Return the fiscal years (พ.ศ.), oldest first; `counts` are the project counts of all years.

    Groups whose members the user may not see do not reach schools.
    """
    years = sorted(years)
    counts = [row for row in counts if not row.is_office]
    partners = _partners_by_year(years[-1], counts)
    givers = Contribution.objects.confirmed().filter(project__fiscal_year__in=years).order_by()
    organizations = read_organizations(
        Q(kind__in=OrganizationKind.schools())
        | Q(pk__in=set().union(*partners.values()))
        | Q(pk__in=givers.values("giver"))
    )
    figures = facts(years, project_counts=counts, organizations=organizations)
    schools = [each for each in organizations if each.kind in OrganizationKind.schools()]
    reached = schools_reached(years, schools, user)
    return tuple(
        ComparedYear(figures[year], reached[year], _compare_partners(year, partners, organizations))
        for year in years
    )


def _partners_by_year(newest, counts):
    """Return the keys of the partners of each year up to the newest."""
    partners = defaultdict(set)
    for row in counts:
        if row.year <= newest:
            partners[row.year].add(row.organization)
    return partners


def _compare_partners(year, partners_by_year, organizations):
    """Return how the partners of a year changed, or None when no earlier year has partners."""
    now, last = partners_by_year.get(year, set()), partners_by_year.get(year - 1, set())
    earlier = set().union(*(pks for other, pks in partners_by_year.items() if other < year))
    if not earlier:
        return None

    def givers(pks):
        return tuple(giver_in_year(year, org, Totals()) for org in organizations if org.pk in pks)

    return PartnerChanges(
        new=givers(now - earlier),
        came_back=givers(now & earlier - last),
        stayed=givers(now & last),
        lost=givers(last - now),
    )


def schools_reached(years, schools, user) -> dict[int, SchoolsReached]:
    """Return the schools reached and not reached in each fiscal year (พ.ศ.), in the order of the schools."""
    audiences, groups = audiences_by_year(years), groups_by_year(years, user)
    return {year: _divide_schools(year, schools, audiences[year], groups) for year in years}


def _divide_schools(year, schools, audiences, groups):
    first, last = fiscal_year_bounds(year)
    reached: list = []
    others: list = []
    for school in schools:
        if (school.active_from or last) <= last and (school.active_to or first) >= first:
            keys = audience_keys(school, groups[year, school.pk]) - {EVERY_SCHOOL_KEY}
            (others if keys.isdisjoint(audiences) else reached).append(school)
    if EVERY_SCHOOL_KEY in audiences:
        return SchoolsReached(tuple(reached), tuple(others), ())
    return SchoolsReached(tuple(reached), (), tuple(others))
