"""The public list of projects: which, in what order, and their cash."""

import pytest

from portal.records import Publication
from tests.factories import make_contribution, make_organization, make_person, make_project, make_things
from tests.lists import titles_in

pytestmark = pytest.mark.django_db


def test_projects_stand_in_the_order_of_the_report(client):
    """By their place in the year, not by when they were entered."""
    make_project(title="ที่สอง", position=2)
    make_project(title="ที่หนึ่ง", position=1)
    assert titles_in(client.get("/projects/")) == ["ที่หนึ่ง", "ที่สอง"]


def test_newest_year_is_shown_unless_another_is_asked_for(client):
    """A year in the address goes before."""
    make_project(title="เก่า", fiscal_year=2556)
    make_project(title="ใหม่", fiscal_year=2557)
    assert titles_in(client.get("/projects/")) == ["ใหม่"]
    assert titles_in(client.get("/projects/?year=2556")) == ["เก่า"]


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_project_not_confirmed_is_not_seen(client, status):
    """Neither in the rows nor in the total."""
    make_contribution(project=make_project(title="ยืนยัน"), amount=500)
    make_contribution(project=make_project(title="ไม่ยืนยัน", status=status), amount=700)
    response = client.get("/projects/")
    assert titles_in(response) == ["ยืนยัน"]
    assert response.context["totals"].cash == 500
    assert "ไม่ยืนยัน" not in response.text


def test_cash_of_each_and_of_the_year(client):
    """A project has the sum of its gifts, the year that of its projects."""
    project = make_project()
    make_contribution(project=project, amount=1_000_000)
    make_contribution(project=project, amount=250)
    make_contribution(project=make_project(), amount=1000)
    page = client.get("/projects/").text
    assert "1,000,250" in page
    assert "1,001,250" in page


def test_unknown_amount_is_said_and_never_zero(client):
    """In the row and beside the total."""
    make_contribution(amount=None)
    page = client.get("/projects/").text
    assert '<td class="num">ไม่ระบุ</td>' in page
    assert "ไม่นับอีก 1 รายการที่ไม่ระบุจำนวนเงิน" in page
    assert '<td class="num">0</td>' not in page


def test_things_stand_beside_the_cash(client):
    """Buses are told, and added to no baht."""
    make_things()
    assert "รถบัส 2 คัน ไม่นำมารวมกับเงิน" in client.get("/projects/").text


def test_person_stands_under_the_role_only(client):
    """To outsiders, who read no note about sources either."""
    make_project(partner=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"), source_note="จดจากคำบอก")
    page = client.get("/projects/").text
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page
    assert "จดจากคำบอก" not in page


def test_hundred_rows_a_page_and_the_total_of_the_year_on_each(client):
    """The second page has the rest, and the same total."""
    partner = make_organization()
    for _ in range(101):
        make_contribution(project=make_project(partner=partner))
    first, second = client.get("/projects/"), client.get("/projects/?page=2")
    assert (len(titles_in(first)), len(titles_in(second))) == (100, 1)
    assert first.context["totals"] == second.context["totals"]
    assert "?page=2" in first.text


def test_no_projects_at_all(client):
    """An empty portal says so."""
    response = client.get("/projects/")
    assert response.status_code == 200
    assert "ยังไม่มีโครงการที่ยืนยันแล้ว" in response.text
