"""The first sign-in of a director, on a phone in a real browser, from the slip to the number of the chair."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from networks.director_accounts import accounts_state, make_slips
from tests.browsing import WCAG, browser_of, violations, width_needed
from tests.factories import make_group, make_kind, make_member, make_office, make_project, make_school

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OWN, PHONE = "ศาลาริมคลองหลังใหม่", "081-000-1111"


@pytest.fixture
def chaired_school(live_server):
    """A school in a network whose chair has a number."""
    make_office()
    school = make_school(name="วัดเขา", smis_code="93020001")
    network = make_group(kind=make_kind(schools_belong=True), name="เครือข่ายไพรวัลย์")
    make_member(group=network, organization=school)
    make_member(group=network, person="ถวิล ใจดี", position="chair", phone=PHONE)
    make_project().participations.create(organization=school)
    return school


@pytest.fixture
def phone(live_server, client, chaired_school):
    """A phone in which nobody is signed in."""
    with browser_of(None, live_server, viewport={"width": 360, "height": 740}) as page:
        yield page


def in_order(page):
    """Axe finds nothing at either width, and nothing is wider than the window."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert violations(page, (*WCAG, "wcag22aa")) == {}, page.url
        assert width_needed(page) <= width, page.url
    page.set_viewport_size({"width": 360, "height": 740})


def test_from_the_slip_to_the_number_of_the_chair(phone, chaired_school):
    """Nothing opens before an own password is chosen; then school, network and number stand on the first page."""
    (slip,) = make_slips([chaired_school], state=accounts_state([chaired_school]))
    phone.goto("/")
    phone.get_by_role("link", name="เข้าสู่ระบบ").click()
    in_order(phone)
    phone.get_by_label("ชื่อผู้ใช้").fill(slip.username)
    phone.get_by_label("รหัสผ่าน", exact=False).fill(slip.password)
    phone.get_by_role("button", name="เข้าสู่ระบบ").click()
    expect(phone.get_by_role("heading", name="ตั้งรหัสผ่านของท่าน")).to_be_visible()
    phone.goto("/schools/")
    expect(phone.get_by_role("heading", name="ตั้งรหัสผ่านของท่าน")).to_be_visible()
    phone.get_by_label("รหัสผ่านใหม่", exact=False).first.fill("สั้นไป")
    phone.get_by_label("ยืนยันรหัสผ่านใหม่").fill("สั้นไป")
    phone.get_by_role("button", name="เก็บรหัสผ่านใหม่").click()
    expect(phone.get_by_text("อย่างน้อย 12 ตัวอักษร").first).to_be_visible()
    in_order(phone)
    phone.get_by_label("รหัสผ่านใหม่", exact=False).first.fill(OWN)
    phone.get_by_label("ยืนยันรหัสผ่านใหม่").fill(OWN)
    phone.get_by_role("button", name="เก็บรหัสผ่านใหม่").click()
    phone.get_by_role("link", name="ไปหน้าแรก").click()
    expect(phone.get_by_role("link", name=PHONE)).to_be_visible()
    expect(phone.get_by_text("ถวิล ใจดี")).to_be_in_viewport()
    in_order(phone)
    phone.get_by_role("link", name="เครือข่ายไพรวัลย์").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("เครือข่ายไพรวัลย์")
    phone.get_by_role("button", name="ออกจากระบบ").click()
    expect(phone.get_by_role("heading", name="ออกจากระบบแล้ว")).to_be_visible()
    in_order(phone)


def test_the_pages_about_an_account_and_what_is_told_are_in_order(phone):
    """Without signing in: forgotten, told, thanked; each without a violation of WCAG A or AA."""
    for path in (reverse("forgotten"), f"{reverse('feedback')}?page=/schools/"):
        phone.goto(path)
        in_order(phone)
        phone.locator("[name=wrong]").fill("โรงเรียนวัดเขา")
        phone.get_by_role("button", name=re.compile("^ส่ง")).click()
        expect(phone.get_by_role("status")).to_contain_text("แล้ว")
        in_order(phone)
