"""The confirmed projects that reached a school or a network, by year, and what those projects received."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from portal.thai.dates import fiscal_year_bounds
from projects.models import Audience, Contribution, Project
from projects.totals import Totals


@dataclass(frozen=True)
class ReachedProject:
    """A project with the participations that reached the school or network, its givers and all it received."""

    project: Project
    participations: list
    givers: list
    totals: Totals


@dataclass(frozen=True)
class ProjectsOfYear:
    """The reached projects of a year, and the other projects that were for every school.

    `gifts` are pairs of a contribution and its giver under the kind and name at the year's end.
    """

    projects: tuple
    totals: Totals
    for_every_school: tuple
    gifts: list


def participations_by_year(participations):
    """Return the participations in confirmed projects by fiscal year, in the order of the report."""
    found = participations.of_confirmed_projects().defer("project__story")
    found = found.select_related("project", "organization", "group", "subdistrict")
    years = defaultdict(list)
    for row in found.order_by("project__position", "project", "order", "pk"):
        years[row.project.fiscal_year].append(row)
    return years


def years_with_projects(years):
    """Return the fiscal years of participations, without years that have only projects for every school."""
    return {
        year for year, rows in years.items() if any(row.audience != Audience.EVERY_SCHOOL for row in rows)
    }


def projects_of_year(year, participations, other_gifts=None):
    """Return the projects of a year by its participations; `other_gifts` is a condition for gifts to add."""
    rows_of, every_school = defaultdict(list), []
    for row in participations:
        if row.audience == Audience.EVERY_SCHOOL:
            every_school.append(row.project)
        else:
            rows_of[row.project].append(row)
    confirmed = Contribution.objects.confirmed()
    to_projects = Q(project__in=[project.pk for project in rows_of])
    totals = confirmed.filter(to_projects).totals_by("project")
    gifts = list(_with_givers(confirmed.in_year(year).filter(to_projects | (other_gifts or Q())), year))
    givers = defaultdict(dict)
    for gift, giver in gifts:
        givers[gift.project_id][gift.giver] = giver
    projects = tuple(
        ReachedProject(project, rows, list(givers[project.pk].items()), totals.get((project.pk,), Totals()))
        for project, rows in rows_of.items()
    )
    for_every_school = tuple(project for project in dict.fromkeys(every_school) if project not in rows_of)
    return ProjectsOfYear(projects, Totals.of(totals.values()), for_every_school, gifts)


def _with_givers(gifts, year):
    """Yield the received gifts, each with its giver under the kind and name at the year's end."""
    last_day = fiscal_year_bounds(year)[1]
    found = gifts.received().select_related("project", "giver", "recipient")
    found = found.prefetch_related("giver__former_names")
    for gift in found.order_by("project__position", "project", "order", "pk"):
        yield gift, gift.giver.as_of(last_day)
