"""One fiscal year whole: its figures, and beside them the projects, gifts, agreements and groups they count."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from django.db.models import F, Prefetch, prefetch_related_objects

from partners.models import Agreement, AgreementParty, AgreementState, Document
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, GiftForm, Participation, Project
from projects.totals import Totals
from reports.figures.facts import Giver, YearFigures, facts
from reports.figures.group_kinds import KindOfGroup, kinds_of_groups


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
class Partner(Giver):
    """The organization in whose name confirmed projects of the year stand, whether it gave or not."""

    projects: tuple[ProjectYear, ...]


@dataclass(frozen=True)
class Account:
    """A giver with each of its gifts of cash."""

    giver: Giver
    gifts: tuple[Contribution, ...]


@dataclass(frozen=True)
class AgreementYear:
    """An agreement that the year's projects rest on, or that was in force, and its state on a day."""

    agreement: Agreement
    state: AgreementState


@dataclass(frozen=True)
class YearSummary:
    """Everything of one fiscal year; money in baht, years in the Buddhist era."""

    figures: YearFigures
    as_of: datetime.date
    partners: tuple[Partner, ...]
    supporters: tuple[Giver, ...]
    agreements: tuple[AgreementYear, ...]
    kinds: tuple[KindOfGroup, ...]

    fiscal_year = property(attrgetter("figures.fiscal_year"))
    first_day = property(attrgetter("figures.first_day"))
    last_day = property(attrgetter("figures.last_day"))
    totals = property(attrgetter("figures.totals"))
    by_kind = property(attrgetter("figures.cash_by_kind"))
    by_category = property(attrgetter("figures.cash_by_category"))

    @cached_property
    def projects(self):
        return tuple(line for partner in self.partners for line in partner.projects)

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
        gifts = [gift for gift in _gifts(self.projects) if gift.form == GiftForm.CASH]
        shown = dict.fromkeys((*self.partners, *self.givers_of_cash))
        return tuple(
            Account(giver, tuple(gift for gift in gifts if gift.giver_id == giver.organization.pk))
            for giver in shown
        )

    @cached_property
    def things_given(self):
        """Each gift of things or people, in the order of the report."""
        return tuple(gift for gift in _gifts(self.projects) if gift.form != GiftForm.CASH)


def summarize(fiscal_year: int, *, today: datetime.date, only=None) -> YearSummary:
    """Sum up one fiscal year (พ.ศ.); states are as of today, or of the year's last day once it is over.

    `only` is a query of some projects: then the sum is theirs alone, without the groups of the year.
    """
    first_day, last_day = fiscal_year_bounds(fiscal_year)
    as_of = min(today, last_day)
    lines = _project_lines(fiscal_year, only)
    found = {line.project.partner for line in lines} | {gift.giver for gift in _gifts(lines)}
    organizations = sorted(found, key=lambda body: (body.sort_key, body.pk))
    prefetch_related_objects(organizations, "former_names")
    figures = facts([fiscal_year], only=only, organizations=organizations)[fiscal_year]
    return YearSummary(
        figures=figures,
        as_of=as_of,
        partners=_partners(figures, lines),
        supporters=_supporters(figures, lines),
        agreements=_agreements(fiscal_year, only, as_of),
        kinds=kinds_of_groups(fiscal_year, first_day, last_day) if only is None else (),
    )


def _project_lines(fiscal_year, only):
    """The confirmed projects in the order of the report, the office's too."""
    received = Contribution.objects.confirmed().in_year(fiscal_year).totals_by("project")
    gifts = Contribution.objects.received().select_related("giver", "recipient", "document")
    parts = Participation.objects.select_related("organization", "group", "subdistrict")
    found = Project.objects.confirmed().in_year(fiscal_year)
    found = found if only is None else found.filter(pk__in=only)
    projects = (
        found.order_by("position", "pk")
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
    return [ProjectYear(p, received.get((p.pk,), Totals()), _evidence(p)) for p in projects]


def _gifts(lines):
    return [gift for line in lines for gift in line.gifts]


def _evidence(project):
    """A project's own documents, its contributions' and its agreement's, each once."""
    own = list(project.documents.all())
    of_gifts = [gift.document for gift in project.gifts if gift.document]
    of_agreement = list(project.agreement.documents.all()) if project.agreement else []
    return tuple(dict.fromkeys([*own, *of_gifts, *of_agreement]))


def _partners(figures, lines):
    """In the order of the first project of each."""
    givers = {giver.organization: giver for giver in figures.partners}
    projects = defaultdict(list)
    for line in lines:
        if line.project.partner in givers:
            projects[line.project.partner].append(line)
    return tuple(Partner(**vars(givers[body]), projects=tuple(own)) for body, own in projects.items())


def _supporters(figures, lines):
    """In the order in which they first gave."""
    givers = {giver.organization: giver for giver in figures.supporters}
    first = dict.fromkeys(gift.giver for gift in _gifts(lines) if gift.giver in givers)
    return tuple(givers[body] for body in first)


def _agreements(fiscal_year, only, as_of):
    """In the order in which they were signed, each with its state."""
    found = Agreement.objects.in_report_of(fiscal_year)
    found = found if only is None else found.filter(projects__in=only).distinct()
    parties = Prefetch("parties", AgreementParty.objects.select_related("organization"))
    found = found.order_by(F("signed_first").asc(nulls_last=True), "sort_key", "pk").prefetch_related(parties)
    return tuple(AgreementYear(agreement, agreement.state(as_of)) for agreement in found)
