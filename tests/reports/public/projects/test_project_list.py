import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records import Publication
from tests.factories import make_contribution, make_person, make_project, make_things

pytestmark = pytest.mark.django_db


def titles(response):
    return [project.title for project, *_ in response.context["rows"]]


def queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_projects_stand_in_the_order_of_the_report(client):
    make_project(title="ที่สอง", position=2)
    make_project(title="ที่หนึ่ง", position=1)
    assert titles(client.get("/projects/")) == ["ที่หนึ่ง", "ที่สอง"]


def test_newest_year_is_shown_unless_another_is_asked_for(client):
    make_project(title="เก่า", fiscal_year=2556)
    make_project(title="ใหม่", fiscal_year=2557)
    assert titles(client.get("/projects/")) == ["ใหม่"]
    assert titles(client.get("/projects/?year=2556")) == ["เก่า"]


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_project_not_confirmed_is_not_seen(client, status):
    make_contribution(project=make_project(title="ยืนยัน"), amount=500)
    make_contribution(project=make_project(title="ไม่ยืนยัน", status=status), amount=700)
    response = client.get("/projects/")
    assert titles(response) == ["ยืนยัน"]
    assert response.context["totals"].cash == 500
    assert "ไม่ยืนยัน" not in response.content.decode()


def test_cash_of_each_and_of_the_year(client):
    project = make_project()
    make_contribution(project=project, amount=1_000_000)
    make_contribution(project=project, amount=250)
    make_contribution(project=make_project(), amount=1000)
    page = client.get("/projects/").content.decode()
    assert "1,000,250" in page
    assert "1,001,250" in page


def test_unknown_amount_is_said_and_never_zero(client):
    make_contribution(amount=None)
    page = client.get("/projects/").content.decode()
    assert '<td class="num">ไม่ระบุ</td>' in page
    assert "ไม่นับอีก 1 รายการที่ไม่ระบุจำนวนเงิน" in page
    assert '<td class="num">0</td>' not in page


def test_things_stand_beside_the_cash(client):
    make_things()
    assert "รถบัส 2 คัน ไม่นำมารวมกับเงิน" in client.get("/projects/").content.decode()


def test_person_stands_under_the_role_only(client):
    make_project(partner=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"), source_note="จดจากคำบอก")
    page = client.get("/projects/").content.decode()
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page
    assert "จดจากคำบอก" not in page


def test_hundred_rows_a_page_and_the_total_of_the_year_on_each(client):
    for _ in range(101):
        make_contribution()
    first, second = client.get("/projects/"), client.get("/projects/?page=2")
    assert (len(titles(first)), len(titles(second))) == (100, 1)
    assert first.context["totals"] == second.context["totals"]
    assert "?page=2" in first.content.decode()


@pytest.mark.parametrize("asked", ["year=abc", "year=2600", "page=-1", "page=x", "page=999"])
def test_bad_question_gives_the_page_with_a_note(client, asked):
    make_project(title="ยืนยัน")
    response = client.get(f"/projects/?{asked}")
    assert titles(response) == ["ยืนยัน"]
    assert 'class="note"' in response.content.decode()


def test_no_projects_at_all(client):
    response = client.get("/projects/")
    assert response.status_code == 200
    assert "ยังไม่มีโครงการที่ยืนยันแล้ว" in response.content.decode()


def test_queries_do_not_grow(client):
    for _ in range(10):
        make_contribution()
    few = queries(client, "/projects/")
    for _ in range(90):
        make_contribution()
    assert queries(client, "/projects/") == few
