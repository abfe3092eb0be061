"""The page of one network, club or board."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import GroupResult, GroupYear, KindDuty, SchoolYear
from partners.models import FormerName
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


def test_the_trail_leads_to_its_kind(client, network):
    """To the place of the kind in the index."""
    assert f'<a href="/networks/#kind-{network.kind_id}">ศูนย์เครือข่าย</a>' in read(client, network)
    assert f'id="kind-{network.kind_id}"' in client.get("/networks/").content.decode()


def test_its_own_and_the_shared_duties(client):
    """Each with its heading; an empty purpose prints none."""
    group = make_group(kind=make_kind(purpose="ร่วมมือกัน", usual_seats="กำนัน\nครู"), duties="ก\nข")
    KindDuty.objects.create(kind=group.kind, heading="พัฒนาสมาชิก", text="ช่วยสมาชิก")
    page = read(client, group)
    for told in ("<li>ก</li>", "<li>ข</li>", "ร่วมมือกัน", "พัฒนาสมาชิก", "ช่วยสมาชิก", "กำนัน · ครู"):
        assert told in page
    assert "วัตถุประสงค์และหน้าที่" not in read(client, make_group())


def test_members_by_position_with_seats_and_terms(client):
    """The highest first, and how many seats in words."""
    group = make_group()
    make_member(
        group=group, role="รอง ผอ.สพป.", seats_low=1, seats_high=2, seats_per="กลุ่ม", to_on=date(2100, 9, 30)
    )
    make_member(group=group, organization=make_organization(name="หนอง"), position="chair")
    page = read(client, group)
    assert page.index("<h3>ประธาน</h3>") < page.index("<h3>กรรมการ</h3>")
    assert "(กลุ่มละ 1–2 คน)" in page
    assert "ถึง 30 ก.ย. 2643" in page


@pytest.mark.parametrize(("days", "place"), [(-1, "past"), (0, "now"), (1, "now")])
def test_a_term_ends_after_its_last_day(client, days, place):
    """On its last day a member still sits."""
    group = make_group()
    make_member(group=group, role="ครู", to_on=timezone.localdate() + timedelta(days))
    seats = context_of(client, group)["seats"]
    assert [seat.name for seat in getattr(seats, place)] == ["ครู"]
    assert len(seats.now) + len(seats.past) == 1


def test_a_term_that_has_not_begun_stands_apart(client):
    """Who will sit from tomorrow does not sit today."""
    group = make_group()
    make_member(group=group, role="ครู", from_on=timezone.localdate() + timedelta(1))
    seats = context_of(client, group)["seats"]
    assert ([seat.name for seat in seats.ahead], seats.now) == (["ครู"], [])
    assert "วาระที่ยังไม่เริ่ม 1 รายการ" in read(client, group)


def test_an_office_that_nobody_holds_is_a_vacancy(client):
    """Of a secretary who left, and of the chair wherever somebody ever sat; not of an office that is held."""
    group = make_group()
    make_member(group=group, role="ก", position="secretary", to_on=date(2014, 9, 30))
    make_member(group=group, role="ข", position="adviser", to_on=date(2014, 9, 30))
    make_member(group=group, role="ค", position="adviser")
    vacancies = context_of(client, group)["seats"].vacancies
    assert [position for position, _ in vacancies] == ["chair", "secretary"]
    assert "ตำแหน่งว่าง: เลขานุการ (วาระล่าสุดสิ้นสุด 30 ก.ย. 2557)" in read(client, group)
    assert "ตำแหน่งว่าง" not in read(client, make_group())


def test_a_committee_of_ended_terms_says_so(client):
    """Everybody's term is over."""
    group = make_group()
    make_member(group=group, role="ก", to_on=date(2014, 9, 30))
    assert "วาระของทุกคนสิ้นสุดแล้ว" in read(client, group)
    make_member(group=group, role="ข")
    assert "วาระของทุกคนสิ้นสุดแล้ว" not in read(client, group)


@pytest.mark.parametrize(
    ("until", "name"),
    [(date(2014, 9, 29), "อบต.ใหม่"), (date(2014, 9, 30), "อบต.เก่า"), (date(2015, 1, 1), "อบต.เก่า")],
)
def test_a_past_member_is_named_as_at_the_end_of_the_term(client, until, name):
    """An organization that bears another name today; who still sits bears that of today."""
    organization = make_organization(name="ใหม่")
    FormerName.objects.create(organization=organization, kind="sao", name="เก่า", until=until)
    FormerName.objects.create(organization=organization, kind="sao", name="เก่าแก่", until=date(2010, 1, 1))
    group = make_group()
    make_member(group=group, organization=organization, to_on=date(2014, 9, 30))
    make_member(group=group, organization=organization)
    make_member(group=group, organization=organization, to_on=date(2100, 9, 30))
    seats = context_of(client, group)["seats"]
    assert [seat.name for seat in seats.past] == [name]
    assert [seat.name for seat in seats.now] == ["อบต.ใหม่"] * 2


def test_member_schools_with_size_and_newest_numbers(client, network):
    """Each once, those of today, in dictionary order; a board has no table of schools."""
    school = make_school(name="ข")
    SchoolYear.objects.create(school=school, academic_year=2556, pupils=700, teachers=9)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=121, teachers=7)
    make_member(group=network, organization=school)
    make_member(group=network, organization=school, position="chair")
    make_member(group=network, organization=make_school(name="ก"))
    make_member(group=network, organization=make_school(name="เดิม"), to_on=date(2014, 1, 1))
    schools = context_of(client, network)["seats"].schools
    assert [seat.membership.organization.name for seat in schools] == ["ก", "ข"]
    assert (schools[1].membership.pupils, schools[1].membership.teachers, schools[1].size) == (
        121,
        7,
        "middle",
    )
    board = make_member(organization=school).group
    assert "โรงเรียนสมาชิก" not in read(client, board)


def test_a_plain_member_school_stands_in_the_table_alone(client, network):
    """One with an office stands among the committee too."""
    make_member(group=network, organization=make_school(name="ก"))
    make_member(group=network, organization=make_school(name="ข"), position="secretary")
    seats = context_of(client, network)["seats"]
    assert [seat.name for seat in seats.committee] == ["ร.ร.ข"]
    assert len(seats.schools) == 2


def test_what_it_did_in_a_year_with_teams_and_results(client):
    """The year asked for is told open, the others folded."""
    group = make_group(kind=make_kind(works_in_teams=True))
    year = GroupYear.objects.create(
        group=group, fiscal_year=2557, teams=16, people_per_team=3, activities="เยี่ยมบ้าน"
    )
    GroupResult.objects.create(year=year, what="นักเรียน", low=4, high=5, unit="คน")
    GroupYear.objects.create(group=group, fiscal_year=2556, activities="ปีก่อน")
    page = read(client, group)
    assert "16 ชุด ชุดละ 3 คน รวม 48 คน" in page
    assert "4–5 คน" in page
    assert context_of(client, group, year=2556)["done"].activities == "ปีก่อน"


def test_projects_of_the_group_its_schools_and_its_subdistrict(client, network):
    """Not those of other groups, schools or years, nor drafts; those for every school stand apart."""
    network.subdistrict = own_subdistrict()
    network.save()
    school = make_school()
    make_member(group=network, organization=school)
    took_part(make_project(title="กลุ่ม"), group=network)
    took_part(make_project(title="โรงเรียน"), organization=school)
    took_part(make_project(title="ตำบล"), subdistrict=network.subdistrict)
    took_part(make_project(title="ทุกโรงเรียน"), audience=Audience.EVERY_SCHOOL)
    took_part(make_project(title="กลุ่มอื่น"), group=make_group())
    took_part(make_project(title="โรงเรียนอื่น"), organization=make_school())
    took_part(make_project(title="ร่าง", status="draft"), organization=school)
    took_part(make_project(title="ปีก่อน", fiscal_year=2556), organization=school)
    assert titles_of_year(client, network) == ["กลุ่ม", "โรงเรียน", "ตำบล"]
    assert titles_of_year(client, network, year=2556) == ["ปีก่อน"]
    apart = context_of(client, network)["of_year"].for_every_school
    assert [project.title for project in apart] == ["ทุกโรงเรียน"]


@pytest.mark.parametrize(("to_on", "counts"), [(date(2013, 9, 30), False), (date(2013, 10, 1), True)])
def test_a_school_counts_for_the_years_in_which_it_belonged(client, network, to_on, counts):
    """A day of the fiscal year is enough."""
    school = make_school()
    make_member(group=network, organization=school, to_on=to_on)
    took_part(make_project(title="ค่าย"), organization=school)
    assert (context_of(client, network)["years"] == [2557]) is counts
    assert ("ค่าย" in read(client, network)) is counts


def test_a_year_with_projects_for_every_school_only_is_not_offered(client, network):
    """Those reached everybody, so they make no year of its own."""
    took_part(make_project(fiscal_year=2556), audience=Audience.EVERY_SCHOOL)
    assert context_of(client, network)["years"] == []
    took_part(make_project(fiscal_year=2557), group=network)
    assert context_of(client, network)["years"] == [2557]


def test_who_gave_and_the_total_of_those_projects(client, network):
    """A project that two schools joined is added once; things are told apart from money; plans are no money."""
    giver = make_organization(name="ใหม่")
    FormerName.objects.create(organization=giver, kind="sao", name="เก่า", until=date(2015, 1, 1))
    project = make_project(partner=giver)
    for _ in range(2):
        school = make_school()
        make_member(group=network, organization=school)
        took_part(project, organization=school)
    make_contribution(project=project, amount=45500)
    make_contribution(project=project, amount=30000)
    make_contribution(project=project, amount=999, receipt="planned")
    make_things(project=project)
    make_contribution(amount=7)
    of_year = context_of(client, network)["of_year"]
    assert of_year.totals == Contribution.objects.filter(project=project).totals()
    assert of_year.totals == of_year.projects[0].totals
    page = read(client, network)
    assert "75,500" in page
    assert "รถบัส 2 คัน" in page
    assert "อบต.เก่า" in page
    assert "อบต.ใหม่" not in page


@pytest.mark.parametrize(("days", "seen"), [(-1, False), (0, True), (90, True), (91, False)])
def test_agreements_of_its_schools_that_end_soon(client, network, days, seen):
    """From the last day back ninety days, with the days left."""
    school = make_school()
    make_member(group=network, organization=school)
    ends = timezone.localdate() + timedelta(days)
    make_agreement(school, make_organization(), title="MOU ของเรา", end="dated", ends_on=ends)
    page = read(client, network)
    assert ("MOU ของเรา" in page) is seen
    assert (f"เหลือ {days} วัน" in page) is (seen and days > 0)


def test_agreements_of_others_and_drafts_are_not_told(client, network):
    """Nor those of a school that left."""
    school, left = make_school(), make_school()
    make_member(group=network, organization=school)
    make_member(group=network, organization=left, to_on=date(2014, 1, 1))
    ends = {"end": "dated", "ends_on": timezone.localdate()}
    make_agreement(school, make_organization(), status="draft", **ends)
    make_agreement(left, make_organization(), **ends)
    make_agreement(make_school(), make_organization(), **ends)
    assert context_of(client, network)["ending"] == []


def test_an_empty_group_says_what_is_missing(client, staff, client_of, network):
    """And to staff where to add it."""
    edit = f"/admin/networks/group/{network.pk}/change/"
    page = read(client, network)
    for missing in ("โรงเรียนสมาชิก", "กรรมการ", "ผลการดำเนินงาน", "คำสั่งแต่งตั้ง"):
        assert f"ยังไม่ได้บันทึก{missing}" in page
    assert edit not in page
    assert edit in read(client_of(staff), network)


@pytest.mark.parametrize("asked", ["abc", "-1", "2599"])
def test_an_unknown_year_gives_the_newest_with_a_note(client, network, asked):
    """Never an error."""
    GroupYear.objects.create(group=network, fiscal_year=2557, activities="ประชุม")
    assert f"ไม่มีข้อมูลของปี “{asked}”" in read(client, network, year=asked)
    assert "ประชุม" in read(client, network, year=asked)


def test_an_unknown_group_is_not_found(client):
    """Nor its roster."""
    for tail in ("", "roster/", "roster.xlsx"):
        assert client.get(f"/networks/G-999/{tail}").status_code == 404
