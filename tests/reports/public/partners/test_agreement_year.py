"""The agreements of a year in the public register are those that its report counts."""

import datetime

import pytest
from django.urls import reverse

from tests.factories import YEAR, make_agreement, make_project
from tests.lists import titles_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LONG_AGO = {"starts_on": datetime.date(2001, 1, 1), "end": "dated", "ends_on": datetime.date(2002, 1, 1)}


def titles(client):
    """Of the agreements of the year."""
    return set(titles_in(client.get(reverse("agreement-list"), {"year": YEAR})))


def test_those_in_force_and_those_that_projects_rest_on(client):
    """An ended agreement is of the year when a confirmed project of the year rests on it."""
    make_agreement(title="มีผลอยู่")
    make_agreement(title="สิ้นสุดนานแล้ว", **LONG_AGO)
    make_project(agreement=make_agreement(title="อ้างถึง", **LONG_AGO))
    make_project(agreement=make_agreement(title="ร่างอ้างถึง", **LONG_AGO), status="draft")
    assert titles(client) == {"มีผลอยู่", "อ้างถึง"}


def test_a_draft_is_of_no_year_even_for_staff(staff_client):
    """The list of a year is what its report counts, whoever reads it."""
    make_project()
    make_agreement(title="ร่าง", status="draft")
    assert titles(staff_client) == set()
