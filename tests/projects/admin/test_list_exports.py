"""The files of the lists of projects and gifts: their rows, their order, and whose names they tell."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import make_contribution, make_organization, make_person, make_project, make_things
from tests.lists import exported
from tests.projects.admin.lists import GIFTS, PROJECTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("query", [{}, {"o": "-1"}, {"fiscal_year": "all", "o": "2"}, {"q": "ค่าย"}])
def test_the_export_has_the_rows_of_the_list_in_its_order(staff_client, listed, query):
    """Every page, filtered and sorted as the list is."""
    for name in ("ข", "ก", "ค่าย"):
        make_project(title=name, partner=make_organization(name=f"{name}ภาคี"))
        make_project(title=f"{name} เก่า", fiscal_year=2556)
    rows = [row["รหัส"] for row in exported(staff_client, PROJECTS, **query)]
    assert rows == [project.code for project in listed(**query).result_list]
    assert rows


def test_the_export_has_more_than_one_page(staff_client, partner):
    """All filtered rows, not the page shown."""
    for _ in range(51):
        make_project(partner=partner)
    assert len(exported(staff_client, PROJECTS)) == 51


def test_each_gift_has_a_row_with_its_project(staff_client):
    """Two gifts are two rows; a project that nobody gave to has one."""
    project = make_project(title="สองราย")
    make_contribution(project=project, amount=Decimal("1.50"))
    make_things(project=project)
    make_project(title="ไม่มีราย")
    rows = exported(staff_client, PROJECTS)
    assert [(r["ชื่อโครงการ"], r["จำนวนเงิน (บาท)"], r["จำนวน"], r["หน่วยนับ"]) for r in rows] == [
        ("สองราย", 1.5, None, None),
        ("สองราย", None, 2, "คัน"),
        ("ไม่มีราย", None, None, None),
    ]
    assert rows[0]["รหัสผู้ให้"] == project.partner.code


def test_days_are_exported_in_the_buddhist_era(staff_client):
    """A day, or the words of a partial date, and no year of the other era."""
    make_project(starts_on=date(2014, 8, 22), ends_on=date(2014, 8, 22))
    make_project(starts_on=date(2014, 5, 1), ends_on=date(2014, 5, 31))
    assert [row["วันที่จัด"] for row in exported(staff_client, PROJECTS)] == ["22/8/2557", "5/2557"]


def test_gifts_are_exported_in_the_order_of_their_list(staff_client):
    """The export of gifts has their own rows, with the same columns."""
    make_contribution(giver=make_organization(name="ข"), amount=2)
    make_contribution(giver=make_organization(name="ก"), amount=1)
    rows = exported(staff_client, GIFTS)
    assert [row["จำนวนเงิน (บาท)"] for row in rows] == [1, 2]
    assert rows[0].keys() == exported(staff_client, PROJECTS)[0].keys()


def test_an_export_tells_no_private_name_without_the_right(client_of, administrator):
    """Who may not read people gets the role of a private giver."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    [row] = exported(client_of(administrator), PROJECTS)
    assert row["ผู้ให้"] == "ผู้มีจิตศรัทธา"
    assert "สมชาย ใจดี" not in row.values()


def test_an_export_tells_the_name_with_the_right(staff_client):
    """Who may read people gets the name of a private giver."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert exported(staff_client, PROJECTS)[0]["ผู้ให้"] == "สมชาย ใจดี"
