"""The organizations of a year: under which projects are told, and which gave to them."""

from django.db.models import Exists, OuterRef, Q

from partners.models import Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Project


def bodies_of(year, *also):
    """By their keys, with the names of the year's end, and those with the codes that are asked for `also`.

    Each has `tells` and `gave`: whether a confirmed project of the year is told under it, and whether it gave to one.
    """
    if not year:
        return {}
    told = Project.objects.confirmed().in_year(year).filter(partner=OuterRef("pk"))
    given = Contribution.objects.confirmed().in_year(year).filter(receipt="received", giver=OuterRef("pk"))
    found = Organization.objects.annotate(tells=Exists(told), gave=Exists(given))
    bodies = found.filter(Q(tells=True) | Q(gave=True) | Q(code__in=also))
    return {body.pk: body for body in bodies.named_on(fiscal_year_bounds(year)[1])}
