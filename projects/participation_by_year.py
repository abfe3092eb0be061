"""The confirmed projects that reached a school or a network, by year, and what those projects received."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from portal.thai.dates import fiscal_year_bounds
from projects.models import Audience, Contribution, Project
from projects.totals import Totals


@dataclass(frozen=True)
class ReachedProject:
    """A project, by which participations it was reached, who gave to it, and what it received in all."""

    project: Project
    participations: list
    givers: list
    totals: Totals


@dataclass(frozen=True)
class ProjectsOfYear:
    """The projects of a year with what they received in all, and apart those that were for every school.

    Its gifts are those to the projects, and those that were asked for beside, each with its giver as of the year.
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
    """Return the fiscal years of participations, without those in which there were only projects for every school."""
    return {
        year for year, rows in years.items() if any(row.audience != Audience.EVERY_SCHOOL for row in rows)
    }


def projects_of_year(year, participations, beside=None):
    """Return the work of a year by its participations; with the gifts that a condition means beside."""
    taking, for_every_school = _split_every_school(participations)
    to_them = Q(project__in=[project.pk for project in taking])
    gifts = Contribution.objects.confirmed()
    totals = gifts.filter(to_them).totals_by("project")
    given = list(_with_givers(gifts.in_year(year).filter(to_them | (beside or Q())), year))
    givers = defaultdict(dict)
    for gift, giver in given:
        givers[gift.project_id][gift.giver] = giver
    projects = tuple(
        ReachedProject(project, rows, list(givers[project.pk].items()), totals.get((project.pk,), Totals()))
        for project, rows in taking.items()
    )
    return ProjectsOfYear(projects, Totals.of(totals.values()), for_every_school, given)


def _with_givers(gifts, year):
    """Yield the gifts that were received, each with its giver under the kind and name of the year's end."""
    last_day = fiscal_year_bounds(year)[1]
    found = gifts.received().select_related("project", "giver", "recipient")
    found = found.prefetch_related("giver__former_names")
    for gift in found.order_by("project__position", "project", "order", "pk"):
        yield gift, gift.giver.as_of(last_day)


def _split_every_school(found):
    """Return the participations by project, and the projects that reached nobody but as every school."""
    taking, for_every_school = defaultdict(list), {}
    for row in found:
        if row.audience == Audience.EVERY_SCHOOL:
            for_every_school[row.project] = None
        else:
            taking[row.project].append(row)
    return taking, tuple(project for project in for_every_school if project not in taking)
