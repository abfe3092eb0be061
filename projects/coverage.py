"""The schools that the projects of a year reach, for all schools and several years at once.

The rule is that of ParticipationQuerySet.reaching(), in keys that compare without a query for each school.
"""

from collections import defaultdict

from networks.models import Membership
from portal.thai.dates import fiscal_year_bounds
from projects.models import Audience, Participation

EVERY_SCHOOL_KEY = (Audience.EVERY_SCHOOL, None, "")


def audience_keys(school, groups):
    """Return the keys of the audiences that include a school, which belonged to `groups`."""
    affiliations = {"", school.affiliation} if school.subdistrict_id else ()
    return {
        EVERY_SCHOOL_KEY,
        (Audience.ORGANIZATION, school.pk, ""),
        *((Audience.GROUP, group, "") for group in groups),
        *((Audience.SUBDISTRICT, school.subdistrict_id, affiliation) for affiliation in affiliations),
    }


def audiences_by_year(years):
    """Return the keys of the audiences of confirmed projects in each fiscal year."""
    rows = Participation.objects.of_confirmed_projects().filter(project__fiscal_year__in=years)
    columns = ("audience", "organization_id", "group_id", "subdistrict_id", "affiliation")
    keys = defaultdict(set)
    for year, *row in rows.order_by().values_list("project__fiscal_year", *columns).distinct():
        audience, organization, group, subdistrict, affiliation = row
        keys[year].add((audience, organization or group or subdistrict, affiliation))
    return keys


def groups_by_year(years, user):
    """Return the groups that each school belonged to, by (fiscal year, school), as far as the user may see them."""
    bounds = {year: fiscal_year_bounds(year) for year in years}
    seats = Membership.objects.of_schools().visible_to(user)
    groups = defaultdict(set)
    for seat in seats.only("organization_id", "group_id", "from_on", "to_on"):
        for year, (first, last) in bounds.items():
            if seat.is_active_between(first, last):
                groups[year, seat.organization_id].add(seat.group_id)
    return groups
