"""The year summed up: what every page, chart, print and export reads."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import F, Prefetch

from partners.models import (
    Agreement,
    AgreementParty,
    AgreementState,
    Document,
    FormerName,
    Organization,
    OrganizationKind,
)
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Form, Participation, Project
from projects.totals import Totals
from reports.figures.group_kinds import KindOfGroup, kinds_of_groups

NO_CATEGORY = (10_000, "ไม่ระบุประเภท", "none")


@dataclass(frozen=True)
class ProjectYear:
    """A project of the year, what it received from everybody, and what proves it."""

    project: Project
    totals: Totals
    evidence: tuple[Document, ...]

    @property
    def gifts(self):
        return self.project.gifts


@dataclass(frozen=True)
class Giver:
    """An organization under the kind and name of the year, and what it gave to all projects."""

    organization: Organization
    name: str
    short_name: str
    kind: OrganizationKind
    totals: Totals


@dataclass(frozen=True)
class Partner(Giver):
    """A giver or not: the organization under which confirmed projects of the year are told."""

    projects: tuple[ProjectYear, ...]


@dataclass(frozen=True)
class Account:
    """A giver with each of its gifts of cash."""

    giver: Giver
    gifts: tuple[Contribution, ...]


@dataclass(frozen=True)
class Slice:
    """A part of the year's cash, under a label."""

    label: str
    totals: Totals
    key: str = ""


@dataclass(frozen=True)
class AgreementYear:
    """An agreement that the year's projects rest on, or that was in force, and its state on a day."""

    agreement: Agreement
    state: AgreementState


@dataclass(frozen=True)
class YearSummary:
    """Everything of one fiscal year; money in baht, years in the Buddhist era."""

    fiscal_year: int
    first_day: datetime.date
    last_day: datetime.date
    as_of: datetime.date
    partners: tuple[Partner, ...]
    supporters: tuple[Giver, ...]
    totals: Totals
    by_kind: tuple[Slice, ...]
    by_category: tuple[Slice, ...]
    agreements: tuple[AgreementYear, ...]
    kinds: tuple[KindOfGroup, ...]

    @cached_property
    def projects(self):
        return tuple(line for partner in self.partners for line in partner.projects)

    @cached_property
    def groups(self):
        return tuple(group for kind in self.kinds for group in kind.groups)

    @cached_property
    def with_evidence(self):
        return tuple(line for line in self.projects if line.evidence)

    @cached_property
    def givers_of_cash(self):
        """Partners and supporters that gave cash, in the order of the report."""
        return tuple(giver for giver in (*self.partners, *self.supporters) if giver.totals.cash_count)

    @cached_property
    def accounts(self):
        """Every partner, and the supporters that gave cash, each with its gifts of cash."""
        gifts = [gift for line in self.projects for gift in line.gifts if gift.form == Form.CASH]
        shown = dict.fromkeys((*self.partners, *self.givers_of_cash))
        return tuple(
            Account(giver, tuple(gift for gift in gifts if gift.giver_id == giver.organization.pk))
            for giver in shown
        )

    @cached_property
    def things_given(self):
        """Each gift of things or people, in the order of the report."""
        return tuple(gift for line in self.projects for gift in line.gifts if gift.form != Form.CASH)


def summarize(fiscal_year: int, *, today: datetime.date, only=None) -> YearSummary:
    """Sum up one fiscal year (พ.ศ.); states are those of today, or of the year's last day once it is over.

    `only` is a query of some projects: then the sum is theirs alone, without the groups of the year.
    """
    first_day, last_day = fiscal_year_bounds(fiscal_year)
    as_of = min(today, last_day)
    projects = _projects(fiscal_year, only)
    gifts = Contribution.objects.confirmed().in_year(fiscal_year)
    agreements = Agreement.objects.told_in(fiscal_year)
    if only is not None:
        gifts, agreements = gifts.filter(project__in=only), agreements.filter(projects__in=only).distinct()
    received = gifts.totals_by("project", "giver")
    per_project, per_giver = _grouped(received, 0), _grouped(received, 1)
    lines = [ProjectYear(p, per_project.get(p.pk, Totals()), _evidence(p)) for p in projects]
    former = names_before(last_day)
    partners = _partners(lines, per_giver, former)
    supporters = _supporters(lines, per_giver, former)
    return YearSummary(
        fiscal_year=fiscal_year,
        first_day=first_day,
        last_day=last_day,
        as_of=as_of,
        partners=partners,
        supporters=supporters,
        totals=Totals.of(received.values()),
        by_kind=by_kind((*partners, *supporters)),
        by_category=_by_category(lines),
        agreements=_agreements(agreements, as_of),
        kinds=kinds_of_groups(fiscal_year, first_day, last_day) if only is None else (),
    )


def _projects(fiscal_year, only):
    gifts = Contribution.objects.received().select_related("giver", "recipient", "document")
    parts = Participation.objects.select_related("organization", "group", "subdistrict")
    told = Project.objects.confirmed().in_year(fiscal_year)
    told = told if only is None else told.filter(pk__in=only)
    return list(
        told.order_by("position", "pk")
        .select_related("partner", "category", "subdistrict__district", "agreement")
        .prefetch_related(
            Prefetch("contributions", gifts, to_attr="gifts"),
            Prefetch("participations", parts),
            "activities",
            "results",
            "documents",
            "agreement__documents",
        )
    )


def _evidence(project):
    """A project's own documents, its contributions' and its agreement's, each once."""
    own = list(project.documents.all())
    of_gifts = [gift.document for gift in project.gifts if gift.document]
    of_agreement = list(project.agreement.documents.all()) if project.agreement else []
    return tuple(dict.fromkeys([*own, *of_gifts, *of_agreement]))


def _grouped(received, place):
    """Totals apart by one part of their key."""
    parts = defaultdict(list)
    for key, totals in received.items():
        parts[key[place]].append(totals)
    return {key: Totals.of(group) for key, group in parts.items()}


def names_before(day):
    """Of each organization that was renamed after the day, the name it bore on it."""
    later = FormerName.objects.filter(until__gte=day).select_related("organization").order_by("-until")
    return {name.organization_id: name for name in later}


def named(organization, former):
    """The names and the kind that an organization bore, of the former names that were read."""
    body = former.get(organization.pk, organization)
    return {
        "organization": organization,
        "name": body.public_name,
        "short_name": body.public_short_name,
        "kind": OrganizationKind(body.kind),
    }


def _partners(lines, per_giver, former):
    """In the order of the first project of each."""
    projects = defaultdict(list)
    for line in lines:
        if line.project.partner.counts_as_partner:
            projects[line.project.partner].append(line)
    return tuple(
        Partner(
            **named(partner, former),
            totals=per_giver.get(partner.pk, Totals()),
            projects=tuple(own),
        )
        for partner, own in projects.items()
    )


def _supporters(lines, per_giver, former):
    """Givers under which no project of the year is told, in the order in which they first gave."""
    partners = {line.project.partner_id for line in lines}
    givers = dict.fromkeys(gift.giver for line in lines for gift in line.gifts)
    return tuple(
        Giver(**named(giver, former), totals=per_giver[giver.pk])
        for giver in givers
        if giver.pk not in partners and giver.counts_as_partner
    )


def by_kind(givers):
    """The cash of the givers, apart by their kinds, in the order of the kinds."""
    order = list(OrganizationKind)
    with_cash = sorted((g for g in givers if g.totals.cash_known), key=lambda g: order.index(g.kind))
    return tuple(
        Slice(str(kind.label), Totals.of(giver.totals for giver in group), kind.value)
        for kind, group in groupby(with_cash, key=lambda giver: giver.kind)
    )


def _by_category(lines):
    parts = defaultdict(list)
    for line in lines:
        category = line.project.category
        own = (category.order, category.name, str(category.pk)) if category else NO_CATEGORY
        parts[own].append(line)
    slices = (
        Slice(name, Totals.of(line.totals for line in group), key)
        for (_, name, key), group in sorted(parts.items())
    )
    return tuple(part for part in slices if part.totals.cash_known)


def _agreements(agreements, as_of):
    """In the order in which they were signed, each with its state."""
    found = agreements.order_by(F("signed_first").asc(nulls_last=True), "sort_key", "pk").prefetch_related(
        Prefetch("parties", AgreementParty.objects.select_related("organization"))
    )
    return tuple(AgreementYear(agreement, agreement.state(as_of)) for agreement in found)
