"""The open data: files whose totals are the summary's, in addresses that do not change, without private names."""

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest

from networks.models import SchoolYear
from partners.models import FormerName
from portal.places import load_places
from reports.figures.summary import summarize
from reports.outputs.datasets import DATASETS
from tests.counting import queries_of
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_member,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_school,
    make_things,
)

pytestmark = pytest.mark.django_db

NAMES = [dataset.name for dataset in DATASETS]


@pytest.fixture
def rows_of_file(client):
    """The rows of a file, as JSON tells them."""

    def ask(name, year=2557):
        return client.get(f"/open-data/{year}/{name}.json").json()

    return ask


def from_csv(client, name):
    text = client.get(f"/open-data/2557/{name}.csv").content.decode()
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_totals_of_2557(year_2557, client, rows_of_file):
    """The files add up to what the summary says: 1,189,260 baht, 13 projects, 7 partners and 5 supporters."""
    summary = summarize(2557, today=date(2014, 9, 30))
    assert (
        sum(row["amount_baht"] or 0 for row in rows_of_file("contributions"))
        == 1_189_260
        == summary.totals.cash
    )
    assert sum(row["cash_baht"] or 0 for row in rows_of_file("projects")) == 1_189_260
    assert sum(row["cash_baht"] or 0 for row in rows_of_file("partners")) == 1_189_260
    assert sum(Decimal(row["amount_baht"] or 0) for row in from_csv(client, "contributions")) == 1_189_260
    assert [row["part"] for row in rows_of_file("partners")] == ["partner"] * 7 + ["supporter"] * 5
    assert sum(row["has_evidence"] for row in rows_of_file("projects")) == 9
    assert sum(row["quantity"] or 0 for row in rows_of_file("contributions")) == 7
    assert len(rows_of_file("groups")) == 39
    assert len(rows_of_file("agreements")) == len(summary.agreements)


def test_a_group_of_a_district_or_of_a_subdistrict_tells_its_district(rows_of_file):
    """Whichever of the two is recorded."""
    load_places()
    make_project()
    make_group(name="ของอำเภอ", district_id="9302")
    make_group(name="ของตำบล", subdistrict_id="930301")
    make_group(name="ของเขต")
    told = {row["name"]: (row["district"], row["subdistrict_code"]) for row in rows_of_file("groups")}
    assert told == {"ของอำเภอ": ("กงหรา", None), "ของตำบล": ("เขาชัยสน", "930301"), "ของเขต": ("", None)}


@pytest.mark.parametrize("name", NAMES)
def test_both_forms_have_the_same_rows_and_the_columns_that_are_described(
    year_2557, client, rows_of_file, name
):
    """CSV begins with the mark by which Excel knows UTF-8; columns are English words without spaces."""
    response = client.get(f"/open-data/2557/{name}.csv")
    assert response.content.startswith("\ufeff".encode())
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    table, told = from_csv(client, name), rows_of_file(name)
    columns = [column.name for dataset in DATASETS if dataset.name == name for column in dataset.columns]
    assert len(table) == len(told) > 0
    assert list(table[0]) == list(told[0]) == columns
    assert all(re.fullmatch("[a-z_]+", column) for column in columns)


def test_numbers_days_and_what_is_unknown(client, rows_of_file):
    """Numbers are numbers, days ISO 8601 in CE, the fiscal year in the Buddhist era, the unknown empty."""
    project = make_project(starts_on=date(2014, 8, 23), ends_on=date(2014, 8, 23))
    make_contribution(project=project, amount=Decimal("1500.50"))
    make_contribution(project=project, amount=None)
    known, unknown = rows_of_file("contributions")
    assert (known["amount_baht"], unknown["amount_baht"]) == (1500.5, None)
    assert [row["amount_baht"] for row in from_csv(client, "contributions")] == ["1500.5", ""]
    (told,) = rows_of_file("projects")
    assert (told["start_date"], told["fiscal_year"], told["cash_unknown"]) == ("2014-08-23", 2557, 1)
    assert told["has_evidence"] is False
    assert from_csv(client, "projects")[0]["has_evidence"] == "false"


def test_cash_of_which_nothing_is_known_is_empty(rows_of_file):
    """Not zero: neither of a project nor of a giver."""
    make_contribution(amount=None)
    assert rows_of_file("projects")[0]["cash_baht"] is None
    assert rows_of_file("partners")[0]["cash_baht"] is None


def test_names_are_those_of_the_year(rows_of_file):
    """An อบต. that became a เทศบาล is told of 2557 as it was."""
    partner = make_organization(kind="subdistrict_municipality", name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2015, 6, 1))
    make_contribution(project=make_project(partner=partner))
    assert (rows_of_file("partners")[0]["name"], rows_of_file("partners")[0]["kind"]) == (
        "องค์การบริหารส่วนตำบลเก่า",
        "sao",
    )
    assert rows_of_file("projects")[0]["partner_name"] == "องค์การบริหารส่วนตำบลเก่า"
    assert rows_of_file("contributions")[0]["giver_name"] == "องค์การบริหารส่วนตำบลเก่า"


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("name", NAMES)
def test_no_file_holds_what_is_private(client, staff_client, name, form):
    """No name of a person, no note of the office, nothing that is a draft or only planned; for staff neither."""
    person = make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา", source_note="ลับเฉพาะ")
    project = make_project(
        partner=person, source_note="ลับเฉพาะ", agreement=make_agreement(person, make_school())
    )
    make_contribution(project=project, source_note="ลับเฉพาะ", recipient=person)
    make_contribution(project=project, receipt="planned", amount=987_654)
    draft = make_project(
        title="โครงการร่าง", status="draft", agreement=make_agreement(title="ข้อตกลงร่าง", status="draft")
    )
    make_contribution(project=draft, amount=987_654)
    make_member(group=make_group(source_note="ลับเฉพาะ"), person="สมชาย ใจดี")
    for who in (client, staff_client):
        text = who.get(f"/open-data/2557/{name}.{form}").content.decode()
        assert not re.search("สมชาย|ใจดี|ลับเฉพาะ|987654|ร่าง", text)


def test_a_private_giver_is_told_by_the_role(rows_of_file):
    """What a person gave counts; the name is the role."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert rows_of_file("contributions")[0]["giver_name"] == "ผู้มีจิตศรัทธา"


def test_things_are_told_with_their_unit(rows_of_file):
    """A thing has no baht."""
    make_things(quantity=3)
    (told,) = rows_of_file("contributions")
    assert (told["form"], told["what"], told["quantity"], told["unit"], told["amount_baht"]) == (
        "thing",
        "รถบัส",
        3,
        "คัน",
        None,
    )


def test_a_school_with_its_newest_numbers_of_the_time(rows_of_file):
    """A later academic year is not told of an earlier fiscal year; a school that had closed is not told at all."""
    school = make_school(smis_code="93020001")
    for year, pupils in ((2556, 90), (2557, 100), (2558, 110)):
        SchoolYear.objects.create(school=school, academic_year=year, pupils=pupils)
    make_school(active_to=date(2013, 9, 30))
    make_school(active_to=date(2013, 10, 1))
    make_project()
    told = {row["code"]: row for row in rows_of_file("schools")}
    assert len(told) == 2
    assert (told[school.code]["academic_year"], told[school.code]["pupils"]) == (2557, 100)


def test_a_formula_is_text_in_a_spreadsheet(client):
    """What begins like a formula is made inert in CSV, as in every export."""
    make_project(title="=1+1")
    assert from_csv(client, "projects")[0]["title"] == "'=1+1"


@pytest.mark.parametrize(
    "address", ["2600/projects.csv", "2557/secrets.csv", "2557/projects.xml", "2600/datapackage.json"]
)
def test_what_there_is_not(client, address):
    """A year, a file or a form that does not exist is not found."""
    make_project()
    assert client.get(f"/open-data/{address}").status_code == 404


def test_the_package_says_whose_and_what_it_is(client):
    """Owner, licence, day of the last change, the fields that data.go.th asks for, every column of every file."""
    make_office(name="สพป.ตัวอย่าง เขต 1")
    make_project()
    package = client.get("/open-data/2557/datapackage.json").json()
    assert package["contributors"] == [{"title": "สพป.ตัวอย่าง เขต 1", "role": "publisher"}]
    assert package["licenses"][0]["title"] == "DGA Open Government License"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", package["updated"])
    asked = "title description keywords maintainer objective update_frequency_unit geo_coverage data_source data_format data_category license_id"
    assert all(package[name] for name in asked.split())
    assert len(package["resources"]) == 12
    for resource in package["resources"]:
        assert client.get(resource["path"]).status_code == 200
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_page_leads_to_every_file_of_the_year(client):
    """In addresses with the year in them."""
    make_project()
    make_project(fiscal_year=2556)
    page = client.get("/open-data/?year=2556").content.decode()
    for name in NAMES:
        assert f'href="/open-data/2556/{name}.csv"' in page
        assert f'href="/open-data/2556/{name}.json"' in page
    assert "DGA Open Government License" in page
    assert "/open-data/2557/" in client.get("/open-data/").content.decode()


def test_the_page_without_records(client):
    """It says what is missing."""
    assert "ยังไม่มีข้อมูลเปิด" in client.get("/open-data/").content.decode()


def test_queries_do_not_grow(client):
    """Every file takes as many for twenty rows as for ten."""

    def grow(times):
        for _ in range(times):
            school = make_school()
            SchoolYear.objects.create(school=school, academic_year=2557)
            make_contribution(project=make_project(agreement=make_agreement()), recipient=school)
            make_group()

    counted = []
    for _ in range(2):
        grow(10)
        counted.append({name: queries_of(client, f"/open-data/2557/{name}.csv") for name in NAMES})
    assert counted[0] == counted[1]
