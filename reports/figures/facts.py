"""Counting the projects and contributions of fiscal years, in as many queries for five years as for one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from django.db.models import Count, Min, Q, Value

from networks.models import Group
from partners.models import Agreement, Organization, OrganizationKind
from portal.thai.dates import fiscal_year_bounds
from projects.models import STAGES, Contribution, GiftForm, Project
from projects.quarters import Quarter, quarter_of
from projects.totals import Totals

CATEGORY = ("category__order", "category__name", "category")
NO_CATEGORY = (10_000, "ไม่ระบุประเภท", "none")
COUNTED = ("projects", "with_evidence", *STAGES)


@dataclass(frozen=True)
class Giver:
    """An organization with its kind and public name on the last day of the year, and what it gave to all projects."""

    organization: Organization
    name: str
    short_name: str
    kind: OrganizationKind
    totals: Totals


@dataclass(frozen=True)
class ProjectCount:
    """Counts of the confirmed projects of one year, partner, category and quarter, in the order of `COUNTED`."""

    year: int
    organization: int
    is_office: bool
    category: tuple
    quarter: int
    first: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class ContributionSum:
    """What one giver gave in one form to the confirmed projects of one year, category and quarter."""

    year: int
    organization: int
    form: str
    category: tuple
    quarter: int
    totals: Totals


@dataclass(frozen=True)
class FiguresByPart:
    """The figures of a part of a year, such as a quarter."""

    order: int
    label: str
    key: str
    partners: int
    counts: dict[str, int]
    totals: Totals

    @classmethod
    def of(cls, project_counts, contribution_sums, *, order=0, label="", key=""):
        """Add up the rows of the part."""
        return cls(
            order=order,
            label=label,
            key=key,
            partners=len({row.organization for row in project_counts}),
            counts={name: sum(row.counts[i] for row in project_counts) for i, name in enumerate(COUNTED)},
            totals=Totals.of(row.totals for row in contribution_sums),
        )


EMPTY = FiguresByPart.of((), ())


@dataclass(frozen=True)
class YearFigures:
    """The figures of one fiscal year (พ.ศ.), money in baht; the office is no partner, but its contributions count."""

    fiscal_year: int
    partners: tuple[Giver, ...]
    supporters: tuple[Giver, ...]
    agreements: int
    groups: int
    project_counts: tuple[ProjectCount, ...]
    contribution_sums: tuple[ContributionSum, ...]

    first_day = property(lambda self: fiscal_year_bounds(self.fiscal_year)[0])
    last_day = property(lambda self: fiscal_year_bounds(self.fiscal_year)[1])
    totals = property(attrgetter("whole.totals"))
    projects = property(lambda self: self.whole.counts["projects"])
    with_evidence = property(lambda self: self.whole.counts["with_evidence"])

    @cached_property
    def whole(self) -> FiguresByPart:
        year = str(self.fiscal_year)
        return FiguresByPart.of(self.project_counts, self.contribution_sums, label=year, key=year)

    @property
    def evidence_percent(self) -> int | None:
        return round(self.with_evidence / self.projects * 100) if self.projects else None

    @property
    def givers_of_cash(self) -> tuple[Giver, ...]:
        return tuple(giver for giver in (*self.partners, *self.supporters) if giver.totals.cash_count)

    @cached_property
    def by_form(self) -> dict[str, Totals]:
        """What was received in cash, in things, and in people."""
        rows = self.contribution_sums
        return {form: Totals.of(row.totals for row in rows if row.form == form) for form in GiftForm.values}

    @cached_property
    def by_kind(self) -> tuple[FiguresByPart, ...]:
        """The figures by kind of partner or giver."""
        order = list(OrganizationKind)
        kinds = {
            giver.organization.pk: (order.index(giver.kind), str(giver.kind.label), giver.kind.value)
            for giver in (*self.partners, *self.supporters)
        }
        return self._group_by(lambda row: kinds.get(row.organization))

    @cached_property
    def by_category(self) -> tuple[FiguresByPart, ...]:
        return self._group_by(lambda row: row.category)

    @cached_property
    def by_quarter(self) -> tuple[FiguresByPart, ...]:
        return self._group_by(lambda row: (row.quarter, str(Quarter(row.quarter).label), str(row.quarter)))

    @property
    def cash_by_kind(self) -> tuple[FiguresByPart, ...]:
        return tuple(part for part in self.by_kind if part.totals.cash_known)

    @property
    def cash_by_category(self) -> tuple[FiguresByPart, ...]:
        return tuple(part for part in self.by_category if part.totals.cash_known)

    def _group_by(self, key_of: Callable) -> tuple[FiguresByPart, ...]:
        """Return the parts by the (order, label, key) of each row, without rows that have no key."""
        rows: defaultdict[tuple, tuple[list, list]] = defaultdict(lambda: ([], []))
        for index, rows_of_sort in enumerate((self.project_counts, self.contribution_sums)):
            for row in rows_of_sort:
                if key := key_of(row):
                    rows[key][index].append(row)
        return tuple(
            FiguresByPart.of(*rows[order, label, key], order=order, label=label, key=key)
            for order, label, key in sorted(rows)
        )


def facts(
    years: Iterable[int],
    *,
    only=None,
    project_counts: Iterable[ProjectCount] | None = None,
    organizations: Iterable[Organization] | None = None,
) -> dict[int, YearFigures]:
    """Return the figures of each fiscal year (พ.ศ.).

    `only`, a query of projects, limits the figures to these, without groups. A caller that has read the project
    counts or the organizations with their former names passes them, and they are not read again.
    """
    years = sorted(years)
    counts = count_projects(years, only) if project_counts is None else project_counts
    sums = _sum_contributions(years, only)
    if organizations is None:
        organizations = read_organizations(Q(pk__in={row.organization for row in (*counts, *sums)}))
    others = _count_agreements_and_groups(years, only)
    return {year: _figures_of(year, counts, sums, organizations, *others[year]) for year in years}


def count_projects(years: Iterable[int] | None = None, only=None) -> list[ProjectCount]:
    """Count the confirmed projects of these fiscal years or of all, the office's too, in the order of the report."""
    projects = Project.objects.confirmed()
    projects = projects if years is None else projects.filter(fiscal_year__in=years)
    projects = projects if only is None else projects.filter(pk__in=only)
    projects = projects.with_evidence().annotate(quarter=quarter_of()).order_by()
    rows = projects.values_list("fiscal_year", "partner", "partner__kind", *CATEGORY, "quarter").annotate(
        first=Min("position"),
        projects=Count("pk"),
        proven=Count("pk", filter=Q(has_evidence=True)),
        **{f"number_{stage}": Count("pk", filter=Q(**{stage: True})) for stage in STAGES},
    )
    counts = []
    for year, partner, kind, order, name, key, quarter, first, *numbers in rows:
        is_office = not OrganizationKind(kind).counts_as_partner
        category = _category_key(order, name, key)
        counts.append(ProjectCount(year, partner, is_office, category, quarter, first, tuple(numbers)))
    return sorted(counts, key=lambda row: (row.first, row.organization))


def _sum_contributions(years, only):
    received = Contribution.objects.confirmed().filter(project__fiscal_year__in=years)
    received = received if only is None else received.filter(project__in=only)
    received = received.annotate(quarter=quarter_of("project__"))
    category = (f"project__{column}" for column in CATEGORY)
    totals = received.totals_by("project__fiscal_year", "giver", "form", *category, "quarter")
    return [
        ContributionSum(year, giver, form, _category_key(*category), quarter, total)
        for (year, giver, form, *category, quarter), total in totals.items()
    ]


def _category_key(order, name, key):
    return (order, name, str(key)) if key else NO_CATEGORY


def read_organizations(condition: Q) -> list[Organization]:
    """Return the organizations by name, with their former names."""
    organizations = Organization.objects.filter(condition).prefetch_related("former_names")
    return list(organizations.order_by("sort_key", "pk"))


def _count_agreements_and_groups(years, only):
    """Return the number of agreements and the number of groups of each year, in one query."""
    queries = []
    for year in years:
        agreements = Agreement.objects.in_report_of(year)
        if only is None:
            groups = Group.objects.existing_between(*fiscal_year_bounds(year))
            queries.append(groups.order_by().values_list("pk", Value(year), Value(1)))
        else:
            agreements = agreements.filter(projects__in=only).distinct()
        queries.append(agreements.order_by().values_list("pk", Value(year), Value(0)))
    counts = {year: [0, 0] for year in years}
    for _, year, index in queries[0].union(*queries[1:], all=True):
        counts[year][index] += 1
    return counts


def _figures_of(year, counts, sums, organizations, agreements, groups):
    counts = [row for row in counts if row.year == year and not row.is_office]
    sums = tuple(row for row in sums if row.year == year)
    totals = defaultdict(list)
    for row in sums:
        totals[row.organization].append(row.totals)
    first = {row.organization: row.first for row in reversed(counts)}
    givers = [
        giver_in_year(year, organization, Totals.of(totals[organization.pk]))
        for organization in organizations
        if organization.counts_as_partner and (organization.pk in first or organization.pk in totals)
    ]
    partners = [giver for giver in givers if giver.organization.pk in first]
    return YearFigures(
        fiscal_year=year,
        partners=tuple(sorted(partners, key=lambda giver: first[giver.organization.pk])),
        supporters=tuple(giver for giver in givers if giver.organization.pk not in first),
        agreements=agreements,
        groups=groups,
        project_counts=tuple(counts),
        contribution_sums=sums,
    )


def giver_in_year(year: int, organization: Organization, totals: Totals) -> Giver:
    """Return the organization, whose former names are prefetched, as a giver of a fiscal year."""
    body = organization.as_of(fiscal_year_bounds(year)[1])
    return Giver(organization, body.public_name, body.public_short_name, OrganizationKind(body.kind), totals)
