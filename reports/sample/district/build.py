"""Builds the fictional district: all of it or nothing."""

import datetime
from collections.abc import Callable

from django.db import transaction

from portal.thai.dates import fiscal_year
from projects.models import Category
from reports.sample.district.agreements import make_agreements
from reports.sample.district.chance import WORDS, Chance
from reports.sample.district.groups import make_groups
from reports.sample.district.organizations import make_office, make_partners, make_places, make_schools
from reports.sample.district.projects import make_projects
from reports.sample.district.report import make_reports

SCHOOLS, PROJECTS_A_SCHOOL = 60, 30


@transaction.atomic
def build(
    *, years: int, projects: int, seed: int, today: datetime.date, on_progress: Callable[[int, int], object]
) -> list[int]:
    """Write this number of projects, spread over the fiscal years (พ.ศ.) before today's; return these years.

    The same numbers, seed and day give the same records. `on_progress` takes how many projects are done, of how many.
    """
    chance = Chance(seed)
    fiscal_years = list(range(fiscal_year(today) - years, fiscal_year(today)))
    districts, subdistricts = make_places()
    make_office(districts)
    partners = make_partners(chance, subdistricts, fiscal_years)
    schools = make_schools(chance, subdistricts, fiscal_years, max(SCHOOLS, projects // PROJECTS_A_SCHOOL))
    networks = make_groups(chance, schools, districts, fiscal_years)
    agreements = make_agreements(chance, partners, schools, today)
    for order, name in enumerate(WORDS.project_categories):
        Category.objects.create(name=name, order=order)
    records = {"partners": partners, "schools": schools, "networks": networks, "agreements": agreements}
    last_year, done = {}, 0
    for number, year in enumerate(fiscal_years, start=1):
        share = projects * number // years - done
        last_year = make_projects(chance, year, share, **records, last_year=last_year)
        done += share
        on_progress(done, projects)
    make_reports(fiscal_years)
    return fiscal_years
