"""A year played through by three people in a real browser: written and sent, signed, read and verified, amended."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from portal.roles import APPROVER, EDITOR
from projects.models import Contribution
from reports.models import AnnualReport, Edition
from tests.browsing import browser_of
from tests.signing import acknowledge, printed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "รหัสผ่าน-ของ-ทดสอบ"


@pytest.fixture
def people(somebody):
    """A writer and a signer, each with a password."""
    found = [somebody(EDITOR, username="writer"), somebody(APPROVER, username="director")]
    for user in found:
        user.set_password(PASSWORD)
        user.save()
    return found


def test_a_year_written_signed_verified_and_amended(year_2557, live_server, own_media, people, client_of):
    """Each step is seen by the next person; the sheet's code leads to its edition, then to the newer one."""
    windows = [browser_of(client, live_server) for client in (*map(client_of, people), None)]
    with windows[0] as writer, windows[1] as director, windows[2] as reader:
        play(people, writer, director, reader)


def play(people, writer, director, reader):
    """The year, by the windows of its three people."""
    report = AnnualReport.objects.get()
    year_page = reverse("admin:reports_annualreport_year", args=[report.pk])

    send(writer, year_page)
    acknowledge(report, people[1])
    sign(director, year_page)
    first = Edition.objects.get()
    assert (first.author, first.approver) == tuple(people)
    verify(reader, first)

    amend(writer, year_page, "อบต. แจ้งยอดที่จ่ายจริง")
    gift = Contribution.objects.get(amount=180_000)
    gift.amount = 190_740
    gift.save()
    send(writer, year_page)
    acknowledge(report, people[1])
    sign(director, year_page)
    superseded(reader, first)


def send(page, address):
    page.goto(address)
    page.fill("#submit-password", PASSWORD)
    page.get_by_role("button", name="ส่งตรวจ").click()
    expect(page.locator("[aria-current=step]")).to_have_text("รอตรวจและลงนาม")


def sign(page, address):
    """A wrong password first, which changes nothing."""
    page.goto(address)
    page.fill("#publish-password", "ผิด")
    page.get_by_role("button", name="ลงนามและเผยแพร่").click()
    expect(page.get_by_text("รหัสผ่านไม่ถูกต้อง")).to_be_visible()
    page.fill("#publish-password", PASSWORD)
    page.get_by_role("button", name="ลงนามและเผยแพร่").click()
    expect(page.locator("[aria-current=step]")).to_have_text("เผยแพร่แล้ว")


def verify(page, edition):
    """The outsider reads the year, types the code of his sheet, and finds the hash of his file."""
    digest = printed(edition.copy_for(public=True).print_job).sha256
    page.goto("/reports/2557/")
    expect(page.get_by_text("ฉบับที่ 1 เผยแพร่เมื่อ").first).to_be_visible()
    page.goto("/check/")
    page.get_by_label("รหัสตรวจสอบ").fill(edition.code.lower().replace("-", ""))
    page.get_by_role("button", name="ตรวจสอบ").click()
    expect(page.get_by_text(digest)).to_be_visible()
    expect(page.get_by_text("ฉบับล่าสุด")).to_be_visible()


def amend(page, address, reason):
    page.goto(address)
    page.fill("#amend-reason", reason)
    page.get_by_role("button", name="เปิดฉบับแก้ไข").click()
    expect(page.locator("[aria-current=step]")).to_have_text("ร่าง ฉบับแก้ไข")


def superseded(page, edition):
    """His old sheet is told to be of an older edition; the new one says what changed and why."""
    page.goto(f"/check/{edition.code}/")
    page.get_by_role("link", name="ฉบับที่ 2").click()
    page.get_by_text("สิ่งที่เปลี่ยนจากฉบับก่อน").first.click()
    table = page.locator("details[open] table.changes")
    for words in ("1,189,260 บาท", "1,200,000 บาท", "อบต. แจ้งยอดที่จ่ายจริง"):
        expect(table.get_by_text(re.compile(words)).first).to_be_visible()
