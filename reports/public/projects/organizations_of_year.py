"""The partners and givers of a fiscal year."""

from django.db.models import Exists, OuterRef, Q

from partners.models import Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Project


def organizations_of_year(year, *codes):
    """Return the partners and givers of a fiscal year, and the organizations with these codes, by primary key.

    Each has `is_partner`, `is_giver`, and `in_its_time`: itself under its name at the end of the year.
    """
    if not year:
        return {}
    projects = Project.objects.confirmed().in_year(year).filter(partner=OuterRef("pk"))
    gifts = Contribution.objects.confirmed().in_year(year).received().filter(giver=OuterRef("pk"))
    rows = Organization.objects.annotate(is_partner=Exists(projects), is_giver=Exists(gifts))
    rows = rows.filter(Q(is_partner=True) | Q(is_giver=True) | Q(code__in=codes))
    day = fiscal_year_bounds(year)[1]
    organizations = {row.pk: row for row in rows.prefetch_related("former_names")}
    for organization in organizations.values():
        organization.in_its_time = organization.as_of(day)
    return organizations
