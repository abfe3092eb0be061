"""The lists of schools and groups: columns, filters, export."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from networks.models import GroupYear, SchoolYear
from partners.models import Document
from tests.factories import make_group, make_member, make_organization, make_school
from tests.lists import column, exported
from tests.places import own_subdistrict

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SCHOOLS = reverse("admin:networks_school_changelist")
GROUPS = reverse("admin:networks_group_changelist")


def test_a_school_shows_the_network_it_belongs_to_today(staff_client, network):
    """Neither a network it left, nor one that was dissolved, nor a committee."""
    school = make_school()
    today = timezone.localdate()
    make_member(group=network, organization=school)
    left = make_group(kind=network.kind, name="เดิม")
    make_member(group=left, organization=school, to_on=today - timedelta(1))
    gone = make_group(kind=network.kind, name="ยุบ", dissolved_on=today - timedelta(1))
    make_member(group=gone, organization=school)
    make_member(group=make_group(name="คณะกรรมการ"), organization=school)
    assert column(staff_client, SCHOOLS, "networks") == ["เครือข่ายบางแก้ว"]


def test_schools_by_network(staff_client, network):
    """A network shows its own schools; those in none can be asked for."""
    make_member(group=network, organization=make_school(name="ในเครือข่าย"))
    make_school(name="นอกเครือข่าย")
    make_member(group=network, role="รอง ผอ.สพป. ทุกท่าน")
    assert column(staff_client, SCHOOLS, "shown_name", network=network.code) == ["ร.ร.ในเครือข่าย"]
    assert column(staff_client, SCHOOLS, "shown_name", network="none") == ["ร.ร.นอกเครือข่าย"]


def test_the_pupils_of_the_newest_academic_year(staff_client):
    """With their year; an unknown number is said, and a school without years shows none."""
    school, unknown, _ = make_school(name="ก"), make_school(name="ข"), make_school(name="ค")
    SchoolYear.objects.create(school=school, academic_year=2556, pupils=9)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=1234)
    SchoolYear.objects.create(school=unknown, academic_year=2557)
    assert column(staff_client, SCHOOLS, "pupils") == ["1,234 (2557)", "ไม่ระบุ (2557)", "-"]


@pytest.mark.parametrize("term", ["93010063", "๙๓๐๑๐๐๖๓", "1093010063", "โรงเรียน วัดหวัง", "หวัง"])
def test_a_school_is_found_by_code_and_name(staff_client, term):
    """In either script, with the words before its name or without."""
    make_school(name="วัดหวัง", smis_code="93010063", moe_code="1093010063")
    make_school(name="วัดพังกิ่ง", smis_code="93010062")
    assert column(staff_client, SCHOOLS, "shown_name", q=term) == ["ร.ร.วัดหวัง"]


def test_schools_by_affiliation(staff_client):
    """An affiliation shows its own and hides the others."""
    make_school(name="ก", affiliation="obec")
    make_school(name="ข", affiliation="private")
    assert column(staff_client, SCHOOLS, "shown_name", affiliation__exact="private") == ["ร.ร.ข"]


def test_schools_are_exported_with_network_and_pupils(staff_client, network):
    """Numbers are numbers and codes are text."""
    school = make_school(smis_code="93010063")
    make_member(group=network, organization=school)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=120)
    [row] = exported(staff_client, SCHOOLS)
    assert (row["ปีการศึกษา"], row["นักเรียน (คน)"], row["ครู (คน)"]) == (2557, 120, None)
    assert (row["เครือข่าย"], row["รหัสสถานศึกษา 8 หลัก"]) == ("เครือข่ายบางแก้ว", "93010063")


def test_a_group_shows_its_chair_members_and_order(staff_client):
    """Who sits today is counted; past members are not."""
    order = Document.objects.create(kind="order", title="คำสั่ง", number="295/2557")
    group = make_group(order_document=order)
    make_member(group=group, position="chair", organization=make_organization(name="ก"))
    make_member(group=group, role="รอง ผอ.สพป.")
    make_member(group=group, position="chair", role="ประธานเดิม", to_on=date(2014, 1, 1))
    assert column(staff_client, GROUPS, "chair") == ["อบต.ก"]
    assert column(staff_client, GROUPS, "members") == ["2"]
    assert column(staff_client, GROUPS, "order_number") == ["295/2557"]


def test_the_name_and_phone_of_a_member_are_for_those_who_may_read_them(client_of, administrator):
    """An administrator reads that the name is withheld, and in the export the part played."""
    make_member(person="สมชาย ใจดี", position="chair", phone="0812345678")
    client = client_of(administrator)
    assert column(client, GROUPS, "chair") == ["ไม่เผยแพร่ชื่อ"]
    [row] = exported(client, GROUPS)
    assert (row["ชื่อบุคคล"], row["โทรศัพท์"], row["หน้าที่ในคณะ"]) == (None, None, "ประธาน")


def test_who_may_read_people_reads_and_exports_members(staff_client):
    """With the permission, the name and the phone."""
    make_member(person="สมชาย ใจดี", position="chair", phone="0812345678")
    assert column(staff_client, GROUPS, "chair") == ["สมชาย ใจดี"]
    [row] = exported(staff_client, GROUPS)
    assert (row["ชื่อบุคคล"], row["โทรศัพท์"]) == ("สมชาย ใจดี", "0812345678")


def test_each_member_has_a_row_in_the_export(staff_client):
    """Past ones too, with their terms; a group without members has one row."""
    group = make_group(name="ก")
    make_member(group=group, role="เดิม", from_on=date(2012, 10, 1), to_on=date(2014, 9, 30))
    make_member(group=group, organization=make_school(name="ข"), order=1)
    make_group(name="ว่าง")
    rows = exported(staff_client, GROUPS)
    assert [(r["ชื่อ"], r["ตำแหน่งหรือบทบาท"], r["หน่วยงาน/โรงเรียน"]) for r in rows] == [
        ("ก", "เดิม", None),
        ("ก", None, "โรงเรียนข"),
        ("ว่าง", None, None),
    ]
    assert (rows[0]["ตั้งแต่"], rows[0]["ถึงวันที่"]) == ("1/10/2555", "30/9/2557")


def test_groups_by_kind_and_district(staff_client):
    """Its own district shows a group and hides the others."""
    here = make_group(name="ที่นี่", district=own_subdistrict().district)
    make_group(name="ที่อื่น")
    assert column(staff_client, GROUPS, "named", district="9303") == ["ที่นี่"]
    assert column(staff_client, GROUPS, "named", kind__id__exact=here.kind_id) == ["ที่นี่"]


def test_what_groups_did_opens_on_the_newest_year(staff_client):
    """The list of a year's work has the filter of years."""
    group = make_group()
    for year in (2556, 2557):
        GroupYear.objects.create(group=group, fiscal_year=year)
    address = reverse("admin:networks_groupyear_changelist")
    assert column(staff_client, address, "fiscal_year") == ["2557"]
    assert column(staff_client, address, "fiscal_year", fiscal_year="all") == ["2557", "2556"]
