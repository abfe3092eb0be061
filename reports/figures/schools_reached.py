"""Which schools the projects of a year reached, and which nobody reached."""

from dataclasses import dataclass

from portal.thai.dates import fiscal_year_bounds
from projects.coverage import EVERY_SCHOOL_KEY, audience_keys, audiences_by_year, groups_by_year


@dataclass(frozen=True)
class Schools:
    """The schools that stood in a year: reached of themselves, only as every school was, or by nobody."""

    reached: tuple
    as_every_school: tuple
    by_nobody: tuple

    @property
    def number(self):
        return len(self.reached) + len(self.as_every_school) + len(self.by_nobody)

    @property
    def number_reached(self):
        return self.number - len(self.by_nobody)


def schools_reached(years, schools, user) -> dict[int, Schools]:
    """The schools apart by whether they were reached, by fiscal year, in their order."""
    meant, groups = audiences_by_year(years), groups_by_year(years, user)
    return {year: _apart(year, schools, meant[year], groups) for year in years}


def _apart(year, schools, meant, groups):
    first, last = fiscal_year_bounds(year)
    reached: list = []
    others: list = []
    for school in schools:
        if _stood(school, first, last):
            keys = audience_keys(school, groups[year, school.pk]) - {EVERY_SCHOOL_KEY}
            (others if keys.isdisjoint(meant) else reached).append(school)
    all_meant = EVERY_SCHOOL_KEY in meant
    return Schools(tuple(reached), tuple(others if all_meant else ()), tuple(() if all_meant else others))


def _stood(school, first, last):
    """Whether it was there in the period, as far as its days are known."""
    begun = school.active_from is None or school.active_from <= last
    return begun and (school.active_to is None or school.active_to >= first)
