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
    """Whom a report is for, and the projects that concern it."""

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
    """Thai digits unless ?digits=arabic."""
    return "arabic" if query.get("digits") == "arabic" else "thai"


def wants_internal(query) -> bool:
    """Whether ?internal asks for the names of people; the empty choice of the print form does not."""
    return bool(query.get("internal"))


def _of_partner(code, year, *, public):
    """Select its own projects, and what it gave to."""
    partner = _found(Organization.objects.all(), code, "หน่วยงาน")
    given = Contribution.objects.received().filter(giver=partner)
    own = Q(partner=partner) | Q(pk__in=given.order_by().values("project"))
    return Selection(_name(partner, year), _projects(year, own))


def _of_school(code, year, *, public):
    """Select what names it, and what it received or gave; not what was for every school."""
    school = _found(School.objects.all(), code, "โรงเรียน")
    named = Participation.objects.naming(school, with_hidden=not public)
    received = Contribution.objects.received().filter(Q(recipient=school) | Q(giver=school))
    own = Q(pk__in=named.order_by().values("project")) | Q(pk__in=received.order_by().values("project"))
    return Selection(_name(school, year), _projects(year, own))


def _of_network(code, year, *, public):
    """Select what names it or a school that belonged to it in the year; not what was for every school."""
    network = _found(Group.objects.all(), code, "เครือข่าย")
    named = Participation.objects.naming_network(network, with_hidden=not public)
    return Selection(network.name, _projects(year, Q(pk__in=named.order_by().values("project"))))


SELECTIONS = {"partner": _of_partner, "school": _of_school, "network": _of_network}


def _projects(year, own):
    return Project.objects.confirmed().in_year(year).filter(own).order_by().values("pk")


def _name(organization, year):
    return organization.as_of(fiscal_year_bounds(year)[1]).public_name


def _found(records, code, name):
    record = records.filter(code=code).first()
    if record is None:
        raise Http404(f"ไม่มี{name}รหัส “{code}” ในทะเบียน")
    return record
