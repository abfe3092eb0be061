"""What a director sees first: the own school, its networks and whom to call there, what is new, what ends soon."""

from dataclasses import dataclass

from django.db.models import F, Prefetch
from django.utils import timezone

from networks.access import director_of, own_groups, own_school
from networks.models import Group, Membership, Position, School
from partners.models import SOON, Agreement
from projects.models import Participation

NEWEST = 5


@dataclass(frozen=True)
class Chair:
    """Who chairs a network, and the number to call: the seat's own, or that of the director of the chairing school."""

    name: str
    phone: str


@dataclass(frozen=True)
class MySchool:
    school: School
    networks: tuple[Group, ...]
    projects: tuple
    agreements: tuple[Agreement, ...]


def my_school_of(user) -> MySchool | None:
    """The own school of a director; nothing for anybody else."""
    school = own_school(user)
    if school is None:
        return None
    networks = tuple(_networks_of(school))
    return MySchool(school, networks, tuple(_projects_of(school)), tuple(_ending_of(school)))


def _networks_of(school):
    today = timezone.localdate()
    chairs = Membership.objects.active_between(today, today).filter(position=Position.CHAIR)
    chairs = chairs.select_related("organization").prefetch_related("organization__contacts")
    groups = (
        own_groups(school)
        .select_related("kind")
        .order_by("-kind__schools_belong", "kind__order", "order", "pk")
    )
    for group in groups.prefetch_related(Prefetch("memberships", chairs, to_attr="chair_seats")):
        group.chairs = [_chair(seat) for seat in group.chair_seats]
        yield group


def _chair(seat):
    """The person where one is known, with the seat's own number or the first of the organization's contacts."""
    head = director_of(seat.organization.contacts.all()) if seat.organization else None
    return Chair(seat.person or seat.public_name, seat.phone or (head.phone if head else ""))


def _projects_of(school):
    """Return the newest confirmed ones that reach the school, by its name or as every school."""
    projects = Participation.objects.reaching(school, with_hidden=True).projects().confirmed()
    return projects.order_by("-fiscal_year", F("starts_on").desc(nulls_last=True), "-pk")[:NEWEST]


def _ending_of(school):
    soon = Agreement.objects.confirmed().expiring(within=SOON, on=timezone.localdate())
    return soon.filter(parties__organization=school).distinct().order_by("ends_on", "pk")
