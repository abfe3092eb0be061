"""Two to five fiscal years side by side, of few queries whatever the years hold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from partners.models import Organization, OrganizationKind
from projects.models import Contribution
from projects.totals import Totals
from reports.figures.facts import Giver, ProjectCount, YearFigures, facts, giver_of
from reports.figures.schools_reached import Schools, schools_reached


@dataclass(frozen=True)
class Before:
    """The partners against the year before."""

    new: tuple[Giver, ...]
    came_back: tuple[Giver, ...]
    stayed: tuple[Giver, ...]
    lost: tuple[Giver, ...]


@dataclass(frozen=True)
class ComparedYear:
    """One of the years: its figures, the schools it reached, and its partners against the year before."""

    figures: YearFigures
    schools: Schools
    before: Before | None

    @property
    def fiscal_year(self):
        return self.figures.fiscal_year


def compare(years: Iterable[int], user, counts: Iterable[ProjectCount]) -> tuple[ComparedYear, ...]:
    """Return the fiscal years (พ.ศ.) in their order; `counts` are the project counts of all years.

    Only groups that the user may see reach their schools. The first year that has projects is compared
    with nothing.
    """
    years = sorted(years)
    counts = [row for row in counts if not row.is_office]
    ever = _partners_until(years[-1], counts)
    organizations = _read_organizations(years, ever)
    figures = facts(years, project_counts=counts, organizations=organizations)
    schools = [body for body in organizations if body.kind in OrganizationKind.schools()]
    reached = schools_reached(years, schools, user)
    return tuple(
        ComparedYear(figures[year], reached[year], _before(year, ever, organizations)) for year in years
    )


def _partners_until(year, counts):
    """The partners of every year up to this one."""
    ever = defaultdict(set)
    for row in counts:
        if row.year <= year:
            ever[row.year].add(row.organization)
    return ever


def _read_organizations(years, ever):
    """The schools, the partners until now and the givers of these years, by name, with the names they bore."""
    givers = (
        Contribution.objects.confirmed().filter(project__fiscal_year__in=years).order_by().values("giver")
    )
    partners = Q(pk__in=set().union(*ever.values()))
    found = Organization.objects.filter(Q(kind__in=OrganizationKind.schools()) | partners | Q(pk__in=givers))
    return list(found.prefetch_related("former_names").order_by("sort_key", "pk"))


def _before(year, ever, organizations):
    """The partners of a year by whether they were partners the year before, or in any; None where none was."""
    now, last = ever.get(year, set()), ever.get(year - 1, set())
    earlier = set().union(*(pks for other, pks in ever.items() if other < year))
    parts = {
        "new": now - earlier,
        "came_back": now & earlier - last,
        "stayed": now & last,
        "lost": last - now,
    }
    in_order = {
        name: tuple(giver_of(year, body, Totals()) for body in organizations if body.pk in pks)
        for name, pks in parts.items()
    }
    return Before(**in_order) if earlier else None
