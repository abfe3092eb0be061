"""The sum under the list of projects: of all that is filtered, drafts apart."""

import pytest

from projects.models import Contribution
from tests.factories import make_contribution, make_project, make_things
from tests.projects.admin.lists import PROJECTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_sum_is_that_of_totals_over_every_page(listed, partner):
    """What stands under the list is totals() of all that is filtered, not of the page shown."""
    for _ in range(51):
        make_contribution(project=make_project(partner=partner))
    make_contribution(amount=None)
    make_things()
    make_contribution(project=make_project(fiscal_year=2556))
    changelist = listed(fiscal_year=2557)
    assert len(changelist.result_list) == 50
    assert changelist.totals == Contribution.objects.in_year(2557).totals()
    assert changelist.totals.cash == 51_000


def test_the_sum_follows_every_filter_and_the_search(listed):
    """What the list hides is not in the sum."""
    make_contribution(project=make_project(title="ค่าย"), amount=5)
    make_contribution(amount=7)
    assert listed(q="ค่าย").totals.cash == 5
    assert listed(q="ไม่มีชื่อนี้").totals.cash == 0


def test_drafts_stand_apart_in_the_sum(listed, staff_client):
    """The row of what is confirmed is the sum of the public page; drafts have their own."""
    make_contribution(amount=10)
    make_contribution(amount=1, project=make_project(status="draft"))
    assert [(words, totals.cash) for words, totals in listed().totals_by_status] == [
        ("ยืนยันแล้ว", 10),
        ("ร่าง", 1),
    ]
    assert listed().totals.cash == 11
    assert listed(status__exact="confirmed").totals == Contribution.objects.confirmed().totals()
    assert "รวมทั้งหมด" in staff_client.get(PROJECTS).content.decode()


def test_one_status_has_no_second_sum(staff_client):
    """Where all is confirmed there is one row."""
    make_contribution(amount=1_234_567)
    page = staff_client.get(PROJECTS).content.decode()
    assert '<td class="num">1,234,567</td>' in page
    assert "รวมทั้งหมด" not in page


def test_a_list_of_nothing_received_has_no_sum(staff_client):
    """A plan is no money."""
    make_contribution(receipt="planned")
    assert 'id="totals"' not in staff_client.get(PROJECTS).content.decode()
