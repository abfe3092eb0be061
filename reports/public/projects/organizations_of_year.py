"""The organizations of a year: under which projects are told, and which gave to them."""

from django.db.models import Exists, OuterRef, Q

from partners.models import Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Project


def bodies_of(year, *also):
    """By their keys, and those with the codes that are asked for `also`.

    Each has `in_its_time`, itself under the name of the year's end, and `tells` and `gave`: whether a confirmed project of the year is told under it, and whether it gave to one.
    """
    if not year:
        return {}
    told = Project.objects.confirmed().in_year(year).filter(partner=OuterRef("pk"))
    given = Contribution.objects.confirmed().in_year(year).received().filter(giver=OuterRef("pk"))
    found = Organization.objects.annotate(tells=Exists(told), gave=Exists(given))
    bodies = found.filter(Q(tells=True) | Q(gave=True) | Q(code__in=also))
    found = {body.pk: body for body in bodies.prefetch_related("former_names")}
    for body in found.values():
        body.in_its_time = body.as_of(fiscal_year_bounds(year)[1])
    return found
