"""Who reads which people, schools and papers on the page of a group and on its roster."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import Meeting
from partners.models import Contact, Document
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_organization,
    make_project,
    make_school,
)
from tests.reports.public.networks.pages import read, took_part

pytestmark = pytest.mark.django_db


NAME, PHONE = "นายสมชาย ใจดี", "0812345678"
WHO = [(None, False), ("outsider", False), ("director", False), ("administrator", False), ("editor", True)]
TAILS = ["", "roster/"]


@pytest.mark.parametrize(("who", "seen"), WHO)
@pytest.mark.parametrize("tail", TAILS)
def test_the_name_and_phone_of_a_member(as_who, who, seen, tail):
    """For those who may read people; the office is there for everybody."""
    group = make_group(source_note="จดจากคำบอก")
    make_member(group=group, person=NAME, phone=PHONE, position="secretary")
    page = as_who(who).get(f"{group.get_absolute_url()}{tail}").content.decode()
    assert (NAME in page) is seen
    assert (PHONE in page) is seen
    assert "เลขานุการ" in page
    assert "จดจากคำบอก" not in page


@pytest.mark.parametrize(("who", "seen"), WHO)
@pytest.mark.parametrize("tail", TAILS)
def test_the_director_and_phone_of_a_member_school(as_who, network, who, seen, tail):
    """A school that chairs is reached through its director."""
    school = make_school(name="วัดหวัง")
    Contact.objects.create(organization=school, position="ธุรการ", name="นางสาวเสมียน")
    Contact.objects.create(organization=school, position="ผู้อำนวยการโรงเรียน", name=NAME, phone=PHONE)
    make_member(group=network, organization=school, position="chair")
    page = as_who(who).get(f"{network.get_absolute_url()}{tail}").content.decode()
    assert (NAME in page) is seen
    assert (PHONE in page) is seen
    assert "วัดหวัง" in page
    assert "นางสาวเสมียน" not in page


@pytest.mark.parametrize("tail", TAILS)
def test_a_published_name_is_for_everybody_and_its_phone_is_not(client, tail):
    """Publishing a name publishes no phone."""
    group = make_group()
    make_member(group=group, person=NAME, phone=PHONE, is_public=True)
    page = client.get(f"{group.get_absolute_url()}{tail}").content.decode()
    assert NAME in page
    assert PHONE not in page


def test_an_outsider_is_led_to_sign_in_for_the_phone_of_the_chair(client, outsider, client_of):
    """Somebody signed in is told that the account may not; nobody who may is told either."""
    group = make_member(person=NAME, position="chair").group
    assert "เข้าสู่ระบบ</a>เพื่อดูชื่อและโทรศัพท์" in read(client, group)
    page = read(client_of(outsider), group)
    assert "บัญชีนี้ไม่มีสิทธิ์ดูชื่อและโทรศัพท์" in page
    assert "เพื่อดูชื่อและโทรศัพท์" not in page


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", True), ("editor", True)])
def test_members_of_a_hidden_kind_are_for_the_signed_in(as_who, who, seen):
    """Outsiders read neither the schools, nor what would betray them: their projects, money and MOUs."""
    group = make_group(kind=make_kind(schools_belong=True, members_hidden=True))
    school = make_school(name="วัดลับ")
    make_member(group=group, organization=school)
    project = make_project(title="โครงการลับ")
    took_part(project, organization=school)
    make_contribution(project=project, amount=123456)
    ends = timezone.localdate() + timedelta(9)
    make_agreement(school, make_organization(), title="MOU ลับ", end="dated", ends_on=ends)
    page = read(as_who(who), group)
    for told in ("วัดลับ", "โครงการลับ", "123,456", "MOU ลับ"):
        assert (told in page) is seen


@pytest.mark.parametrize("tail", ["roster/", "roster.xlsx"])
def test_the_roster_of_a_hidden_kind_asks_to_sign_in(client, outsider, client_of, tail):
    """Whoever is signed in gets it."""
    group = make_group(kind=make_kind(members_hidden=True))
    address = f"{group.get_absolute_url()}{tail}"
    response = client.get(address)
    assert response.status_code == 302
    assert response.url.endswith(f"?next={address}")
    assert client_of(outsider).get(address).status_code == 200


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
@pytest.mark.parametrize("public", [True, False])
def test_the_minutes_and_the_file_of_the_order(as_who, who, seen, public):
    """Public papers for all, others for staff who may view documents; the order is named for everybody."""
    papers = {"file": "documents/a.pdf", "is_public": public}
    order = Document.objects.create(kind="order", title="คำสั่งแต่งตั้ง ก", number="23/2557", **papers)
    minutes = Document.objects.create(kind="minutes", title="รายงานการประชุม ก", **papers)
    group = make_group(order_document=order)
    Meeting.objects.create(group=group, held_on=date(2014, 1, 1), place="หอประชุม", document=minutes)
    page = read(as_who(who), group)
    assert "เลขที่ 23/2557" in page
    assert "หอประชุม" in page
    assert ("รายงานการประชุม ก" in page) is (seen or public)
    assert (f"/documents/{order.code}/file/" in page) is (seen or public)
    assert (f"/documents/{minutes.code}/file/" in page) is (seen or public)
