"""The report narrowed to what concerns one partner, one school or one network, with or without its annexes."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from networks.models import Group, School
from partners.models import Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Participation, Project
from reports.figures.summary import summarize
from reports.report import Report, build_report
from reports.text.narrative import Narrative, narrate


@dataclass(frozen=True)
class Selection:
    """The name of a partner, school or network, and the projects that concern it."""

    name: str
    projects: object


def selected_report(fiscal_year: int, query, *, today: datetime.date, public: bool = True) -> Report:
    """Return the report of a fiscal year (พ.ศ.), narrowed by ?partner=, ?school= or ?network=, without ?annexes=no.

    Raises Http404 when the register has no such partner, school or network.
    """
    narrative, annexes = narrate(fiscal_year), query.get("annexes") != "no"
    kind = next((kind for kind in SELECTIONS if query.get(kind)), None)
    if kind is None:
        summary = summarize(fiscal_year, today=today)
        return build_report(summary, narrative, public=public, annexes=annexes)
    selection = SELECTIONS[kind](query[kind], fiscal_year, public=public)
    summary = summarize(fiscal_year, today=today, only=selection.projects)
    narrative = Narrative(narrative.report, (), (), narrative.evidence_numbers)
    only = {"only": selection.name, "only_code": query[kind], "read_on": timezone.localdate()}
    return build_report(summary, narrative, public=public, annexes=annexes, **only)


def requested_digits(query) -> str:
    """Return "arabic" for ?digits=arabic, else "thai"."""
    return "arabic" if query.get("digits") == "arabic" else "thai"


def wants_internal(query) -> bool:
    """Return whether ?internal has a value; the empty choice of the print form has none."""
    return bool(query.get("internal"))


def _of_partner(code, year, *, public):
    """Select the partner's own projects, and those it gave to."""
    partner = _find(Organization, code, "หน่วยงาน")
    gifts = Contribution.objects.received().filter(giver=partner)
    projects = _select_projects(year, Q(partner=partner) | _related(gifts))
    return Selection(_name_in_year(partner, year), projects)


def _of_school(code, year, *, public):
    """Select projects that name the school, or that it received from or gave to; not those for every school."""
    school = _find(School, code, "โรงเรียน")
    participations = Participation.objects.naming(school, with_hidden=not public)
    gifts = Contribution.objects.received().filter(Q(recipient=school) | Q(giver=school))
    projects = _select_projects(year, _related(participations) | _related(gifts))
    return Selection(_name_in_year(school, year), projects)


def _of_network(code, year, *, public):
    """Select projects that name the network or a school of it in the year; not those for every school."""
    network = _find(Group, code, "เครือข่าย")
    participations = Participation.objects.naming_network(network, with_hidden=not public)
    return Selection(network.name, _select_projects(year, _related(participations)))


SELECTIONS = {"partner": _of_partner, "school": _of_school, "network": _of_network}


def _select_projects(year, condition):
    return Project.objects.confirmed().in_year(year).filter(condition).order_by().values("pk")


def _related(rows):
    """Return the condition that a project has one of these rows."""
    return Q(pk__in=rows.order_by().values("project"))


def _name_in_year(organization, year):
    return organization.as_of(fiscal_year_bounds(year)[1]).public_name


def _find(model, code, name):
    record = model.objects.filter(code=code).first()
    if record is None:
        raise Http404(f"ไม่มี{name}รหัส “{code}” ในทะเบียน")
    return record
