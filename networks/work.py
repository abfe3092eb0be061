"""The confirmed projects that reached schools and groups in a year, and what those received.

Projects know schools and groups, and not the other way round: they are reached by reverse relations.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from networks.models import Group
from partners.models import Organization
from portal.records import Publication

EVERY_SCHOOL = Q(audience="every_school")


@dataclass(frozen=True)
class Work:
    """A project, by which participations it was reached, and what it received in all."""

    project: object
    participations: list
    gifts: list
    totals: object

    @property
    def givers(self):
        """Each once, with the name it bore in the project's year."""
        givers = {gift.giver_id: gift.giver for gift in self.gifts}.values()
        return [(giver, self.project.in_its_year(giver)) for giver in givers]


@dataclass(frozen=True)
class YearOfWork:
    """The projects of a year with what they received in all, and apart those that were for every school."""

    work: tuple
    totals: object
    for_every_school: tuple


def participations():
    """Those in confirmed projects, in the order of the report."""
    related = Group._meta.get_field("participations").related_model
    found = related.objects.filter(project__status=Publication.CONFIRMED)
    return found.order_by("project__position", "project", "order", "pk")


def gifts():
    """Those to confirmed projects."""
    return Organization._meta.get_field("contributions").related_model.objects.confirmed()


def gifts_named(found):
    """Each with its project and with the names that its giver ever bore."""
    found = found.filter(receipt="received").select_related("project", "giver", "recipient")
    return found.prefetch_related("giver__former_names").order_by(
        "project__position", "project", "order", "pk"
    )


def total(parts):
    """The sum of totals that were taken apart; nothing where nothing was received."""
    parts = list(parts)
    return type(parts[0]).of(parts) if parts else None


def work_of(year, reached):
    """What reached those whom a condition on participations means."""
    of_year = participations().filter(project__fiscal_year=year)
    received = gifts().filter(project__in=of_year.filter(reached).order_by().values("project"))
    per_project, given = received.totals_by("project"), defaultdict(list)
    for gift in gifts_named(received):
        given[gift.project_id].append(gift)
    taking, for_every_school = _apart(of_year.filter(reached | EVERY_SCHOOL))
    work = tuple(
        Work(project, rows, given[project.pk], per_project.get((project.pk,)))
        for project, rows in taking.items()
    )
    return YearOfWork(work, total(per_project.values()), for_every_school)


def _apart(found):
    """The participations by project, and the projects that reached nobody but as every school."""
    taking, for_every_school = defaultdict(list), {}
    for row in found.select_related("project", "organization", "group", "subdistrict"):
        if row.audience == "every_school":
            for_every_school[row.project] = None
        else:
            taking[row.project].append(row)
    return taking, tuple(project for project in for_every_school if project not in taking)
