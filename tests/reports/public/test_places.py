"""The pages of districts and subdistricts: what happens there, and only there."""

from datetime import date

import pytest

from networks.models import SchoolYear
from partners.models import FormerName
from portal.models import Subdistrict
from projects.models import Participation
from tests.counting import queries_of
from tests.factories import (
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_school,
)
from tests.reading import page_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """Two subdistricts of the district of the office, and one of a district that is not the office's."""
    make_office().districts.set(["9302"])
    return [Subdistrict.objects.get(code=code) for code in ("930203", "930205", "930101")]


ADDRESSES = ["/districts/9302/", "/subdistricts/930203/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_there_is_told(client, places, address):
    """Schools with their newest pupils, local governments, networks, projects with their money."""
    school = make_school(name="วัดดาว", subdistrict=places[0])
    SchoolYear.objects.create(school=school, academic_year=2556, pupils=98_765)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=87_654)
    make_organization(name="เฉลิม", subdistrict=places[0])
    make_group(name="เครือข่ายเดือน", subdistrict=places[0])
    make_contribution(project=make_project(title="ค่ายฟ้า", subdistrict=places[0]), amount=4_321)
    page = page_at(client, address)
    for told in ("โรงเรียนวัดดาว", "87,654", "องค์การบริหารส่วนตำบลเฉลิม", "เครือข่ายเดือน", "ค่ายฟ้า", "4,321"):
        assert told in page
    assert "98,765" not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_elsewhere_is_not_told(client, places, address):
    """Nothing of another district; closed schools and drafts neither."""
    make_school(name="วัดดาว", subdistrict=places[2])
    make_school(name="วัดดาวเก่า", subdistrict=places[0], active_to=date(2010, 1, 1))
    make_organization(name="ดาว", subdistrict=places[2])
    make_group(name="ดาว", subdistrict=places[2])
    make_project(title="ค่ายดาว", subdistrict=places[2])
    make_project(title="ร่างดาว", subdistrict=places[0], status="draft")
    assert "ดาว" not in page_at(client, address)


def test_a_subdistrict_does_not_tell_of_its_neighbour(client, places):
    """The district does."""
    make_school(name="วัดดาว", subdistrict=places[1])
    assert "วัดดาว" not in page_at(client, "/subdistricts/930203/")
    assert "วัดดาว" in page_at(client, "/districts/9302/")


@pytest.mark.parametrize("way", ["place", "partner", "school", "schools"])
def test_every_way_in_which_a_project_happens_here(client, places, way):
    """Held here, told under a partner from here, a school from here took part, or all schools of the subdistrict."""
    here = places[0]
    partner = make_organization(subdistrict=here if way == "partner" else places[2])
    project = make_project(title="ค่ายฟ้า", partner=partner, subdistrict=here if way == "place" else None)
    if way == "school":
        Participation.objects.create(project=project, organization=make_school(subdistrict=here))
    if way == "schools":
        Participation.objects.create(project=project, audience="subdistrict", subdistrict=here)
    assert "ค่ายฟ้า" in page_at(client, "/subdistricts/930203/")
    assert "ค่ายฟ้า" not in page_at(client, "/subdistricts/930205/")


def test_a_project_is_counted_once(client, places):
    """However many of its schools are here, its money is not doubled."""
    project = make_project(subdistrict=places[0], partner=make_organization(subdistrict=places[0]))
    for _ in range(3):
        Participation.objects.create(project=project, organization=make_school(subdistrict=places[0]))
    make_contribution(project=project, amount=100)
    context = client.get("/districts/9302/").context
    assert (context["page"].paginator.count, context["totals"].cash) == (1, 100)


def test_the_networks_of_its_schools_are_told(client, places):
    """A network without an area of its own, in which a school from here sits."""
    network = make_group(name="เครือข่ายเดือน", kind=make_kind(schools_belong=True))
    make_member(group=network, organization=make_school(subdistrict=places[0]))
    assert "เครือข่ายเดือน" in page_at(client, "/subdistricts/930203/")
    assert "เครือข่ายเดือน" not in page_at(client, "/subdistricts/930205/")


def test_the_year_asked_for(client, places):
    """Projects are those of the year; the newest unless asked."""
    make_project(title="ปีนี้", subdistrict=places[0])
    make_project(title="ปีก่อน", subdistrict=places[0], fiscal_year=2556)
    assert "ปีก่อน" not in page_at(client, "/districts/9302/")
    assert "ปีก่อน" in page_at(client, "/districts/9302/", year=2556)
    assert "ไม่มีข้อมูลของปี “abc”" in page_at(client, "/districts/9302/", year="abc")


def test_partners_bear_the_name_of_the_year(client, places):
    """And a private person the role."""
    partner = make_organization(kind="subdistrict_municipality", name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2015, 6, 1))
    make_project(partner=partner, subdistrict=places[0])
    make_project(partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"), subdistrict=places[0])
    page = page_at(client, "/districts/9302/")
    assert "อบต.เก่า" in page
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page


@pytest.mark.parametrize(
    "address", ["/districts/9301/", "/subdistricts/930101/", "/districts/1/", "/subdistricts/x/"]
)
def test_a_place_of_others_in_which_nothing_happens_is_not_found(client, places, address):
    """Nor a code that there is not."""
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/districts/9301/", "/subdistricts/930101/"])
def test_a_place_of_others_in_which_something_happened_has_a_page(client, places, address):
    """Even when it happened in another year than the one shown."""
    make_project()
    make_project(subdistrict=places[2], fiscal_year=2550)
    assert "ปีนี้ยังไม่มีโครงการ" in page_at(client, address)


def test_an_own_place_without_anything_says_so(client, places):
    """What is missing is told for each sort."""
    page = page_at(client, "/subdistricts/930203/")
    for words in ("ยังไม่มีโครงการ", "ยังไม่มีโรงเรียน", "ยังไม่มีในทะเบียน", "ยังไม่มีเครือข่าย"):
        assert words in page


def test_a_district_leads_to_its_subdistricts_and_back(client, places):
    """And the list of districts to both."""
    assert 'href="/subdistricts/930203/"' in page_at(client, "/districts/9302/")
    assert 'href="/districts/9302/"' in page_at(client, "/subdistricts/930203/")
    page = page_at(client, "/districts/")
    assert 'href="/districts/9302/"' in page
    assert 'href="/subdistricts/930205/"' in page
    assert "9301" not in page


def test_the_list_counts_the_schools_of_today(client, places):
    """Closed ones and other bodies do not count."""
    make_school(subdistrict=places[0])
    make_school(subdistrict=places[0], active_to=date(2010, 1, 1))
    make_organization(subdistrict=places[0])
    assert "โรงเรียน 1 แห่ง" in page_at(client, "/districts/")


def test_without_an_office_the_list_says_what_is_missing(client):
    """No district is the office's yet."""
    assert "ยังไม่ได้กำหนดอำเภอของสำนักงาน" in page_at(client, "/districts/")


@pytest.mark.parametrize("address", [*ADDRESSES, "/districts/"])
def test_queries_do_not_grow(client, places, address):
    """As many for twenty records as for ten, and no more than ten."""

    def grow(times):
        for number in range(times):
            school = make_school(subdistrict=places[0])
            SchoolYear.objects.create(school=school, academic_year=2557, pupils=number)
            partner = make_organization(subdistrict=places[0])
            make_contribution(project=make_project(partner=partner, subdistrict=places[0]))
            make_member(group=make_group(kind=make_kind(schools_belong=True)), organization=school)

    grow(10)
    few = queries_of(client, address)
    assert few <= 10
    grow(10)
    assert queries_of(client, address) == few
