"""The page of one school."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import SchoolYear
from partners.models import Contact, Document, FormerName
from projects.models import Audience, Contribution
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_organization,
    make_project,
    make_school,
    make_things,
)
from tests.places import own_subdistrict
from tests.reports.public.networks.pages import context_of, read, titles_of_year, took_part

pytestmark = pytest.mark.django_db


def test_codes_affiliation_and_place(client, school):
    """With links to its district and subdistrict; an unknown code is said."""
    school.subdistrict = own_subdistrict()
    school.save()
    page = read(client, school)
    for told in ("93020001", "1093020001", "สพฐ.", "/districts/9303/", "/subdistricts/930302/"):
        assert told in page
    assert "<dt>รหัส 8 หลัก</dt><dd>ไม่ระบุ</dd>" in read(client, make_school())


def test_its_size_over_the_years(client, school):
    """A bar for each of two years or more; one year needs no chart."""
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=1234, teachers=9)
    assert "<svg" not in read(client, school)
    SchoolYear.objects.create(school=school, academic_year=2556, pupils=120)
    page = read(client, school)
    assert page.count("<svg") == 2
    assert 'viewBox="0 0 1234 4"' in page
    assert "1,234" in page
    sizes = [size for _, size in context_of(client, school)["numbers"]]
    assert sizes == ["large", "small"]


def test_networks_and_clubs_of_today_and_earlier(client, school):
    """Those it left or that were dissolved are earlier ones; those to come are neither."""
    today = timezone.localdate()
    make_member(group=make_group(name="วันนี้"), organization=school, to_on=today)
    make_member(group=make_group(name="ออก"), organization=school, to_on=today - timedelta(1))
    make_member(group=make_group(name="ยุบ", dissolved_on=today - timedelta(1)), organization=school)
    make_member(group=make_group(name="พรุ่งนี้"), organization=school, from_on=today + timedelta(1))
    context = context_of(client, school)
    assert [seat.group.name for seat in context["seats_now"]] == ["วันนี้"]
    assert {seat.group.name for seat in context["seats_before"]} == {"ออก", "ยุบ"}


def test_projects_by_itself_its_network_and_its_subdistrict(client, school):
    """Not those of schools of another affiliation or place, of drafts or other years; those for all apart."""
    school.subdistrict = place = own_subdistrict()
    school.save()
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school)
    board = make_member(organization=school).group
    took_part(make_project(title="ตนเอง"), organization=school)
    took_part(make_project(title="เครือข่าย"), group=network)
    took_part(make_project(title="ตำบล"), subdistrict=place)
    took_part(make_project(title="สพฐ. ในตำบล"), subdistrict=place, affiliation="obec")
    took_part(make_project(title="เอกชนในตำบล"), subdistrict=place, affiliation="private")
    took_part(make_project(title="คณะกรรมการ"), group=board)
    took_part(make_project(title="อื่น"), organization=make_school())
    took_part(make_project(title="ร่าง", status="draft"), organization=school)
    took_part(make_project(title="ปีก่อน", fiscal_year=2556), organization=school)
    took_part(make_project(title="ทุกแห่ง"), audience=Audience.EVERY_SCHOOL)
    assert titles_of_year(client, school) == ["ตนเอง", "เครือข่าย", "ตำบล", "สพฐ. ในตำบล"]
    assert titles_of_year(client, school, year=2556) == ["ปีก่อน"]
    apart = context_of(client, school)["of_year"].for_every_school
    assert [project.title for project in apart] == ["ทุกแห่ง"]


@pytest.mark.parametrize(("from_on", "counts"), [(date(2014, 9, 30), True), (date(2014, 10, 1), False)])
def test_a_network_counts_for_the_years_in_which_it_belonged(client, school, from_on, counts):
    """What its network did before it came is not its own."""
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school, from_on=from_on)
    took_part(make_project(title="ค่าย"), group=network)
    assert (context_of(client, school)["years"] == [2557]) is counts
    assert ("ค่าย" in read(client, school)) is counts


def test_a_projects_money_is_not_what_the_school_received(client, school):
    """The one is the project's total, the other the total of what names the school as its recipient."""
    project = make_project()
    took_part(project, organization=school)
    make_contribution(project=project, amount=10000)
    make_contribution(project=project, amount=500, recipient=school)
    make_contribution(project=project, amount=900, recipient=school, receipt="planned")
    make_contribution(amount=70, recipient=school, project=make_project(status="draft"))
    make_things(project=make_project(), recipient=school)
    context = context_of(client, school)
    assert context["of_year"].totals == Contribution.objects.filter(project=project).totals()
    received = school.received_contributions.confirmed().in_year(2557)
    assert context["received"]["totals"] == received.totals()
    assert len(context["received"]["gifts"]) == 2
    assert context["received"]["totals"].cash == 500
    page = read(client, school)
    assert "รถบัส 2 คัน" in page
    assert "ไม่ใช่เงินที่โรงเรียนได้รับ" in page


def test_what_it_received_year_by_year(client, school):
    """Each year with its total, and the year asked for with its gifts."""
    for year in (2556, 2557):
        make_contribution(project=make_project(fiscal_year=year), amount=year, recipient=school)
    assert [year for year, _ in context_of(client, school)["received"]["by_year"]] == [2557, 2556]
    assert context_of(client, school, year=2556)["received"]["totals"].cash == 2556


def test_what_it_gave(client, school):
    """To whom; what others gave is not among it."""
    make_contribution(giver=school, amount=321, recipient=make_organization(name="หนอง"))
    make_contribution(amount=987)
    page = read(client, school)
    assert "ให้ อบต.หนอง" in page
    assert "321" in page
    assert "987" not in page
    assert "โรงเรียนเป็นผู้ให้" not in read(client, make_school())


def test_a_giver_is_named_as_in_the_year(client, school):
    """Under the name of the project's time."""
    giver = make_organization(name="ใหม่")
    FormerName.objects.create(organization=giver, kind="sao", name="เก่า", until=date(2015, 1, 1))
    make_contribution(giver=giver, recipient=school)
    page = read(client, school)
    assert "อบต.เก่า" in page
    assert "อบต.ใหม่" not in page


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "สิ้นสุดแล้ว"), (0, "มีผลอยู่ เหลือ 0 วัน"), (30, "มีผลอยู่ เหลือ 30 วัน")]
)
def test_agreements_with_state_and_days_left(client, school, days, words):
    """With the other party; on its last day it is still in force."""
    ends = timezone.localdate() + timedelta(days)
    make_agreement(school, make_organization(name="หนอง"), title="ความร่วมมือ", end="dated", ends_on=ends)
    page = read(client, school)
    assert "กับ องค์การบริหารส่วนตำบลหนอง<" in page
    assert words in page


def test_drafts_and_the_agreements_of_others_are_not_told(client, school):
    """Only confirmed ones to which it is a party."""
    make_agreement(school, make_organization(), status="draft")
    make_agreement(make_school(), make_organization())
    assert context_of(client, school)["agreements"] == []


NAME, PHONE = "นายสมชาย ใจดี", "0812345678"


@pytest.mark.parametrize(
    ("who", "seen"),
    [(None, False), ("outsider", False), ("director", False), ("administrator", False), ("editor", True)],
)
@pytest.mark.parametrize("public", [True, False])
def test_a_contact_is_public_or_for_those_who_may_read_people(as_who, school, who, seen, public):
    """Name and phone alike."""
    Contact.objects.create(organization=school, position="ผอ.", name=NAME, phone=PHONE, is_public=public)
    page = read(as_who(who), school)
    assert (NAME in page) is (seen or public)
    assert (PHONE in page) is (seen or public)


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", True), ("editor", True)])
def test_a_group_of_a_hidden_kind_is_for_the_signed_in(as_who, school, who, seen):
    """Nor is an outsider shown the projects that would betray it."""
    colour = make_group(name="กลุ่มสีแดง", kind=make_kind(schools_belong=True, members_hidden=True))
    make_member(group=colour, organization=school)
    took_part(make_project(title="ค่ายสีแดง"), group=colour)
    page = read(as_who(who), school)
    assert ("กลุ่มสีแดง" in page) is seen
    assert ("ค่ายสีแดง" in page) is seen


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
@pytest.mark.parametrize("public", [True, False])
def test_a_paper_it_issued(as_who, school, who, seen, public):
    """Public ones for all, others for staff who may view documents."""
    Document.objects.create(kind="other", title="ประกาศ ก", issuer=school, is_public=public)
    assert ("ประกาศ ก" in read(as_who(who), school)) is (seen or public)


def test_the_source_note_and_signatories_are_never_told(staff_client, school):
    """Not even to staff: they stand in the records."""
    school.source_note = "จดจากคำบอก"
    school.save()
    agreement = make_agreement(school, make_organization())
    agreement.parties.update(signatory_name="นายผู้ลงนาม")
    page = read(staff_client, school)
    assert "จดจากคำบอก" not in page
    assert "นายผู้ลงนาม" not in page


def test_an_empty_school_says_what_is_missing(client, school, staff, client_of):
    """And staff see where to change it."""
    page = read(client, school)
    for missing in ("ยังไม่ได้บันทึกว่าอยู่ในเครือข่ายใด", "ยังไม่ได้บันทึกจำนวนนักเรียน", "ยังไม่มีบันทึกข้อตกลง"):
        assert missing in page
    edit = f"/admin/networks/school/{school.pk}/change/"
    assert edit not in page
    assert edit in read(client_of(staff), school)


@pytest.mark.parametrize("asked", ["abc", "-1", "2599"])
def test_an_unknown_year_gives_the_newest_with_a_note(client, school, asked):
    """Never an error."""
    took_part(make_project(title="ค่าย"), organization=school)
    page = read(client, school, year=asked)
    assert f"ไม่มีข้อมูลของปี “{asked}”" in page
    assert "ค่าย" in page


def test_what_is_no_school_is_not_found(client):
    """Another organization has its own page."""
    assert client.get(f"/schools/{make_organization().code}/").status_code == 404
