"""The roster of a group: one sheet of A4, and a spreadsheet."""

import pytest
from pypdfium2 import PdfDocument

from networks.models import SchoolYear
from partners.models import Contact
from tests.browsing import browser_of
from tests.factories import make_group, make_kind, make_member, make_school
from tests.spreadsheets import rows_of

NAME, PHONE = "นายสมชาย ใจดี", "0812345678"


@pytest.fixture
def chaired_network(db):
    """A chairing school with its director, and a secretary."""
    group = make_group(name="เครือข่ายบางแก้ว", kind=make_kind(schools_belong=True))
    school = make_school(name="วัดหวัง")
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=120)
    Contact.objects.create(organization=school, position="ผอ.", name=NAME, phone=PHONE)
    make_member(group=group, organization=school, position="chair")
    make_member(group=group, person="นางเลขา", position="secretary", phone="0899999999")
    return group


def roster_rows(client, group):
    return rows_of(client, f"{group.get_absolute_url()}roster.xlsx")


@pytest.mark.parametrize("who", [None, "outsider"])
def test_the_spreadsheet_of_who_may_not_read_people(as_who, chaired_network, who):
    """Offices, schools and numbers; no column of phones, no private name."""
    chair, secretary = roster_rows(as_who(who), chaired_network)
    assert (chair["หน้าที่"], chair["ชื่อ"], chair["นักเรียน (คน)"], chair["ขนาด"]) == (
        "ประธาน",
        "ร.ร.วัดหวัง",
        120,
        "เล็ก",
    )
    assert secretary["ชื่อ"] == "ไม่เผยแพร่ชื่อ"
    assert not {"โทรศัพท์", "ผู้อำนวยการ"} & chair.keys()


def test_the_spreadsheet_of_who_may_read_people(client_of, editor, chaired_network):
    """With directors and phones."""
    chair, secretary = roster_rows(client_of(editor), chaired_network)
    assert (chair["ผู้อำนวยการ"], chair["โทรศัพท์"]) == (NAME, PHONE)
    assert (secretary["ชื่อ"], secretary["โทรศัพท์"]) == ("นางเลขา", "0899999999")


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
def test_the_sheet_has_a_column_of_phones_only_for_those_who_may(as_who, chaired_network, who, seen):
    """The others get a sheet without it."""
    page = as_who(who).get(f"{chaired_network.get_absolute_url()}roster/").content.decode()
    assert ("โทรศัพท์" in page) is seen


def test_an_empty_group_has_an_empty_roster(client, db):
    """It says so."""
    page = client.get(f"{make_group().get_absolute_url()}roster/").content.decode()
    assert "ยังไม่ได้บันทึกสมาชิกของวันนี้" in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_large_network_prints_on_one_sheet(client, staff, live_server, chaired_network):
    """Thirty schools and fifteen members with long names and phones are one page of A4."""
    for n in range(30):
        school = make_school(name=f"บ้านควนขนุนหานโพธิ์ประชาอุปถัมภ์ {n}")
        Contact.objects.create(organization=school, position="ผอ.", name=f"{NAME} นามสกุลยาว", phone=PHONE)
        make_member(group=chaired_network, organization=school)
    for n in range(15):
        make_member(group=chaired_network, role=f"รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา {n}", phone=PHONE)
    client.force_login(staff)
    with browser_of(client, live_server) as page:
        page.goto(f"{chaired_network.get_absolute_url()}roster/")
        page.evaluate("document.fonts.ready")
        assert len(PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))) == 1
