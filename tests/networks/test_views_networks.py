from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from factories import make_group, make_kind, make_member, make_organization, make_school

from partners.models import Affiliation

pytestmark = pytest.mark.django_db


def queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_groups_stand_under_their_kinds_in_order(client):
    make_group(kind=make_kind(name="ชมรมครู", order=2), name="ชมรมภาษาไทย")
    make_group(kind=make_kind(name="ศูนย์เครือข่าย", order=1), name="เครือข่ายบางแก้ว")
    page = client.get("/networks/").content.decode()
    places = [page.index(name) for name in ("ศูนย์เครือข่าย", "เครือข่ายบางแก้ว", "ชมรมครู", "ชมรมภาษาไทย")]
    assert places == sorted(places)


def test_members_are_not_told(client):
    group = make_group(name="เครือข่ายบางแก้ว", source_note="จดจากคำบอก")
    make_member(group=group, person="นายสมชาย ใจดี", phone="0812345678")
    make_member(group=group, organization=make_school(name="วัดลับ"))
    page = client.get("/networks/").content.decode()
    assert "เครือข่ายบางแก้ว" in page
    for hidden in ("สมชาย", "0812345678", "วัดลับ", "จดจากคำบอก"):
        assert hidden not in page


def test_kind_without_names_says_so(client):
    make_kind(name="กลุ่มสี")
    assert "ไม่ระบุรายชื่อ" in client.get("/networks/").content.decode()


def test_dissolved_group_is_not_seen(client):
    make_group(name="เครือข่ายเก่า", dissolved_on=date(2010, 1, 1))
    assert "เครือข่ายเก่า" not in client.get("/networks/").content.decode()


def test_schools_in_thai_order_with_affiliation(client):
    make_school(name="เขาชัยสน", affiliation=Affiliation.OBEC)
    make_school(name="กงหรา", affiliation=Affiliation.PRIVATE)
    response = client.get("/schools/")
    assert [school.name for school in response.context["page"]] == ["กงหรา", "เขาชัยสน"]
    assert "สังกัด เอกชน" in response.content.decode()


def test_other_organizations_and_closed_schools_are_not_seen(client):
    make_organization(name="หนอง")
    make_school(name="ปิดแล้ว", active_to=date(2010, 1, 1))
    assert not client.get("/schools/").context["page"].object_list


@pytest.mark.parametrize("asked", ["-1", "x", "999"])
def test_bad_page_gives_the_first_with_a_note(client, asked):
    make_school(name="กงหรา")
    page = client.get("/schools/", {"page": asked}).content.decode()
    assert "กงหรา" in page
    assert "จึงแสดงหน้าแรก" in page


def test_hundred_schools_a_page(client):
    for _ in range(101):
        make_school()
    assert len(client.get("/schools/").context["page"]) == 100
    assert len(client.get("/schools/?page=2").context["page"]) == 1


@pytest.mark.parametrize("address", ["/networks/", "/schools/"])
def test_queries_do_not_grow(client, address):
    def grow(times):
        for _ in range(times):
            make_group()
            make_school()

    grow(10)
    few = queries(client, address)
    grow(90)
    assert queries(client, address) == few
