"""What the public list of projects can be asked for, and its files."""

from datetime import date

import pytest

from projects.models import Category
from tests.factories import (
    make_contribution,
    make_document,
    make_organization,
    make_person,
    make_project,
    make_things,
)
from tests.lists import titles_in
from tests.places import own_subdistrict
from tests.spreadsheets import rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_words_find_the_project_its_partner_and_its_givers(client):
    """A project is found by its own name and by those of its partner and of who gave to it."""
    make_project(title="กีฬา")
    make_project(title="สุขภาพ", partner=make_organization(name="หนองโพธิ์"))
    make_contribution(project=make_project(title="วันเด็ก"), giver=make_organization(name="คลองเฉลิม"))
    assert titles_in(client.get("/projects/?q=กีฬา")) == ["กีฬา"]
    assert titles_in(client.get("/projects/?q=อบต.หนองโพธิ์")) == ["สุขภาพ"]
    assert titles_in(client.get("/projects/?q=คลองเฉลิม")) == ["วันเด็ก"]


def test_a_private_partner_is_not_found_by_name(client):
    """To an outsider the name of a private partner finds nothing."""
    make_project(title="สวน", partner=make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"))
    assert titles_in(client.get("/projects/?q=สมชาย")) == []


def test_a_private_partner_is_found_by_name_by_who_may_read_people(client_of, editor):
    """Staff who may read people find a private partner by name."""
    make_project(title="สวน", partner=make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"))
    assert titles_in(client_of(editor).get("/projects/?q=สมชาย")) == ["สวน"]


def test_partner_and_giver_are_asked_for_apart(client):
    """A partner's projects are those told under it, a giver's those to which it gave what was received."""
    partner, giver = make_organization(), make_organization()
    make_contribution(project=make_project(title="ของภาคี", partner=partner), giver=giver)
    planned = make_project(title="ตั้งไว้")
    make_contribution(project=planned, giver=giver, receipt="planned")
    assert titles_in(client.get(f"/projects/?partner={partner.code}")) == ["ของภาคี"]
    assert titles_in(client.get(f"/projects/?giver={giver.code}")) == ["ของภาคี"]
    assert client.get(f"/projects/?partner={giver.code}").context["rows"] == []


def test_category_and_none(client):
    """Projects of a category, and those without one."""
    sports = Category.objects.create(name="กีฬา")
    make_project(title="แข่งขัน", category=sports)
    make_project(title="อื่น")
    assert titles_in(client.get(f"/projects/?category={sports.pk}")) == ["แข่งขัน"]
    assert titles_in(client.get("/projects/?category=none")) == ["อื่น"]


def test_district_of_the_place_else_of_the_partner(client):
    """A project belongs to the district where it was held, else to that of its partner."""
    place = own_subdistrict()
    near = make_organization(subdistrict=place)
    make_project(title="ในตำบล", subdistrict=place)
    make_project(title="ของภาคีในอำเภอ", partner=near)
    make_project(title="ที่อื่น")
    assert titles_in(client.get("/projects/?district=9303")) == ["ในตำบล", "ของภาคีในอำเภอ"]


def test_evidence_amount_and_date(client):
    """Projects with and without evidence, of unknown amount, without a date."""
    proven = make_project(title="มีครบ", starts_on=date(2014, 1, 1), ends_on=date(2014, 1, 1))
    proven.documents.add(make_document())
    make_contribution(project=proven)
    make_project(title="ไม่มีอะไร")
    for asked, found in [
        ("evidence=yes", "มีครบ"),
        ("evidence=no", "ไม่มีอะไร"),
        ("amount=known", "มีครบ"),
        ("amount=unknown", "ไม่มีอะไร"),
        ("dated=yes", "มีครบ"),
        ("dated=no", "ไม่มีอะไร"),
    ]:
        assert titles_in(client.get(f"/projects/?{asked}")) == [found]


def test_the_total_is_that_of_the_filtered_projects(client):
    """Cash, unknown amounts and things of the filtered projects, of all their givers."""
    partner = make_organization()
    project = make_project(partner=partner)
    make_contribution(project=project, amount=100)
    make_contribution(project=project, amount=None)
    make_things(project=project, giver=make_organization())
    make_contribution(amount=5000)
    response = client.get(f"/projects/?partner={partner.code}")
    page = response.text
    assert response.context["totals"].cash == 100
    assert "ไม่นับอีก 1 รายการ" in page
    assert "รถบัส 2 คัน ไม่นำมารวมกับเงิน" in page
    assert "รวมรายการที่กรอง" in page


def test_the_year_is_kept_by_the_form_and_by_the_pages(client):
    """Filtering an older year stays in it."""
    make_project(fiscal_year=2558)
    make_project(title="เก่า", fiscal_year=2556)
    response = client.get("/projects/?year=2556&q=เก่า")
    assert titles_in(response) == ["เก่า"]
    assert '<input type="hidden" name="year" value="2556">' in response.text


def test_download_has_the_filtered_projects_and_only_what_they_received(client):
    """The file has the filtered projects; what is only planned is not told."""
    partner = make_organization()
    project = make_project(partner=partner)
    make_contribution(project=project, amount=100)
    make_contribution(project=project, amount=999, receipt="planned")
    make_contribution(amount=5000)
    rows = rows_of(client, f"/projects/?partner={partner.code}&download=xlsx")
    assert [(row["รหัส"], row["จำนวนเงิน (บาท)"]) for row in rows] == [(project.code, 100)]


def test_download_names_nobody_private(client):
    """The file tells the role of a private giver, and no note about sources."""
    make_contribution(
        project=make_project(source_note="จดจากคำบอก"), giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    )
    file = client.get("/projects/?download=csv").text
    assert "ผู้มีจิตศรัทธา" in file
    assert "สมชาย" not in file
    assert "จดจากคำบอก" not in file


def test_nothing_found_leads_back(client):
    """A filter that leaves nothing says so and leads to the whole year."""
    make_project()
    page = client.get("/projects/?q=ไม่มีแน่").text
    assert "ไม่มีโครงการที่ตรงกับตัวกรอง" in page
    assert "?year=2557" in page


def test_things_leave_the_amount_of_the_cash_known(client):
    """Known cash beside buses is known; one gift of cash without an amount makes it unknown."""
    make_things(project=make_contribution(project=make_project(title="ครบ")).project)
    partly = make_contribution(project=make_project(title="ไม่ครบ")).project
    make_contribution(project=partly, amount=None)
    make_things(project=make_project(title="มีแต่ของ"))
    assert titles_in(client.get("/projects/?amount=known")) == ["ครบ"]
    assert titles_in(client.get("/projects/?amount=unknown")) == ["ไม่ครบ", "มีแต่ของ"]
