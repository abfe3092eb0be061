"""A director's own school on the home page: networks with their chairs, newest projects and ending agreements."""

from django.db.models import F, Prefetch
from django.utils import timezone

from networks.access import director_of, own_groups, own_school
from networks.models import Membership, Position
from partners.models import SOON, Agreement
from projects.models import Participation

NEWEST = 5


def my_school_of(user):
    """Return what the home page shows a director of the own school, or None for other users."""
    school = own_school(user)
    if school is None:
        return None
    projects = Participation.objects.reaching(school, with_hidden=True).projects().confirmed()
    projects = projects.order_by("-fiscal_year", F("starts_on").desc(nulls_last=True), "-pk")
    ending = Agreement.objects.confirmed().expiring(within=SOON, on=timezone.localdate())
    ending = ending.filter(parties__organization=school).distinct().order_by("ends_on", "pk")
    return {
        "school": school,
        "networks": _read_networks(school),
        "projects": list(projects[:NEWEST]),
        "agreements": list(ending),
    }


def _read_networks(school):
    """Return the school's groups, each with its `chairs`: the name and the phone number of each."""
    today = timezone.localdate()
    chairs = Membership.objects.active_between(today, today).filter(position=Position.CHAIR)
    chairs = chairs.select_related("organization").prefetch_related("organization__contacts")
    groups = own_groups(school).select_related("kind")
    groups = groups.order_by("-kind__schools_belong", "kind__order", "order", "pk")
    groups = groups.prefetch_related(Prefetch("memberships", chairs, to_attr="chair_seats"))
    for group in groups:
        group.chairs = [_name_and_phone(seat) for seat in group.chair_seats]
    return list(groups)


def _name_and_phone(seat):
    """Return the seat's own number, or that of the director of the chairing school."""
    director = director_of(seat.organization.contacts.all()) if seat.organization else None
    phone = seat.phone or (director.phone if director else "")
    return {"name": seat.person or seat.public_name, "phone": phone}
