"""The public lists of partners and agreements: who stands where, and under what name."""

from datetime import date

import pytest

from partners.models import AgreementEnd, FormerName, OrganizationKind
from portal.records import Publication
from tests.factories import (
    make_agreement,
    make_contribution,
    make_organization,
    make_person,
    make_project,
    make_school,
    make_things,
)

pytestmark = pytest.mark.django_db


def parts(response):
    """The names under each heading of the list."""
    return {
        part.name: [organization.in_its_time.public_name for organization in found]
        for part, found in response.context["parts"]
    }


def test_partners_supporters_and_others_stand_apart(client):
    """Partners in the order of their projects, then who only gave, then the rest of the register."""
    second = make_project(partner=make_organization(name="ก้าว"), position=2)
    make_project(partner=make_organization(name="หนอง"), position=1)
    make_things(project=second, giver=make_organization(kind=OrganizationKind.MILITARY, name="กองพัน 1"))
    make_organization(name="อื่น")
    assert parts(client.get("/partners/")) == {
        "PARTNER": ["องค์การบริหารส่วนตำบลหนอง", "องค์การบริหารส่วนตำบลก้าว"],
        "SUPPORTER": ["กองพัน 1"],
        "OTHER": ["องค์การบริหารส่วนตำบลอื่น"],
    }


def test_partner_of_a_draft_is_no_partner(client):
    """It stands among the others."""
    make_project(partner=make_organization(name="ร่าง"), status=Publication.DRAFT)
    assert parts(client.get("/partners/")) == {"OTHER": ["องค์การบริหารส่วนตำบลร่าง"]}


def test_giver_to_a_draft_is_no_supporter(client):
    """What a draft received is not told."""
    draft = make_project(status=Publication.DRAFT)
    make_contribution(project=draft, giver=make_organization(name="ผู้ให้"))
    assert "SUPPORTER" not in parts(client.get("/partners/"))


def test_giver_of_what_is_only_planned_is_no_supporter(client):
    """A plan is no gift."""
    make_contribution(project=make_project(), giver=make_organization(name="ผู้ให้"), receipt="planned")
    assert "SUPPORTER" not in parts(client.get("/partners/"))


def test_office_is_never_a_partner(client):
    """The office itself is left out."""
    make_project(partner=make_organization(kind=OrganizationKind.OFFICE, name="ตัวอย่าง"))
    assert parts(client.get("/partners/")) == {}


def test_person_stands_under_the_role_only(client):
    """To outsiders."""
    make_contribution(project=make_project(), giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = client.get("/partners/").text
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page


def test_person_and_school_without_part_in_the_year_are_not_listed(client):
    """Neither belongs to the register of partners."""
    make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_school()
    assert parts(client.get("/partners/")) == {}


def test_year_uses_the_name_of_its_time(client):
    """An อบต. that became a เทศบาล bears the name of the year asked for."""
    partner = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="หนอง")
    FormerName.objects.create(
        organization=partner, kind=OrganizationKind.SAO, name="หนอง", until=date(2015, 1, 1)
    )
    make_project(partner=partner, fiscal_year=2557)
    make_project(partner=partner, fiscal_year=2560)
    assert parts(client.get("/partners/?year=2557"))["PARTNER"] == ["องค์การบริหารส่วนตำบลหนอง"]
    assert parts(client.get("/partners/?year=2560"))["PARTNER"] == ["เทศบาลตำบลหนอง"]


def test_source_note_stays_inside(client):
    """Neither list tells where a record was taken from."""
    make_project(partner=make_organization(source_note="จดจากคำบอก"), source_note="จดจากคำบอก")
    make_agreement(source_note="จดจากคำบอก")
    assert "จดจากคำบอก" not in client.get("/partners/").text
    assert "จดจากคำบอก" not in client.get("/agreements/").text


def test_empty_register_says_so(client):
    """In both lists."""
    assert "ยังไม่มีหน่วยงานในทะเบียน" in client.get("/partners/").text
    assert "ยังไม่มีบันทึกข้อตกลง" in client.get("/agreements/").text


def test_agreement_shows_parties_and_state(client):
    """Organizations by name, a person by role, and that it is in force."""
    make_agreement(
        make_organization(name="หนอง"), make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"), title="ศูนย์เรียนรู้"
    )
    page = client.get("/agreements/").text
    assert "ศูนย์เรียนรู้" in page
    assert "องค์การบริหารส่วนตำบลหนอง · ปราชญ์ชาวบ้าน" in page
    assert "มีผลอยู่" in page
    assert "สมชาย" not in page


def test_agreement_that_ended_says_so(client):
    """With its last day."""
    make_agreement(starts_on=date(2014, 1, 1), end=AgreementEnd.DATED, ends_on=date(2014, 12, 31))
    page = client.get("/agreements/").text
    assert "สิ้นสุดแล้ว" in page
    assert "31 ธันวาคม 2557" in page


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_agreement_not_confirmed_is_not_seen(client, status):
    """Neither a draft nor a cancelled one."""
    make_agreement(title="ข้อตกลงที่ยังไม่ยืนยัน", status=status)
    assert "ข้อตกลงที่ยังไม่ยืนยัน" not in client.get("/agreements/").text
