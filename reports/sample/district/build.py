"""Builds the fictional district: all of it or nothing."""

import datetime
from collections.abc import Callable

from django.db import transaction

from portal.thai.dates import fiscal_year
from projects.models import Category
from reports.sample.district.agreements import make_agreements
from reports.sample.district.bodies import make_office, make_partners, make_places, make_schools
from reports.sample.district.chance import Chance
from reports.sample.district.groups import make_groups
from reports.sample.district.projects import make_projects
from reports.sample.district.report import make_reports
from reports.sample.district.words import CATEGORIES

SCHOOLS, PROJECTS_A_SCHOOL = 60, 30


def build(
    *, years: int, projects: int, seed: int, today: datetime.date, say: Callable[[int, int], object]
) -> list[int]:
    """Writes so many projects, spread over the fiscal years (พ.ศ.) before today's; returns those years.

    The same numbers, seed and day give the same records. `say` is told how many projects are done, of how many.
    """
    chance = Chance(seed)
    told = list(range(fiscal_year(today) - years, fiscal_year(today)))
    with transaction.atomic():
        districts, subdistricts = make_places()
        make_office(districts)
        partners = make_partners(chance, subdistricts, told)
        schools = make_schools(chance, subdistricts, told, max(SCHOOLS, projects // PROJECTS_A_SCHOOL))
        networks = make_groups(chance, schools, districts, told).networks
        agreements = make_agreements(chance, partners, schools, today)
        for order, name in enumerate(CATEGORIES):
            Category.objects.create(name=name, order=order)
        last_year, done = {}, 0
        for number, year in enumerate(told, start=1):
            share = projects * number // years - done
            last_year = make_projects(
                chance,
                year,
                share,
                partners=partners,
                schools=schools,
                networks=networks,
                agreements=agreements,
                last_year=last_year,
            )
            done += share
            say(done, projects)
        make_reports(told)
    return told
