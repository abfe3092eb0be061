"""The year in figures, without its stories: what the home page shows, of few grouped queries whatever the year holds.

It says what `summarize()` says: both add up through `totals_by()`, and the tests hold one against the other.
"""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Min, Prefetch, Q

from networks.models import Group
from partners.models import SOON, Agreement, AgreementParty, Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Form, Project
from projects.totals import Totals
from reports.figures.summary import NO_CATEGORY, Giver, Slice, by_kind, named, names_before

YEARS = 5


@dataclass(frozen=True)
class YearFigures:
    """What one fiscal year comes to; money in baht, years in the Buddhist era."""

    fiscal_year: int
    first_day: datetime.date
    last_day: datetime.date
    projects: int
    with_evidence: int
    groups: int
    partners: tuple[Giver, ...]
    supporters: tuple[Giver, ...]
    totals: Totals
    things: Totals
    by_category: tuple[Slice, ...]
    years: tuple[Slice, ...]

    @cached_property
    def givers_of_cash(self):
        return tuple(giver for giver in (*self.partners, *self.supporters) if giver.totals.cash_count)

    @cached_property
    def by_kind(self):
        return by_kind((*self.partners, *self.supporters))


def figures_of(fiscal_year: int, *, years: list[int]) -> YearFigures:
    """The figures of a fiscal year (พ.ศ.), and the cash of those of the years that it ends."""
    first_day, last_day = fiscal_year_bounds(fiscal_year)
    shown = sorted(year for year in years if fiscal_year - YEARS < year <= fiscal_year)
    received = Contribution.objects.confirmed().filter(project__fiscal_year__in=shown)
    received = received.totals_by("project__fiscal_year", "form", "giver", *CATEGORY)
    own = {key[1:]: totals for key, totals in received.items() if key[0] == fiscal_year}
    told = {row["partner"]: row for row in _projects_by_partner(fiscal_year)}
    givers = _givers({*told, *(giver for _, giver, *_ in own)}, own, last_day)
    partners = [giver for giver in givers if giver.organization.pk in told]
    partners.sort(key=lambda giver: told[giver.organization.pk]["first"])
    return YearFigures(
        fiscal_year=fiscal_year,
        first_day=first_day,
        last_day=last_day,
        projects=sum(told[giver.organization.pk]["projects"] for giver in partners),
        with_evidence=sum(told[giver.organization.pk]["proven"] for giver in partners),
        groups=Group.objects.standing_in(first_day, last_day).count(),
        partners=tuple(partners),
        supporters=tuple(giver for giver in givers if giver.organization.pk not in told),
        totals=Totals.of(own.values()),
        things=Totals.of(totals for (form, *_), totals in own.items() if form == Form.THING),
        by_category=_by_category(own),
        years=tuple(
            Slice(str(year), Totals.of(t for key, t in received.items() if key[0] == year), str(year))
            for year in shown
        ),
    )


CATEGORY = ("project__category__order", "project__category__name", "project__category")


def _projects_by_partner(fiscal_year):
    projects = Project.objects.confirmed().in_year(fiscal_year).with_evidence().order_by()
    return projects.values("partner").annotate(
        projects=Count("pk"),
        proven=Count("pk", filter=Q(has_evidence=True)),
        first=Min("position"),
    )


def _givers(pks, own, last_day):
    """Each under the name of the year, with what it gave; the office itself never counts."""
    former = names_before(last_day)
    organizations = Organization.objects.filter(pk__in=pks).partners()
    return [
        Giver(
            **named(organization, former),
            totals=Totals.of(totals for (_, giver, *_), totals in own.items() if giver == organization.pk),
        )
        for organization in organizations
    ]


def _by_category(own):
    parts = {}
    for (_, _, order, name, category), totals in own.items():
        key = (order, name, str(category)) if category else NO_CATEGORY
        parts.setdefault(key, []).append(totals)
    slices = (Slice(name, Totals.of(those), key) for (_, name, key), those in sorted(parts.items()))
    return tuple(part for part in slices if part.totals.cash_known)


def newest_projects(figures, number=5):
    """The projects of the year that took place last, undated ones behind, each with its partner's name."""
    names = {giver.organization.pk: giver.short_name for giver in figures.partners}
    projects = Project.objects.confirmed().in_year(figures.fiscal_year).select_related("partner")
    newest = projects.order_by(F("starts_on").desc(nulls_last=True), "-position", "-pk")[:number]
    return [(project, names.get(project.partner_id, project.partner.public_short_name)) for project in newest]


def agreements_to_watch(today):
    """The agreements that end soon, with the days they have left."""
    parties = Prefetch("parties", AgreementParty.objects.select_related("organization"))
    ending = Agreement.objects.confirmed().expiring(within=SOON, on=today).order_by("ends_on", "sort_key")
    return [(agreement, (agreement.ends_on - today).days) for agreement in ending.prefetch_related(parties)]
