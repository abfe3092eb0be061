"""The summary of one fiscal year: its figures and the records that they count."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from django.db.models import F, Prefetch, prefetch_related_objects

from partners.models import Agreement, AgreementParty, AgreementState, Document
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, GiftForm, Participation, Project
from projects.models.evidence import prefetched_evidence
from projects.totals import Totals
from reports.figures.facts import Giver, YearFigures, facts
from reports.figures.group_kinds import GroupKindInYear, kinds_of_groups


@dataclass(frozen=True)
class ProjectYear:
    """A project of the year with what it received and its evidence."""

    project: Project
    totals: Totals
    evidence: tuple[Document, ...]


@dataclass(frozen=True)
class Partner(Giver):
    """An organization with confirmed projects in the year; it may have given nothing."""

    projects: tuple[ProjectYear, ...]


@dataclass(frozen=True)
class AgreementYear:
    """An agreement of the year with its state on the day of the summary."""

    agreement: Agreement
    state: AgreementState


@dataclass(frozen=True)
class YearSummary:
    """The figures and records of one fiscal year (พ.ศ.), money in baht."""

    figures: YearFigures
    as_of: datetime.date
    partners: tuple[Partner, ...]
    supporters: tuple[Giver, ...]
    agreements: tuple[AgreementYear, ...]
    kinds: tuple[GroupKindInYear, ...]

    fiscal_year = property(attrgetter("figures.fiscal_year"))
    first_day = property(attrgetter("figures.first_day"))
    last_day = property(attrgetter("figures.last_day"))
    totals = property(attrgetter("figures.totals"))
    by_kind = property(attrgetter("figures.cash_by_kind"))
    by_category = property(attrgetter("figures.cash_by_category"))

    @cached_property
    def projects(self):
        return tuple(row for partner in self.partners for row in partner.projects)

    @cached_property
    def with_evidence(self):
        return tuple(row for row in self.projects if row.evidence)

    @cached_property
    def gifts(self):
        return tuple(gift for row in self.projects for gift in row.project.gifts)

    @cached_property
    def participations(self):
        return tuple(each for row in self.projects for each in row.project.participations.all())

    @cached_property
    def groups(self):
        return tuple(group for kind in self.kinds for group in kind.groups)

    @cached_property
    def givers_of_cash(self):
        return tuple(giver for giver in (*self.partners, *self.supporters) if giver.totals.cash_count)

    @cached_property
    def accounts(self):
        """All partners and the supporters that gave cash, each with its contributions of cash."""
        cash = defaultdict(list)
        for gift in self.gifts:
            if gift.form == GiftForm.CASH:
                cash[gift.giver_id].append(gift)
        givers = dict.fromkeys((*self.partners, *self.givers_of_cash))
        return tuple((giver, tuple(cash[giver.organization.pk])) for giver in givers)

    @cached_property
    def things_given(self):
        """The contributions of things and people, in the order of the report."""
        return tuple(gift for gift in self.gifts if gift.form != GiftForm.CASH)


def summarize(fiscal_year: int, *, today: datetime.date, only=None) -> YearSummary:
    """Return the summary of a fiscal year (พ.ศ.), with states as of today or of the last day of a past year.

    `only`, a query of projects, limits the summary to these, without groups.
    """
    first_day, last_day = fiscal_year_bounds(fiscal_year)
    as_of = min(today, last_day)
    projects = _read_projects(fiscal_year, only)
    givers = dict.fromkeys(gift.giver for row in projects for gift in row.project.gifts)
    partners = {row.project.partner for row in projects}
    organizations = sorted(partners | givers.keys(), key=lambda each: (each.sort_key, each.pk))
    prefetch_related_objects(organizations, "former_names")
    figures = facts([fiscal_year], only=only, organizations=organizations)[fiscal_year]
    supporters = {giver.organization: giver for giver in figures.supporters}
    return YearSummary(
        figures=figures,
        as_of=as_of,
        partners=_partners_with_projects(figures, projects),
        supporters=tuple(supporters[giver] for giver in givers if giver in supporters),
        agreements=_read_agreements(fiscal_year, only, as_of),
        kinds=kinds_of_groups(fiscal_year, first_day, last_day) if only is None else (),
    )


def _read_projects(fiscal_year, only):
    """Return the confirmed projects in the order of the report, the office's too."""
    totals = Contribution.objects.confirmed().in_year(fiscal_year).totals_by("project")
    gifts = Contribution.objects.received().select_related("giver", "recipient", "document")
    participations = Participation.objects.select_related("organization", "group", "subdistrict")
    projects = Project.objects.confirmed().in_year(fiscal_year)
    projects = projects if only is None else projects.filter(pk__in=only)
    projects = (
        projects.order_by("position", "pk")
        .select_related("partner", "category", "subdistrict__district", "agreement")
        .prefetch_related(
            Prefetch("contributions", gifts, to_attr="gifts"),
            Prefetch("participations", participations),
            "activities",
            "results",
            "documents",
            "agreement__documents",
        )
    )
    return [
        ProjectYear(each, totals.get((each.pk,), Totals()), prefetched_evidence(each)) for each in projects
    ]


def _partners_with_projects(figures, projects):
    """Return the partners in the order of their first projects."""
    projects_of = defaultdict(list)
    for row in projects:
        projects_of[row.project.partner].append(row)
    givers = {giver.organization: giver for giver in figures.partners}
    return tuple(
        Partner(**vars(givers[partner]), projects=tuple(own))
        for partner, own in projects_of.items()
        if partner in givers
    )


def _read_agreements(fiscal_year, only, as_of):
    """Return the agreements of the year by date of signing, each with its state."""
    agreements = Agreement.objects.in_report_of(fiscal_year)
    agreements = agreements if only is None else agreements.filter(projects__in=only).distinct()
    parties = Prefetch("parties", AgreementParty.objects.select_related("organization"))
    agreements = agreements.order_by(F("signed_first").asc(nulls_last=True), "sort_key", "pk")
    return tuple(AgreementYear(each, each.state(as_of)) for each in agreements.prefetch_related(parties))
