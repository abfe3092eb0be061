"""What the seven public lists have in common: an order that is asked for, and an answer to a bad question."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import GroupYear, SchoolYear
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_organization,
    make_project,
    make_school,
)
from tests.lists import records_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def on(day):
    return {"starts_on": day, "ends_on": day}


def partners():
    second = make_project(partner=make_organization(name="ข"), position=1).partner
    make_project(partner=make_organization(name="ก"), position=2)
    make_project(partner=second, position=3)


def agreements():
    soon = timezone.localdate() + timedelta(10)
    make_agreement(title="ก ไม่มีสิ้นสุด")
    make_agreement(title="ข ทีหลัง", end="dated", ends_on=soon + timedelta(40))
    make_agreement(title="ค ก่อน", end="dated", ends_on=soon)


def projects():
    make_project(title="ข", **on(date(2014, 3, 1)))
    make_project(title="ค")
    make_project(title="ก", **on(date(2014, 5, 1)))


def gifts():
    for amount in (None, 100, 300):
        make_contribution(amount=amount)


def documents():
    make_document("ก ไม่มีวันที่", is_public=True)
    for title, day in (("ข เก่า", date(2014, 1, 1)), ("ค ใหม่", date(2014, 2, 1))):
        make_document(title, is_public=True, dated_first=day, dated_last=day)


def schools():
    for name, pupils in (("ก", 200), ("ข", 100), ("ค", None)):
        SchoolYear.objects.create(school=make_school(name=name), academic_year=2557, pupils=pupils)


@pytest.mark.parametrize(
    ("make", "address", "told", "order"),
    [
        (partners, "/partners/", "name", ["ข", "ก"]),
        (partners, "/partners/?sort=name", "name", ["ก", "ข"]),
        (partners, "/partners/?sort=projects", "name", ["ข", "ก"]),
        (agreements, "/agreements/?sort=ends", "title", ["ค ก่อน", "ข ทีหลัง", "ก ไม่มีสิ้นสุด"]),
        (agreements, "/agreements/?sort=name", "title", ["ก ไม่มีสิ้นสุด", "ข ทีหลัง", "ค ก่อน"]),
        (projects, "/projects/?sort=title", "title", ["ก", "ข", "ค"]),
        (projects, "/projects/?sort=date", "title", ["ข", "ก", "ค"]),
        (gifts, "/contributions/?sort=amount", "amount", [300, 100, None]),
        (documents, "/documents/?sort=newest", "title", ["ค ใหม่", "ข เก่า", "ก ไม่มีวันที่"]),
        (schools, "/schools/", "name", ["ก", "ข", "ค"]),
        (schools, "/schools/?sort=least", "name", ["ข", "ก", "ค"]),
        (schools, "/schools/?sort=most", "name", ["ก", "ข", "ค"]),
    ],
)
def test_in_the_order_asked_for(client, make, address, told, order):
    """By name, amount, number or day; what is unknown comes last."""
    make()
    assert [getattr(record, told) for record in records_in(client.get(address))] == order


@pytest.fixture
def row_in_every_list():
    """A row for every public list."""
    make_agreement()
    make_school()
    make_document(is_public=True)
    make_contribution()
    GroupYear.objects.create(group=make_group(), fiscal_year=2557)


def shown(response):
    """The rows of a list; those of the networks stand under their kinds."""
    if "kinds" in response.context:
        return [group for row in response.context["kinds"] for group in row["groups"]]
    return records_in(response)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (f"/{name}/", asked)
        for name, questions in {
            "partners": "year=abc year=2600 page=-1 page=x page=999 sort=drop kind=x part=9 district=0000",
            "agreements": "state=x party=O-1 sort=drop page=0",
            "documents": "year=abc year=1 kind=x file=x page=9",
            "projects": "year=abc year=2600 page=-1 page=x page=999 sort=drop evidence=maybe partner=X"
            " category=abc q=%00",
            "contributions": "year=abc page=-1 sort=drop kind=x giver=X-1 category=99",
            "networks": "year=abc year=-1 year=2600 kind=x",
            "schools": "page=-1 page=x page=999 sort=drop size=x district=x network=x",
        }.items()
        for asked in questions.split()
    ],
)
def test_a_bad_question_gives_the_page_with_a_note(client, row_in_every_list, address, asked):
    """What there is not is said, and the rest of the question answered."""
    whole = shown(client.get(address))
    response = client.get(f"{address}?{asked}")
    assert shown(response) == whole != []
    assert 'class="note"' in response.text
