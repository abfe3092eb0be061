"""The confirmed projects that reached schools and groups in a year, and what those received.

Projects know schools and groups, and not the other way round: they are reached by reverse relations.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from partners import related
from partners.models import names_then
from portal.records import Publication
from portal.thai.dates import fiscal_year_bounds

EVERY_SCHOOL = "every_school"


@dataclass(frozen=True)
class Work:
    """A project, by which participations it was reached, who gave to it, and what it received in all."""

    project: object
    participations: list
    givers: list
    totals: object


@dataclass(frozen=True)
class YearOfWork:
    """The projects of a year with what they received in all, and apart those that were for every school.

    Its gifts are those to the projects, and those that were asked for beside.
    """

    work: tuple
    totals: object
    for_every_school: tuple
    gifts: list


def participations_by_year(meant):
    """Those that a condition means, and those of every school, in confirmed projects in the order of the report."""
    found = related.participations().filter(
        meant | Q(audience=EVERY_SCHOOL), project__status=Publication.CONFIRMED
    )
    by_year = defaultdict(list)
    found = found.select_related("project", "organization", "group", "subdistrict").defer("project__story")
    for row in found.order_by("project__position", "project", "order", "pk"):
        by_year[row.project.fiscal_year].append(row)
    return by_year


def years_of(by_year):
    """The fiscal years of participations, without those in which there were only projects for every school."""
    return {year for year, rows in by_year.items() if any(row.audience != EVERY_SCHOOL for row in rows)}


def gifts():
    """Those to confirmed projects."""
    return related.contributions().confirmed()


def total(parts):
    """The sum of totals that were taken apart; nothing where nothing was received."""
    parts = list(parts)
    return type(parts[0]).of(parts) if parts else None


def work_of(year, participations, beside=None):
    """The work of a year by its participations; with the gifts that a condition means beside."""
    taking, for_every_school = _apart(participations)
    to_them = Q(project__in=[project.pk for project in taking])
    totals = gifts().filter(to_them).totals_by("project")
    given = list(_named(gifts().in_year(year).filter(to_them | (beside or Q())), year))
    givers = defaultdict(dict)
    for gift, named in given:
        givers[gift.project_id][gift.giver] = named
    work = tuple(
        Work(project, rows, list(givers[project.pk].items()), totals.get((project.pk,)))
        for project, rows in taking.items()
    )
    return YearOfWork(work, total(totals.values()), for_every_school, given)


def _named(found, year):
    """The gifts that were received, each with its giver under the kind and name of the year's end."""
    borne = Q(until__gte=fiscal_year_bounds(year)[1])
    found = found.filter(receipt="received").annotate(**names_then("giver", borne))
    for gift in found.select_related("project", "giver", "recipient").order_by(
        "project__position", "project", "order", "pk"
    ):
        yield gift, gift.giver.body_then(gift)


def _apart(found):
    """The participations by project, and the projects that reached nobody but as every school."""
    taking, for_every_school = defaultdict(list), {}
    for row in found:
        if row.audience == EVERY_SCHOOL:
            for_every_school[row.project] = None
        else:
            taking[row.project].append(row)
    return taking, tuple(project for project in for_every_school if project not in taking)
