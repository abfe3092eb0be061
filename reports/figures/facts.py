"""What fiscal years come to: each project and gift is counted once, in as many queries for five years as for one."""

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
    """An organization under the kind and name of the year's last day, and what it gave to all projects."""

    organization: Organization
    name: str
    short_name: str
    kind: OrganizationKind
    totals: Totals


@dataclass(frozen=True)
class ProjectCount:
    """The confirmed projects of one year, partner, category and quarter, counted as `COUNTED` names it."""

    year: int
    organization: int
    is_office: bool
    category: tuple
    quarter: int
    first: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class GiftSum:
    """What one giver gave in one form to the confirmed projects of one year, category and quarter."""

    year: int
    organization: int
    form: str
    category: tuple
    quarter: int
    totals: Totals


@dataclass(frozen=True)
class Part:
    """A part of a year: how many partners, its projects counted, and what it received."""

    order: int
    label: str
    key: str
    partners: int
    counts: dict[str, int]
    totals: Totals

    @classmethod
    def of(cls, projects, gifts, *, order=0, label="", key=""):
        sums = (sum(row.counts[place] for row in projects) for place in range(len(COUNTED)))
        return cls(
            order=order,
            label=label,
            key=key,
            partners=len({row.organization for row in projects}),
            counts=dict(zip(COUNTED, sums, strict=True)),
            totals=Totals.of(row.totals for row in gifts),
        )


EMPTY = Part.of((), ())


@dataclass(frozen=True)
class YearFigures:
    """One fiscal year (พ.ศ.) in figures, money in baht; the office is no partner, though its gifts count."""

    fiscal_year: int
    partners: tuple[Giver, ...]
    supporters: tuple[Giver, ...]
    agreements: int
    groups: int
    project_counts: tuple[ProjectCount, ...]
    gift_sums: tuple[GiftSum, ...]

    first_day = property(lambda self: fiscal_year_bounds(self.fiscal_year)[0])
    last_day = property(lambda self: fiscal_year_bounds(self.fiscal_year)[1])
    totals = property(attrgetter("whole.totals"))
    projects = property(lambda self: self.whole.counts["projects"])
    with_evidence = property(lambda self: self.whole.counts["with_evidence"])

    @cached_property
    def whole(self) -> Part:
        year = str(self.fiscal_year)
        return Part.of(self.project_counts, self.gift_sums, label=year, key=year)

    @property
    def evidence_percent(self) -> int | None:
        return round(self.with_evidence / self.projects * 100) if self.projects else None

    @property
    def givers_of_cash(self) -> tuple[Giver, ...]:
        return tuple(giver for giver in (*self.partners, *self.supporters) if giver.totals.cash_count)

    @cached_property
    def by_form(self) -> dict[str, Totals]:
        """What was received in cash, in things, and in people."""
        return {
            form: Totals.of(row.totals for row in self.gift_sums if row.form == form)
            for form in GiftForm.values
        }

    @property
    def things(self) -> Totals:
        return self.by_form[str(GiftForm.THING)]

    @cached_property
    def by_kind(self) -> tuple[Part, ...]:
        """By the kind of the partner or giver."""
        order = list(OrganizationKind)
        kinds = {
            giver.organization.pk: (order.index(giver.kind), str(giver.kind.label), giver.kind.value)
            for giver in (*self.partners, *self.supporters)
        }
        return self._parts(lambda row: kinds.get(row.organization))

    @cached_property
    def by_category(self) -> tuple[Part, ...]:
        return self._parts(lambda row: row.category)

    @cached_property
    def by_quarter(self) -> tuple[Part, ...]:
        return self._parts(lambda row: (row.quarter, str(Quarter(row.quarter).label), str(row.quarter)))

    @property
    def cash_by_kind(self) -> tuple[Part, ...]:
        return tuple(part for part in self.by_kind if part.totals.cash_known)

    @property
    def cash_by_category(self) -> tuple[Part, ...]:
        return tuple(part for part in self.by_category if part.totals.cash_known)

    def _parts(self, key_of: Callable) -> tuple[Part, ...]:
        """The parts by the (order, label, key) of each row; a row without one is in no part."""
        rows: defaultdict[tuple, tuple[list, list]] = defaultdict(lambda: ([], []))
        for place, found in enumerate((self.project_counts, self.gift_sums)):
            for row in found:
                if key := key_of(row):
                    rows[key][place].append(row)
        return tuple(
            Part.of(*rows[order, label, key], order=order, label=label, key=key)
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

    `only` is a query of some projects: then the figures are theirs alone, without groups. Counts of projects and
    organizations (all that are needed, with their former names) which the caller has read are not read again.
    """
    years = sorted(years)
    counts = count_projects(years, only) if project_counts is None else project_counts
    sums = _sum_gifts(years, only)
    if organizations is None:
        organizations = _read_organizations({row.organization for row in (*counts, *sums)})
    standing = _count_agreements_and_groups(years, only)
    return {year: _figures_of(year, counts, sums, organizations, *standing[year]) for year in years}


def count_projects(years: Iterable[int] | None = None, only=None) -> list[ProjectCount]:
    """Count the confirmed projects of these fiscal years or of all, the office's too, in the order of the report."""
    found = Project.objects.confirmed()
    found = found if years is None else found.filter(fiscal_year__in=years)
    found = found if only is None else found.filter(pk__in=only)
    found = found.with_evidence().annotate(quarter=quarter_of()).order_by()
    rows = found.values_list("fiscal_year", "partner", "partner__kind", *CATEGORY, "quarter").annotate(
        first=Min("position"),
        projects=Count("pk"),
        proven=Count("pk", filter=Q(has_evidence=True)),
        **{f"number_{stage}": Count("pk", filter=Q(**{stage: True})) for stage in STAGES},
    )
    counts = [
        ProjectCount(
            year,
            partner,
            not OrganizationKind(kind).counts_as_partner,
            _category(*row[:3]),
            row[3],
            row[4],
            tuple(row[5:]),
        )
        for year, partner, kind, *row in rows
    ]
    return sorted(counts, key=lambda row: (row.first, row.organization))


def _sum_gifts(years, only):
    received = Contribution.objects.confirmed().filter(project__fiscal_year__in=years)
    received = received if only is None else received.filter(project__in=only)
    received = received.annotate(quarter=quarter_of("project__"))
    category = (f"project__{column}" for column in CATEGORY)
    totals = received.totals_by("project__fiscal_year", "giver", "form", *category, "quarter")
    return [
        GiftSum(year, giver, form, _category(*row[:3]), row[3], own)
        for (year, giver, form, *row), own in totals.items()
    ]


def _category(order, name, key):
    return (order, name, str(key)) if key else NO_CATEGORY


def _read_organizations(pks):
    found = Organization.objects.filter(pk__in=pks)
    return found.prefetch_related("former_names").order_by("sort_key", "pk")


def _count_agreements_and_groups(years, only):
    """How many agreements and groups belong to each year; one query."""
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
    for _, year, place in queries[0].union(*queries[1:], all=True):
        counts[year][place] += 1
    return counts


def _figures_of(year, counts, sums, organizations, agreements, groups):
    counts = [row for row in counts if row.year == year and not row.is_office]
    sums = tuple(row for row in sums if row.year == year)
    given = defaultdict(list)
    for row in sums:
        given[row.organization].append(row.totals)
    first = {row.organization: row.first for row in reversed(counts)}
    givers = [
        giver_of(year, body, Totals.of(given[body.pk]))
        for body in organizations
        if body.counts_as_partner and (body.pk in first or body.pk in given)
    ]
    partners = [giver for giver in givers if giver.organization.pk in first]
    return YearFigures(
        fiscal_year=year,
        partners=tuple(sorted(partners, key=lambda giver: first[giver.organization.pk])),
        supporters=tuple(giver for giver in givers if giver.organization.pk not in first),
        agreements=agreements,
        groups=groups,
        project_counts=tuple(counts),
        gift_sums=sums,
    )


def giver_of(year: int, organization: Organization, totals: Totals) -> Giver:
    """An organization, read with its former names, as a giver of a fiscal year."""
    body = organization.as_of(fiscal_year_bounds(year)[1])
    return Giver(organization, body.public_name, body.public_short_name, OrganizationKind(body.kind), totals)
