from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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


def queries(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_partners_supporters_and_others_stand_apart(client):
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
    make_project(partner=make_organization(name="ร่าง"), status=Publication.DRAFT)
    assert parts(client.get("/partners/")) == {"OTHER": ["องค์การบริหารส่วนตำบลร่าง"]}


def test_giver_to_a_draft_is_no_supporter(client):
    draft = make_project(status=Publication.DRAFT)
    make_contribution(project=draft, giver=make_organization(name="ผู้ให้"))
    assert "SUPPORTER" not in parts(client.get("/partners/"))


def test_giver_of_what_is_only_planned_is_no_supporter(client):
    make_contribution(project=make_project(), giver=make_organization(name="ผู้ให้"), receipt="planned")
    assert "SUPPORTER" not in parts(client.get("/partners/"))


def test_office_is_never_a_partner(client):
    make_project(partner=make_organization(kind=OrganizationKind.OFFICE, name="ตัวอย่าง"))
    assert parts(client.get("/partners/")) == {}


def test_person_stands_under_the_role_only(client):
    make_contribution(project=make_project(), giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = client.get("/partners/").content.decode()
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page


def test_person_and_school_without_part_in_the_year_are_not_listed(client):
    make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_school()
    assert parts(client.get("/partners/")) == {}


def test_year_uses_the_name_of_its_time(client):
    partner = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="หนอง")
    FormerName.objects.create(
        organization=partner, kind=OrganizationKind.SAO, name="หนอง", until=date(2015, 1, 1)
    )
    make_project(partner=partner, fiscal_year=2557)
    make_project(partner=partner, fiscal_year=2560)
    assert parts(client.get("/partners/?year=2557"))["PARTNER"] == ["องค์การบริหารส่วนตำบลหนอง"]
    assert parts(client.get("/partners/?year=2560"))["PARTNER"] == ["เทศบาลตำบลหนอง"]


def test_source_note_stays_inside(client):
    make_project(partner=make_organization(source_note="จดจากคำบอก"), source_note="จดจากคำบอก")
    make_agreement(source_note="จดจากคำบอก")
    assert "จดจากคำบอก" not in client.get("/partners/").content.decode()
    assert "จดจากคำบอก" not in client.get("/agreements/").content.decode()


@pytest.mark.parametrize("asked", ["year=abc", "year=2600", "page=-1", "page=x", "page=999"])
def test_bad_question_gives_the_page_with_a_note(client, asked):
    make_project()
    response = client.get(f"/partners/?{asked}")
    assert response.status_code == 200
    assert 'class="note"' in response.content.decode()


def test_empty_register_says_so(client):
    assert "ยังไม่มีหน่วยงานในทะเบียน" in client.get("/partners/").content.decode()
    assert "ยังไม่มีบันทึกข้อตกลง" in client.get("/agreements/").content.decode()


def test_agreement_shows_parties_and_state(client):
    make_agreement(
        make_organization(name="หนอง"), make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"), title="ศูนย์เรียนรู้"
    )
    page = client.get("/agreements/").content.decode()
    assert "ศูนย์เรียนรู้" in page
    assert "องค์การบริหารส่วนตำบลหนอง · ปราชญ์ชาวบ้าน" in page
    assert "มีผลอยู่" in page
    assert "สมชาย" not in page


def test_agreement_that_ended_says_so(client):
    make_agreement(starts_on=date(2014, 1, 1), end=AgreementEnd.DATED, ends_on=date(2014, 12, 31))
    page = client.get("/agreements/").content.decode()
    assert "สิ้นสุดแล้ว" in page
    assert "31 ธันวาคม 2557" in page


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_agreement_not_confirmed_is_not_seen(client, status):
    make_agreement(title="ข้อตกลงที่ยังไม่ยืนยัน", status=status)
    assert "ข้อตกลงที่ยังไม่ยืนยัน" not in client.get("/agreements/").content.decode()


@pytest.mark.parametrize("address", ["/partners/", "/agreements/"])
def test_queries_do_not_grow(client, address):
    def grow(times):
        for _ in range(times):
            make_contribution(giver=make_organization())
            make_agreement()

    grow(10)
    few = queries(client, address)
    grow(90)
    assert queries(client, address) == few
