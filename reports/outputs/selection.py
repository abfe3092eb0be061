"""The report narrowed to what concerns one partner, one school or one network, with or without its annexes."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from networks.models import Group, Membership, School
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
    selection = SELECTIONS[kind](query[kind], fiscal_year)
    summary = summarize(fiscal_year, today=today, only=selection.projects)
    narrative = Narrative(narrative.report, (), (), narrative.evidence_numbers)
    only = {"only": selection.name, "only_code": query[kind], "read_on": timezone.localdate()}
    return build_report(summary, narrative, public=public, annexes=annexes, **only)


def asked_digits(query) -> str:
    """Thai digits unless ?digits=arabic."""
    return "arabic" if query.get("digits") == "arabic" else "thai"


def asks_for_the_inside(query) -> bool:
    """Whether ?internal asks for the names of people; the empty choice of the print form does not."""
    return bool(query.get("internal"))


def _of_partner(code, year):
    """Its own projects, and what it gave to."""
    partner = _found(Organization.objects.all(), code, "หน่วยงาน")
    given = Contribution.objects.filter(giver=partner, receipt="received")
    own = Q(partner=partner) | Q(pk__in=given.order_by().values("project"))
    return Selection(partner.body_on(fiscal_year_bounds(year)[1]).public_name, _projects(year, own))


def _of_school(code, year):
    """What it took part in: by itself, by its subdistrict, by its networks of the year; and what it was given."""
    school = _found(School.objects.all(), code, "โรงเรียน")
    seats = Membership.objects.held_in(*fiscal_year_bounds(year)).filter(
        organization=school, group__kind__schools_belong=True
    )
    reached = Q(organization=school) | Q(group__in=seats.values("group"))
    if school.subdistrict_id:
        reached |= Q(subdistrict=school.subdistrict_id, affiliation__in=["", school.affiliation])
    received = Contribution.objects.filter(receipt="received").filter(Q(recipient=school) | Q(giver=school))
    own = Q(pk__in=_taking_part(reached)) | Q(pk__in=received.order_by().values("project"))
    return Selection(school.body_on(fiscal_year_bounds(year)[1]).public_name, _projects(year, own))


def _of_network(code, year):
    """What it took part in as a whole, and what its members of the year did."""
    network = _found(Group.objects.all(), code, "เครือข่าย")
    members = network.memberships.held_in(*fiscal_year_bounds(year)).exclude(organization=None)
    reached = Q(group=network) | Q(organization__in=members.values("organization"))
    return Selection(network.name, _projects(year, Q(pk__in=_taking_part(reached))))


SELECTIONS = {"partner": _of_partner, "school": _of_school, "network": _of_network}


def _projects(year, own):
    return Project.objects.confirmed().in_year(year).filter(own).order_by().values("pk")


def _taking_part(reached):
    return Participation.objects.filter(reached).order_by().values("project")


def _found(records, code, name):
    record = records.filter(code=code).first()
    if record is None:
        raise Http404(f"ไม่มี{name}รหัส “{code}” ในทะเบียน")
    return record
