import re

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.views.defaults import server_error
from factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_things,
)

from portal.records import Publication

PAGES = [
    "/",
    "/partners/",
    "/projects/",
    "/networks/",
    "/schools/",
    "/agreements/",
    "/reports/",
    "/reports/2557/",
]


def text(response):
    return response.content.decode()


def queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


@pytest.fixture
def year(db):
    """A year with cash, things, a network and an agreement."""
    make_office()
    partner = make_organization(name="หนอง")
    make_contribution(
        project=make_project(partner=partner, agreement=make_agreement(title="ศูนย์เรียนรู้")), amount=1500
    )
    make_things(project=make_project(partner=partner), giver=make_organization())
    make_group(kind=make_kind(name="ศูนย์เครือข่าย", schools_belong=True))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_and_bears_the_office(client, year, address):
    page = text(client.get(address))
    assert "สพป.ตัวอย่าง" in page
    assert "<script" not in page
    assert "style=" not in page


@pytest.mark.parametrize("address", PAGES[:-1])
def test_menu_marks_the_page(client, year, address):
    assert f'<a href="{address}" aria-current="page">' in text(client.get(address))


def test_home_shows_the_year(client, year):
    page = text(client.get("/"))
    for told in ("ในปี 2557", "1,500", "ของภาคี 1 แห่ง", "2 คัน", "ศูนย์เครือข่าย", "ศูนย์เรียนรู้", "/reports/2557/pdf/"):
        assert told in page


def test_home_shows_the_year_asked_for(client, year):
    make_contribution(project=make_project(fiscal_year=2556), amount=77_000)
    assert "77,000" not in text(client.get("/"))
    assert "77,000" in text(client.get("/?year=2556"))


@pytest.mark.parametrize("asked", ["abc", "2600", "-1", "๒๕๕๗"])
def test_home_says_when_there_is_no_such_year(client, year, asked):
    page = text(client.get("/", {"year": asked}))
    assert f"ไม่มีข้อมูลของปี “{asked}” จึงแสดงปี 2557" in page


def test_home_without_records_says_what_to_do(client, db):
    page = text(client.get("/"))
    assert "ยังไม่มีข้อมูลของปีใด" in page
    assert "ยืนยันแล้ว" in page
    assert 'class="figures"' not in page


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_shows_what_is_not_confirmed(client, year, address, status):
    hidden = make_project(
        title="ไม่ยืนยัน", status=status, agreement=make_agreement(title="ไม่ยืนยัน", status=status)
    )
    make_contribution(project=hidden, amount=987_654)
    page = text(client.get(address))
    assert "ไม่ยืนยัน" not in page
    assert "987,654" not in page


@pytest.mark.parametrize("address", PAGES)
def test_no_page_names_a_private_person(client, year, address):
    person = make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_contribution(project=make_project(partner=person), amount=4000)
    assert "สมชาย" not in text(client.get(address))


def test_report_list_leads_to_page_and_both_prints(client, year):
    page = text(client.get("/reports/"))
    for address in ("/reports/2557/", "/reports/2557/pdf/", "/reports/2557/pdf/?digits=arabic"):
        assert f'href="{address}"' in page


def test_staff_reads_the_findings(staff_client, year):
    response = staff_client.get("/reports/2557/")
    assert response.context["report"].findings
    assert all(finding.sentence in text(response) for finding in response.context["report"].findings)


def test_outsider_does_not_read_the_list_of_findings(client, year):
    assert "ข้อสังเกตสำหรับเจ้าหน้าที่" not in text(client.get("/reports/2557/"))


@pytest.mark.parametrize("address", ["/reports/2600/", "/reports/2600/pdf/"])
def test_unknown_year_offers_the_years_there_are(client, year, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "ไม่มีรายงานของปี 2600" in text(response)
    assert 'href="/reports/2557/"' in text(response)


def test_unknown_page_is_told_in_thai(client, year):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "ไม่พบหน้านี้" in text(response)


def test_failure_page_needs_no_database(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    page = text(server_error(request))
    assert "ระบบขัดข้อง" in page


def test_style_sheet_has_its_fonts():
    sheet = settings.BASE_DIR / "static" / "css" / "portal.css"
    fonts = re.findall(r"url\((.+?)\)", sheet.read_text())
    assert fonts
    assert all((sheet.parent / font).is_file() for font in fonts)


@pytest.mark.parametrize("address", ["/", "/reports/2557/"])
def test_queries_do_not_grow(client, year, address):
    def grow(times):
        for _ in range(times):
            make_contribution(project=make_project(agreement=make_agreement()))

    grow(10)
    few = queries(client, address)
    grow(90)
    assert queries(client, address) == few
