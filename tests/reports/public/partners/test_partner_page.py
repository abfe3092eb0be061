"""An organization's own page."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from partners.models import AgreementEnd, Contact, FormerName, OrganizationKind
from portal.records import Publication
from projects.models import Participation
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_organization,
    make_person,
    make_project,
    make_school,
    make_things,
)
from tests.places import own_subdistrict
from tests.reading import page_of

pytestmark = pytest.mark.django_db


def years_of(client, partner):
    return client.get(f"/partners/{partner.code}/").context["years"]


def test_every_year_with_its_projects_and_what_was_given_in_it(client):
    """Newest year first, each with its projects and the total that the list of gifts has."""
    partner = make_organization()
    old = make_project(partner=partner, fiscal_year=2556)
    first, second = (make_project(partner=partner, position=n) for n in (1, 2))
    make_contribution(project=old, amount=10)
    make_contribution(project=first, amount=100)
    make_contribution(project=second, amount=None)
    newest, before = years_of(client, partner)
    assert (newest["year"], before["year"]) == (2557, 2556)
    assert [project for project, *_ in newest["rows"]] == [first, second]
    assert (newest["totals"].cash, newest["totals"].cash_unknown) == (100, 1)
    listed = client.get(f"/contributions/?year=2557&giver={partner.code}").context["totals"]
    assert newest["totals"] == listed
    assert before["totals"].cash == 10


def test_what_others_gave_to_its_projects_is_told_apart(client):
    """The baht of others stand beside the project and are not counted as its own."""
    partner = make_organization()
    project = make_project(partner=partner)
    make_contribution(project=project, giver=make_organization(), amount=30_000)
    make_things(project=project, giver=make_organization())
    [year] = years_of(client, partner)
    assert year["totals"] is None
    assert "ผู้อื่นให้ 30,000 บาท · รถบัส 2 คัน" in page_of(client, partner)


def test_what_it_gave_to_the_projects_of_others(client):
    """A supporter's page has the projects to which it gave, under whose they are, and no chapter in the report."""
    giver, teller = make_organization(name="ผู้ให้"), make_organization(name="เจ้าของ")
    make_things(project=make_project(partner=teller), giver=giver)
    page = page_of(client, giver)
    assert "โครงการของอบต.เจ้าของ" in page
    assert "รถบัส 2 คัน" in page
    assert "#partner-" not in page
    assert f"/reports/2557/#partner-{teller.code}" in page_of(client, teller)


def test_drafts_and_plans_are_not_told(client):
    """Neither a draft nor a gift that is only planned makes a year."""
    partner = make_organization()
    make_contribution(project=make_project(partner=partner, title="ร่างลับ", status=Publication.DRAFT))
    make_contribution(project=make_project(title="ตั้งไว้"), giver=partner, receipt="planned")
    assert years_of(client, partner) == []
    page = page_of(client, partner)
    assert "ร่างลับ" not in page
    assert "ยังไม่มีโครงการหรือการสนับสนุนที่ยืนยันแล้ว" in page


def test_former_names_and_the_name_of_each_year(client):
    """A former name is told with its last day, and a year is told under the name of its time."""
    partner = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2014, 9, 30))
    make_project(partner=partner, fiscal_year=2557)
    make_project(partner=partner, fiscal_year=2558)
    page = page_of(client, partner)
    assert "เดิมชื่อ องค์การบริหารส่วนตำบลเก่า ใช้ถึง 30 กันยายน 2557" in page
    assert page.count("ในนาม องค์การบริหารส่วนตำบลเก่า") == 1


def test_schools_that_took_part(client):
    """Each school by name once, networks and every school in words, other audiences not at all."""
    partner, school = make_organization(), make_school(name="วัดหวัง")
    for project in (make_project(partner=partner), make_project(partner=partner)):
        Participation.objects.create(project=project, organization=school)
        Participation.objects.create(project=project, audience="every_school")
    Participation.objects.create(project=project, audience="group", group=make_group(name="เครือข่ายควนขนุน"))
    Participation.objects.create(project=project, audience="words", words="เด็กและเยาวชน")
    Participation.objects.create(project=make_project(), organization=make_school(name="ไกล"))
    context = client.get(f"/partners/{partner.code}/").context
    assert [each.code for each in context["schools"]] == [school.code]
    assert context["others"] == ["ทุกโรงเรียนในสังกัด", "โรงเรียนในเครือข่ายควนขนุน"]


def test_agreements_with_state_and_days_left(client):
    """What it signed, how it stands and how long it lasts; a draft is not told."""
    partner, today = make_organization(), timezone.localdate()
    make_agreement(partner, make_school(), title="สิ้นปี", end=AgreementEnd.DATED, ends_on=today + timedelta(45))
    make_agreement(partner, make_school(), title="ร่าง", status=Publication.DRAFT)
    context = client.get(f"/partners/{partner.code}/").context
    [(agreement, state, days_left)] = context["agreements"]
    assert (agreement.title, state, days_left) == ("สิ้นปี", "in_force", 45)
    assert "เหลือ 45 วัน" in page_of(client, partner)


def test_contacts_for_everybody_and_for_staff(client, client_of, editor):
    """An outsider reads the contacts that are public, staff who may read people all of them."""
    partner = make_organization()
    Contact.objects.create(
        organization=partner, position="ปลัด", name="นางเปิดเผย", phone="074-600-000", is_public=True
    )
    Contact.objects.create(organization=partner, position="ธุรการ", name="นายปกปิด", phone="081-111-1111")
    page = page_of(client, partner)
    assert "นางเปิดเผย" in page
    for hidden in ("ธุรการ", "นายปกปิด", "081-111-1111"):
        assert hidden not in page
    assert "นายปกปิด" in page_of(client_of(editor), partner)


def test_a_private_person_is_the_role(client, client_of, editor):
    """Of a person an outsider reads the role; staff who may read people the name and the place."""
    home = {"address": "12 หมู่ 3", "subdistrict": own_subdistrict()}
    person = make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา", **home)
    FormerName.objects.create(organization=person, kind="person", name="นายสมหมาย", until=date(2014, 9, 30))
    make_contribution(giver=person)
    page = page_of(client, person)
    assert "<h1>ผู้มีจิตศรัทธา</h1>" in page
    for hidden in ("สมชาย", "สมหมาย", "12 หมู่ 3", "ควนขนุน"):
        assert hidden not in page
    page = page_of(client_of(editor), person)
    assert "<h1>นายสมชาย ใจดี</h1>" in page
    assert "12 หมู่ 3" in page


def test_a_school_has_its_page_among_the_schools(client):
    """The address of a school as a partner leads to its page as a school."""
    school = make_school()
    response = client.get(f"/partners/{school.code}/")
    assert (response.status_code, response.url) == (301, f"/schools/{school.code}/")


def test_unknown_code(client):
    """A code that was never given has no page."""
    assert client.get("/partners/O-999/").status_code == 404


def test_only_staff_are_shown_the_way_to_the_record(client, client_of, editor):
    """An edit link for who may change it, and a note about sources for nobody."""
    partner = make_organization(source_note="จดจากคำบอก")
    assert "/change/" not in page_of(client, partner)
    page = page_of(client_of(editor), partner)
    assert f"/admin/partners/organization/{partner.pk}/change/" in page
    assert "จดจากคำบอก" not in page
