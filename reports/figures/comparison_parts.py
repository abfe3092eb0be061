"""Years taken apart by kind, category, quarter or form: what each part comes to, of two grouped queries."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from projects.models import STAGES, Contribution, Project
from projects.quarters import quarter_of
from projects.totals import Totals
from reports.figures.summary import NO_CATEGORY

CATEGORY = ("category__order", "category__name", "category")
COUNTED = ("projects", "proven", *STAGES)


@dataclass(frozen=True)
class Told:
    """The projects of one year, partner, category and quarter, counted."""

    year: int
    organization: int
    kind: str
    category: tuple
    quarter: int
    first: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Given:
    """What one giver gave in one form to the projects of one year, category and quarter."""

    year: int
    organization: int
    form: str
    category: tuple
    quarter: int
    totals: Totals


@dataclass(frozen=True)
class Part:
    """What a part of a year comes to: its partners, its projects counted, what it received."""

    partners: int
    counts: dict[str, int]
    totals: Totals

    @classmethod
    def of(cls, told, given):
        sums = (sum(row.counts[place] for row in told) for place in range(len(COUNTED)))
        return cls(
            partners=len({row.organization for row in told}),
            counts=dict(zip(COUNTED, sums, strict=True)),
            totals=Totals.of(row.totals for row in given),
        )


def parts_by(key: Callable, told, given) -> dict:
    """The parts by what `key` says of each row, in the order of the keys; what it says nothing of is left out."""
    rows = defaultdict(lambda: ([], []))
    for place, those in enumerate((told, given)):
        for row in those:
            rows[key(row)][place].append(row)
    rows.pop(None, None)
    return {name: Part.of(*rows[name]) for name in sorted(rows)}


def told_ever() -> list[Told]:
    """The confirmed projects of every year, the office's own among them, in the order of the report."""
    found = Project.objects.confirmed().with_evidence().annotate(quarter=quarter_of()).order_by()
    rows = found.values_list("fiscal_year", "partner", "partner__kind", *CATEGORY, "quarter").annotate(
        first=Min("position"),
        projects=Count("pk"),
        proven=Count("pk", filter=Q(has_evidence=True)),
        **{f"number_{stage}": Count("pk", filter=Q(**{stage: True})) for stage in STAGES},
    )
    told = [
        Told(year, partner, kind, _category(*row[:3]), row[3], row[4], tuple(row[5:]))
        for year, partner, kind, *row in rows
    ]
    return sorted(told, key=lambda row: (row.first, row.organization))


def given_in(years) -> list[Given]:
    """What the confirmed projects received."""
    received = Contribution.objects.confirmed().filter(project__fiscal_year__in=years)
    received = received.annotate(quarter=quarter_of("project__"))
    category = (f"project__{column}" for column in CATEGORY)
    totals = received.totals_by("project__fiscal_year", "giver", "form", *category, "quarter")
    return [
        Given(year, giver, form, _category(*row[:3]), row[3], totals)
        for (year, giver, form, *row), totals in totals.items()
    ]


def _category(order, name, key):
    return (order, name, str(key)) if key else NO_CATEGORY
