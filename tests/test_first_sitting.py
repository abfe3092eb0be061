"""What a new officer enters in her first sitting, in a real browser, with nothing but the screens to guide her."""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from networks.models import Group
from partners.models import Agreement, Document, OrganizationKind
from portal.roles import EDITOR
from projects.models import Project
from tests.browsing import browser_of
from tests.factories import make_kind, make_organization, make_school

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(live_server, somebody, client_of):
    """A browser in which a new editor is signed in."""
    with browser_of(
        client_of(somebody(EDITOR)), live_server, viewport={"width": 1366, "height": 768}
    ) as page:
        yield page


def choose(page, scope, label, typed, offered):
    """Pick one of what an autocomplete box offers for what is typed."""
    scope.get_by_role("combobox", name=label, exact=True).click()
    page.locator(".select2-search__field:visible").last.fill(typed)
    page.get_by_role("option", name=offered, exact=True).click()


def row(page, prefix, number):
    return page.locator(f"#{prefix}-{number}")


def save(page):
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_a_project_with_two_givers_three_schools_and_an_ordinance(officer):
    """Typed as people write: short names, a misspelling, Thai digits; the sum shows while typing."""
    make_organization(name="ควนขนุน")
    make_organization(kind=OrganizationKind.MILITARY, name="กองพันทหารช่าง 402", spellings="กองพันทหารช่าง  ๔๐๒")
    for name in ("วัดหวัง", "วัดพังกิ่ง", "บ้านพูด"):
        make_school(name=name)
    page = officer
    page.goto(reverse("admin:projects_project_add"))
    page.get_by_label("ชื่อโครงการ/กิจกรรม").fill("โครงการวันเด็ก")
    page.get_by_label("ปีงบประมาณ").fill("๒๕๕๗")
    page.get_by_label("วันที่จัด").fill("11 ม.ค. 57")
    choose(page, page, "ภาคีเจ้าของโครงการ", "อบต. ควนขนุน", "อบต.ควนขนุน")

    cash = row(page, "contributions", 0)
    choose(page, cash, "ผู้ให้", "ควนขนุน", "อบต.ควนขนุน")
    cash.get_by_label("จำนวนเงิน (บาท)").fill("๔๕,๕๐๐ บาท")
    page.get_by_role("button", name="เพิ่มการสนับสนุน").click()
    buses = row(page, "contributions", 1)
    choose(page, buses, "ผู้ให้", "ทหารช่าง402", "กองพันทหารช่าง 402")
    buses.get_by_label("รูปแบบ").select_option("สิ่งของ")
    expect(buses.get_by_label("จำนวนเงิน (บาท)")).to_be_hidden()
    buses.get_by_label("สิ่งที่ให้").fill("รถบัส")
    buses.get_by_label("จำนวน:", exact=True).fill("2")
    buses.get_by_label("หน่วยนับ").fill("คัน")
    expect(page.locator(".running-totals")).to_have_text("รวมที่ได้รับ: เงิน 45,500 บาท · รถบัส 2 คัน")

    for number, school in enumerate(("วัดหวัง", "วัดพังกิ่ง", "บ้านพูด")):
        if number:
            page.get_by_role("button", name="เพิ่มผู้เข้าร่วม").click()
        choose(
            page, row(page, "participations", number), "โรงเรียน/หน่วยงาน", f"โรงเรียน{school}", f"ร.ร.{school}"
        )

    page.get_by_role("button", name="เพิ่มเอกสารหลักฐาน").click()
    with page.expect_popup() as opened:
        row(page, "Project_documents", 0).locator("a.add-related").click()
    paper = opened.value
    paper.get_by_label("ประเภท").select_option("ข้อบัญญัติ/เทศบัญญัติ")
    paper.get_by_label("ชื่อเอกสาร").fill("ข้อบัญญัติงบประมาณ 2557")
    with paper.expect_event("close"):
        paper.get_by_role("button", name="บันทึก", exact=True).click()
    save(page)

    project = Project.objects.get()
    assert project.starts_on == project.ends_on == date(2014, 1, 11)
    totals = project.contributions.totals()
    assert (totals.cash, totals.things[0].quantity) == (45_500, 2)
    assert [part.organization.name for part in project.participations.all()] == ["วัดหวัง", "วัดพังกิ่ง", "บ้านพูด"]
    assert project.documents.get() == Document.objects.get(kind="ordinance")


def test_an_agreement_with_a_school_of_which_only_the_year_is_known(officer):
    """The year is typed as it is known, one side in words; no last day is invented."""
    make_school(name="สตรีพัทลุง")
    page = officer
    page.goto(reverse("admin:partners_agreement_add"))
    page.get_by_label("ชื่อข้อตกลง").fill("ห้องเรียนเด็กดีศรีท้องถิ่น")
    page.get_by_label("ลงนามเมื่อ").fill("2551")
    page.get_by_label("ไม่ทราบวันสิ้นสุด").check()
    expect(page.get_by_label("วันสิ้นสุด:", exact=True)).to_be_hidden()
    row(page, "parties", 0).get_by_label("คู่ตกลงในคำ").fill("องค์กรปกครองส่วนท้องถิ่นต่าง ๆ")
    choose(page, row(page, "parties", 1), "หน่วยงาน", "ร.ร.สตรีพัทลุง", "ร.ร.สตรีพัทลุง")
    save(page)
    agreement = Agreement.objects.get()
    assert (agreement.signed_first, agreement.signed_last) == (date(2008, 1, 1), date(2008, 12, 31))
    assert (agreement.end, agreement.ends_on, agreement.parties.count()) == ("unknown", None, 2)


def test_a_committee_of_five_with_its_order_carried_into_the_next_term(officer):
    """The order is entered without leaving; the next term takes one date."""
    kind = make_kind(name="คณะกรรมการตามคำสั่ง", unit="คณะ")
    page = officer
    page.goto(f"{reverse('admin:networks_group_add')}?kind={kind.pk}")
    page.get_by_label("ชื่อ:", exact=True).fill("คณะกรรมการประชาสัมพันธ์")
    with page.expect_popup() as opened:
        page.locator("#add_id_order_document").click()
    order = opened.value
    order.get_by_label("ประเภท").select_option("คำสั่ง")
    order.get_by_label("ชื่อเอกสาร").fill("คำสั่งแต่งตั้ง")
    order.get_by_label("เลขที่").fill("295/2557")
    order.get_by_label("ลงวันที่").fill("22 สิงหาคม 2557")
    with order.expect_event("close"):
        order.get_by_role("button", name="บันทึก", exact=True).click()
    seats = ["รอง ผอ.สพป.", "ผอ.กลุ่ม", "ประธานเครือข่าย", "กำนัน", "เจ้าหน้าที่"]
    for number, seat in enumerate(seats):
        if number:
            page.get_by_role("button", name="เพิ่มสมาชิก/กรรมการ").click()
        row(page, "memberships", number).get_by_label("ตำแหน่งหรือบทบาท").fill(seat)
        row(page, "memberships", number).get_by_label("ตั้งแต่").fill("1/10/2557")
    row(page, "memberships", 0).get_by_label("หน้าที่ในคณะ").select_option("ประธาน")
    save(page)
    group = Group.objects.get()
    assert (group.order_document.number, group.memberships.count()) == ("295/2557", 5)

    page.get_by_role("link", name="คณะกรรมการประชาสัมพันธ์").first.click()
    page.get_by_role("link", name="เริ่มวาระใหม่").click()
    page.get_by_label("วาระใหม่เริ่มวันที่").fill("1 ต.ค. 2559")
    page.get_by_role("button", name="เริ่มวาระใหม่").click()
    expect(page.locator(".messagelist .success")).to_have_text(re.compile("ยกสมาชิก 5 รายการ"))
    new = group.memberships.filter(from_on=date(2016, 10, 1)).order_by("order")
    assert [seat.role for seat in new] == seats
    assert group.memberships.filter(to_on=date(2016, 9, 30)).count() == 5
