"""The public list of gifts: only what is received by confirmed projects, filtered, totalled, downloaded."""

from datetime import date

import pytest

from partners.models import FormerName, OrganizationKind
from portal.records import Publication
from projects.models import Category
from reports.figures.summary import summarize
from tests.factories import (
    make_contribution,
    make_organization,
    make_person,
    make_project,
    make_things,
)
from tests.lists import records_in
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db

LAST_DAY = date(2014, 9, 30)


def amounts(response):
    return [gift.amount for gift in records_in(response)]


def test_only_what_confirmed_projects_received(client):
    """Neither what is planned nor what a draft received is listed or counted."""
    make_contribution(amount=100)
    make_contribution(amount=200, receipt="planned")
    make_contribution(amount=400, project=make_project(status=Publication.DRAFT))
    response = client.get("/contributions/")
    assert amounts(response) == [100]
    assert response.context["totals"].cash == 100


def test_unknown_amounts_are_told_beside_the_total(client):
    """An unknown amount is a row of its own and never zero."""
    make_contribution(amount=None)
    page = client.get("/contributions/").text
    assert '<td class="num">ไม่ระบุ</td>' in page
    assert "ไม่นับอีก 1 รายการที่ไม่ระบุจำนวนเงิน" in page


def test_the_total_is_that_of_the_filtered_rows(client):
    """A filter narrows the rows, the total, the givers and nothing else."""
    giver = make_organization()
    make_contribution(giver=giver, amount=100)
    make_contribution(amount=1000)
    response = client.get(f"/contributions/?giver={giver.code}")
    assert amounts(response) == [100]
    assert (response.context["totals"].cash, response.context["givers"]) == (100, 1)
    assert "รวมเงินที่กรอง" in response.text


@pytest.mark.parametrize(
    ("until", "then"),
    [(LAST_DAY, OrganizationKind.SAO), (date(2014, 9, 29), OrganizationKind.SUBDISTRICT_MUNICIPALITY)],
)
def test_kind_and_name_are_those_of_the_years_last_day(client, until, then):
    """An อบต. that became a เทศบาล counts as in the summary: by its kind at the end of the fiscal year."""
    giver = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="ใหม่")
    FormerName.objects.create(organization=giver, kind=OrganizationKind.SAO, name="เก่า", until=until)
    make_contribution(giver=giver, amount=500)
    totals = {
        str(kind.label): client.get(f"/contributions/?year=2557&kind={kind.value}").context["totals"].cash
        for kind in (OrganizationKind.SAO, OrganizationKind.SUBDISTRICT_MUNICIPALITY)
    }
    by_kind = summarize(2557, today=LAST_DAY).by_kind
    assert {part.label: part.totals.cash for part in by_kind} == {str(then.label): 500}
    assert {label: cash for label, cash in totals.items() if cash} == {str(then.label): 500}
    shown = client.get("/contributions/").context["rows"][0][1].in_its_time
    assert shown.kind == then


def test_a_later_year_counts_the_later_kind(client):
    """The same giver counts under its new kind once it bears it."""
    giver = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY)
    FormerName.objects.create(organization=giver, kind=OrganizationKind.SAO, name="เก่า", until=LAST_DAY)
    make_contribution(giver=giver, project=make_project(fiscal_year=2558))
    assert amounts(client.get("/contributions/?year=2558&kind=sao")) == []
    assert len(amounts(client.get("/contributions/?year=2558&kind=subdistrict_municipality"))) == 1


def test_form_and_category_narrow(client):
    """Things are found apart from cash, and gifts without a category by none."""
    sports = Category.objects.create(name="กีฬา")
    make_contribution(project=make_project(category=sports), amount=100)
    make_contribution(amount=200)
    make_things()
    assert amounts(client.get("/contributions/?form=cash")) == [100, 200]
    assert amounts(client.get("/contributions/?form=thing")) == [None]
    assert amounts(client.get(f"/contributions/?category={sports.pk}")) == [100]
    assert amounts(client.get("/contributions/?category=none&form=cash")) == [200]


def test_words_find_project_and_giver(client):
    """A gift is found by the name of its project or of its giver, in any spelling the search knows."""
    make_contribution(project=make_project(title="วันเด็กแห่งชาติ"), amount=100)
    make_contribution(giver=make_organization(name="หนองโพธิ์"), amount=200)
    assert amounts(client.get("/contributions/?q=วันเด็ก")) == [100]
    assert amounts(client.get("/contributions/?q=อบต. หนองโพธิ์")) == [200]


def test_a_private_giver_is_not_found_by_name(client):
    """To an outsider a private person is the role, in the row, in the file and in what the words find."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"), amount=100)
    assert amounts(client.get("/contributions/?q=สมชาย")) == []
    assert amounts(client.get("/contributions/?q=จิตศรัทธา")) == [100]
    assert "สมชาย" not in client.get("/contributions/").text
    assert "สมชาย" not in client.get("/contributions/?download=csv").text


def test_a_private_giver_is_found_by_name_by_who_may_read_people(client_of, editor):
    """Staff who may read people find a private person by name, and read it in the file."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"), amount=100)
    client = client_of(editor)
    assert amounts(client.get("/contributions/?q=สมชาย")) == [100]
    assert "สมชาย" in client.get("/contributions/?download=csv").text


def test_download_has_exactly_the_filtered_rows(client):
    """The file has the rows of every page of the filtered list, in their order."""
    giver, project = make_organization(), make_project()
    for amount in range(1, 103):
        make_contribution(project=project, giver=giver, amount=amount)
    make_contribution(amount=5000)
    rows = rows_of(client, f"/contributions/?giver={giver.code}&sort=amount&download=xlsx")
    assert [row["จำนวนเงิน (บาท)"] for row in rows] == list(range(102, 0, -1))


def test_a_giver_without_a_gift_in_the_year_has_no_rows(client):
    """Going from year to year with a giver asked for never shows everybody's gifts."""
    giver = make_organization()
    make_contribution(giver=giver, project=make_project(fiscal_year=2556))
    make_contribution(amount=100)
    response = client.get(f"/contributions/?year=2557&giver={giver.code}")
    assert amounts(response) == []
    assert "ไม่มีการสนับสนุนที่ตรงกับตัวกรอง" in response.text


def test_nothing_given_yet(client, staff):
    """An empty list says so, and tells staff where to begin."""
    begin = "/admin/projects/contribution/add/"
    page = client.get("/contributions/").text
    assert "ยังไม่มีการสนับสนุนที่ได้รับแล้ว" in page
    assert begin not in page
    client.force_login(staff)
    assert begin in client.get("/contributions/").text
