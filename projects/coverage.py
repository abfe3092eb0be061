"""Which schools the projects of a year reach, of all schools and several years at once.

The rule is that of ParticipationQuerySet.reaching(); here it stands as keys, to be compared without a query a school.
"""

from collections import defaultdict

from networks.models import Membership
from portal.thai.dates import fiscal_year_bounds
from projects.models import Audience, Participation

COLUMNS = ("audience", "organization_id", "group_id", "subdistrict_id", "affiliation")
EVERY_SCHOOL_KEY = (Audience.EVERY_SCHOOL, None, "")


def _audience_key(audience, organization, group, subdistrict, affiliation):
    """Whom a participation means."""
    return audience, organization or group or subdistrict, affiliation


def audience_keys(school, groups):
    """Those by which a school is meant that belonged to the groups."""
    places = {"", school.affiliation} if school.subdistrict_id else ()
    return {
        EVERY_SCHOOL_KEY,
        (Audience.ORGANIZATION, school.pk, ""),
        *((Audience.GROUP, group, "") for group in groups),
        *((Audience.SUBDISTRICT, school.subdistrict_id, affiliation) for affiliation in places),
    }


def audiences_by_year(years):
    """Whom the confirmed projects of each fiscal year mean."""
    rows = Participation.objects.of_confirmed_projects().filter(project__fiscal_year__in=years)
    meant = defaultdict(set)
    for year, *who in rows.order_by().values_list("project__fiscal_year", *COLUMNS).distinct():
        meant[year].add(_audience_key(*who))
    return meant


def groups_by_year(years, user):
    """The groups to which each school belonged in each fiscal year, by year and school, as far as the user sees."""
    seats = Membership.objects.of_schools()
    groups = defaultdict(set)
    bounds = {year: fiscal_year_bounds(year) for year in years}
    for seat in seats.visible_to(user).only("organization_id", "group_id", "from_on", "to_on"):
        for year, (first, last) in bounds.items():
            if seat.is_active_between(first, last):
                groups[year, seat.organization_id].add(seat.group_id)
    return groups
