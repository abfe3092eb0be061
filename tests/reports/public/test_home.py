"""The home page and what all public pages share."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.views.defaults import server_error

from partners.models import FormerName
from portal.records import Publication
from tests.counting import queries_of
from tests.factories import (
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
from tests.reading import page_at

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


@pytest.fixture
def told_year(db):
    """A year with cash, things, a network and an agreement."""
    make_office()
    partner = make_organization(name="หนอง")
    make_contribution(
        project=make_project(partner=partner, agreement=make_agreement(title="ศูนย์เรียนรู้")), amount=1500
    )
    make_things(project=make_project(partner=partner), giver=make_organization())
    make_group(kind=make_kind(name="ศูนย์เครือข่าย", schools_belong=True))


def test_every_page_opens_and_bears_the_office(client, told_year):
    """Without a script or a style in the page itself; the menu marks the page on which one is."""
    for address in PAGES:
        page = page_at(client, address)
        assert "สพป.ตัวอย่าง" in page, address
        assert not re.search(r"<script(?! src=)", page), address
        assert "style=" not in page, address
        assert (f'<a href="{address}" aria-current="page">' in page) == (address != PAGES[-1]), address


def test_home_shows_the_year(client, told_year):
    """Its money, its things, its supporters and the way to its report."""
    page = page_at(client, "/")
    for told in ("ในปี 2557", "1,500", "2 คัน", "และผู้ร่วมสนับสนุน 1 แห่ง", "/reports/2557/pdf/"):
        assert told in page


def test_home_shows_the_year_asked_for(client, told_year):
    """The newest unless another is asked for."""
    make_contribution(project=make_project(fiscal_year=2556), amount=77_000)
    assert ">1,500</b>" in page_at(client, "/")
    assert ">77,000</b>" in page_at(client, "/?year=2556")


def test_the_year_stays_in_the_address(client, told_year):
    """Each year of the chooser is a link that can be kept."""
    make_project(fiscal_year=2556)
    assert '<a href="?year=2556">2556</a>' in page_at(client, "/?year=2557")


FIGURES = [
    "/contributions/?year=2557&amp;form=cash",
    "/contributions/?year=2557&amp;form=thing",
    "/projects/?year=2557",
    "/projects/?year=2557&amp;evidence=yes",
    "/partners/?year=2557",
    "/networks/?year=2557",
    "/contributions/?year=2557&amp;form=cash&amp;kind=sao",
    "/contributions/?year=2557&amp;form=cash&amp;category=none",
]


def test_every_figure_leads_to_the_list_that_makes_it(client, told_year):
    """The key figures and the bars are links."""
    page = page_at(client, "/")
    assert [address for address in FIGURES if f'href="{address}"' not in page] == []
    for address in FIGURES:
        page_at(client, unescape(address))


def test_a_bar_leads_to_the_gifts_of_its_giver(client, told_year):
    """By the code, which never changes."""
    giver = make_contribution(amount=700).giver
    assert f'href="/contributions/?year=2557&amp;form=cash&amp;giver={giver.code}"' in page_at(client, "/")


def test_the_figures_are_those_of_the_lists(client, told_year):
    """The number of projects and the baht are what the list of projects says."""
    make_contribution(amount=700)
    make_contribution(amount=None)
    figures, listed = client.get("/").context["figures"], client.get("/projects/?year=2557").context
    assert figures.projects == listed["page"].paginator.count
    assert figures.totals == listed["totals"]


def test_the_first_givers_are_shown_and_the_others_folded_away(client, db):
    """Eight bars are open; nothing is left out."""
    for number in range(10):
        make_contribution(project=make_project(partner=make_organization(name=f"ภาคีที่{number}")))
    page = page_at(client, "/")
    assert "<summary>อีก 2 รายการ</summary>" in page
    assert all(f"อบต.ภาคีที่{number}</a>" in page for number in range(10))


def test_a_year_without_known_cash_is_unknown_and_not_zero(client, told_year):
    """Years stand in their order; five of them at most."""
    for fiscal_year in (2551, 2555, 2556):
        make_contribution(project=make_project(fiscal_year=fiscal_year), amount=None)
    page = page_at(client, "/")
    told = re.findall(r'year=(\d+)&amp;form=cash">\1</a></th>.*?<td class="num">(.*?)</td>', page)
    assert told == [("2555", "ไม่ระบุ"), ("2556", "ไม่ระบุ"), ("2557", "1,500")]


def test_one_year_alone_has_no_chart_of_years(client, told_year):
    """There is nothing to set it beside."""
    assert "เงินสนับสนุนรายปี" not in page_at(client, "/")


@pytest.mark.parametrize(("days", "words"), [(0, "สิ้นสุดวันนี้"), (1, "เหลือ 1 วัน"), (90, "เหลือ 90 วัน")])
def test_an_agreement_that_ends_soon(client, told_year, days, words):
    """From today to ninety days ahead it is shown, with the days left."""
    ends_on = timezone.localdate() + timedelta(days=days)
    make_agreement(title="ใกล้หมด", end="dated", ends_on=ends_on)
    page = page_at(client, "/")
    assert "ใกล้หมด" in page
    assert words in page


@pytest.mark.parametrize("days", [-1, 91])
def test_an_agreement_that_has_ended_or_ends_later(client, told_year, days):
    """The day before and the day after are not soon."""
    ends_on = timezone.localdate() + timedelta(days=days)
    make_agreement(title="ไม่ใกล้", end="dated", ends_on=ends_on)
    page = page_at(client, "/")
    assert "ไม่ใกล้" not in page
    assert "ไม่มีข้อตกลงที่จะสิ้นสุดใน 90 วันข้างหน้า" in page


def test_the_newest_projects_come_first(client, db):
    """By the day on which they began; undated ones behind; five in all."""
    for day in range(1, 6):
        make_project(title=f"วันที่{day}", starts_on=date(2014, 5, day), ends_on=date(2014, 5, day))
    make_project(title="ไม่มีวัน")
    assert [str(project) for project, _ in client.get("/").context["newest"]] == [
        f"วันที่{day}" for day in (5, 4, 3, 2, 1)
    ]


def test_home_names_the_partner_as_in_its_year(client, db):
    """An อบต. that became a เทศบาล is told of 2557 as it was."""
    partner = make_organization(kind="subdistrict_municipality", name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2015, 6, 1))
    make_contribution(project=make_project(partner=partner))
    page = page_at(client, "/")
    assert "อบต.เก่า" in page
    assert "ทต.ใหม่" not in page


@pytest.mark.parametrize("asked", ["abc", "2600", "-1", "๒๕๕๗"])
def test_home_says_when_there_is_no_such_year(client, told_year, asked):
    """And shows the newest."""
    page = client.get("/", {"year": asked}).content.decode()
    assert f"ไม่มีข้อมูลของปี “{asked}” จึงแสดงปี 2557" in page


def test_home_without_records_says_what_to_do(client, db):
    """No figures stand for what nobody entered."""
    page = page_at(client, "/")
    assert "ยังไม่มีข้อมูลของปีใด" in page
    assert "ยืนยันแล้ว" in page
    assert 'class="figures"' not in page


def test_no_page_shows_what_is_not_confirmed(client, told_year):
    """Neither drafts nor what was cancelled, nor their money."""
    for status, amount in ((Publication.DRAFT, 987_654), (Publication.CANCELLED, 876_543)):
        agreement = make_agreement(title="ไม่ยืนยัน", status=status)
        hidden = make_project(title="ไม่ยืนยัน", status=status, agreement=agreement)
        make_contribution(project=hidden, amount=amount)
    for address in PAGES:
        page = page_at(client, address)
        assert [told for told in ("ไม่ยืนยัน", "987,654", "876,543") if told in page] == [], address


def test_no_page_names_a_private_person(client, told_year):
    """The giver stands by the role."""
    person = make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_contribution(project=make_project(partner=person), amount=4000)
    assert [address for address in PAGES if "สมชาย" in page_at(client, address)] == []


def test_report_list_leads_to_page_and_both_prints(client, told_year):
    """In Thai digits and in Arabic ones."""
    page = page_at(client, "/reports/")
    for address in ("/reports/2557/", "/reports/2557/pdf/", "/reports/2557/pdf/?digits=arabic"):
        assert f'href="{address}"' in page


def test_staff_reads_the_findings(staff_client, told_year):
    """Each with its sentence."""
    response = staff_client.get("/reports/2557/")
    assert response.context["report"].findings
    assert all(
        finding.sentence in response.content.decode() for finding in response.context["report"].findings
    )


def test_outsider_does_not_read_the_list_of_findings(client, told_year):
    """It is for the office."""
    assert "ข้อสังเกตสำหรับเจ้าหน้าที่" not in page_at(client, "/reports/2557/")


@pytest.mark.parametrize("address", ["/reports/2600/", "/reports/2600/pdf/"])
def test_unknown_year_offers_the_years_there_are(client, told_year, address):
    """With links to their reports."""
    response = client.get(address)
    assert response.status_code == 404
    assert "ไม่มีรายงานของปี 2600" in response.content.decode()
    assert 'href="/reports/2557/"' in response.content.decode()


def test_unknown_page_is_told_in_thai(client, told_year):
    """As everything else."""
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "ไม่พบหน้านี้" in response.content.decode()


def test_failure_page_needs_no_database(rf):
    """It can be shown when nothing else works."""
    request = rf.get("/")
    request.user = AnonymousUser()
    page = server_error(request).content.decode()
    assert "ระบบขัดข้อง" in page


def test_style_sheet_has_its_fonts():
    """Each lies where the sheet says."""
    sheet = settings.BASE_DIR / "static" / "css" / "tokens.css"
    fonts = re.findall(r"url\((.+?)\)", sheet.read_text())
    assert fonts
    assert all((sheet.parent / font).is_file() for font in fonts)


@pytest.mark.parametrize(("address", "most"), [("/", 12), ("/reports/2557/", 34)])
def test_queries_do_not_grow(client, told_year, address, most):
    """As many for twenty projects with their agreements as for ten."""

    def grow(times):
        for _ in range(times):
            soon = timezone.localdate() + timedelta(days=9)
            make_contribution(project=make_project(agreement=make_agreement(end="dated", ends_on=soon)))

    grow(10)
    few = queries_of(client, address)
    assert few <= most
    grow(10)
    assert queries_of(client, address) == few
