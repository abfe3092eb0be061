"""The index of networks, clubs and boards: by kind, counted and claimed, with chairs and schools."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import GroupYear, KindYear
from partners.models import FormerName
from tests.factories import make_group, make_kind, make_member, make_organization, make_school
from tests.reading import page_at
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db

LIST = "/networks/"


def of(client, **query):
    """The names of the groups on the page, by kind."""
    kinds = client.get(LIST, query).context["kinds"]
    return {row["kind"].name: [group.name for group in row["groups"]] for row in kinds}


def test_groups_stand_under_their_kinds_in_order(client):
    """Internal kinds before external ones, then in their order."""
    make_group(kind=make_kind(name="ชมรมครู", order=2), name="ชมรมภาษาไทย")
    make_group(kind=make_kind(name="ศูนย์เครือข่าย", order=1), name="เครือข่ายบางแก้ว")
    make_group(kind=make_kind(name="บอร์ด", order=3, scope="internal"), name="บอร์ดบริหาร")
    assert list(of(client).items()) == [
        ("บอร์ด", ["บอร์ดบริหาร"]),
        ("ศูนย์เครือข่าย", ["เครือข่ายบางแก้ว"]),
        ("ชมรมครู", ["ชมรมภาษาไทย"]),
    ]
    assert page_at(client, LIST).index("เครือข่ายภายใน") < page_at(client, LIST).index("เครือข่ายภายนอก")


def test_counted_and_claimed_stand_beside_each_other(client):
    """What the newest year claims is told with its year, and never mixed with what is counted."""
    kind = make_kind(name="ชมรมครู", unit="ชมรม")
    make_group(kind=kind)
    KindYear.objects.create(kind=kind, fiscal_year=2556, claimed=9)
    KindYear.objects.create(kind=kind, fiscal_year=2557, claimed=11)
    assert "มีรายชื่อ 1 ชมรม · แจ้งไว้ปี 2557 11 ชมรม" in page_at(client, LIST)
    assert "แจ้งไว้ปี 2556 9 ชมรม" in page_at(client, LIST, year=2556)


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"established_on": date(2014, 9, 30)}, {2557, None}),
        ({"established_on": date(2014, 10, 1)}, {None}),
        ({"dissolved_on": date(2013, 10, 1)}, {2557}),
        ({"dissolved_on": date(2013, 9, 30)}, set()),
    ],
)
def test_a_year_shows_the_groups_that_stood_in_it(client, fields, years):
    """A day of the year is enough; without a year, those of today."""
    group = make_group(**fields)
    KindYear.objects.create(kind=group.kind, fiscal_year=2557)
    for year in (2557, None):
        query = {"year": year} if year else {}
        assert (group.name in page_at(client, LIST, **query)) is (year in years)


def test_an_unknown_year_gives_the_newest_with_a_note(client):
    """The page says which it is, and which was not found."""
    GroupYear.objects.create(group=make_group(), fiscal_year=2557)
    page = page_at(client, LIST, year="2600")
    assert "ในปีงบประมาณ 2557" in page
    assert "ไม่มีข้อมูลของปี “2600”" in page


def test_words_find_groups_and_leave_out_kinds_without_any(client):
    """Whatever the tones and spaces."""
    make_group(kind=make_kind(name="ชมรม"), name="ชมรมภาษาไทย")
    make_group(kind=make_kind(name="บอร์ด"), name="บอร์ดบริหาร")
    assert of(client, q="ภาษา ไทย") == {"ชมรม": ["ชมรมภาษาไทย"]}
    assert of(client, q="ไม่มีชื่อนี้") == {}


def test_one_kind_can_be_asked_for(client):
    """The others are left out; a kind that does not exist is passed over with a word."""
    group = make_group(kind=make_kind(name="ชมรม"), name="ก")
    make_group(kind=make_kind(name="บอร์ด"), name="ข")
    assert of(client, kind=group.kind_id) == {"ชมรม": ["ก"]}
    assert of(client, kind="x") == {"ชมรม": ["ก"], "บอร์ด": ["ข"]}


def test_a_kind_without_names_says_so(client):
    """Nameless groups are a claim of their kind."""
    make_kind(name="กลุ่มสี")
    assert "ไม่ระบุรายชื่อ" in page_at(client, LIST)


def test_the_chair_is_named_as_in_the_year(client):
    """An organization under the name of its time; today under that of today."""
    organization = make_organization(name="หนอง")
    FormerName.objects.create(organization=organization, kind="sao", name="เก่า", until=date(2015, 1, 1))
    group = make_group()
    make_member(group=group, organization=organization, position="chair")
    GroupYear.objects.create(group=group, fiscal_year=2557)
    assert "ประธาน: อบต.เก่า" in page_at(client, LIST, year=2557)
    assert "ประธาน: อบต.หนอง" in page_at(client, LIST)


def test_schools_of_the_day_are_counted_once(client):
    """Neither one that left, nor one that holds two seats twice, nor an organization that is no school."""
    group = make_group(kind=make_kind(schools_belong=True))
    yesterday = timezone.localdate() - timedelta(1)
    school = make_school()
    make_member(group=group, organization=school)
    make_member(group=group, organization=school, position="chair")
    make_member(group=group, organization=make_school(), to_on=yesterday)
    make_member(group=group, organization=make_organization())
    assert "โรงเรียน 1 แห่ง" in page_at(client, LIST)


NAME, PHONE = "นายสมชาย ใจดี", "0812345678"


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
def test_the_name_of_a_chair_is_for_those_who_may_read_it(as_who, who, seen):
    """Others read that it is withheld; the phone stands on no index."""
    group = make_group(source_note="จดจากคำบอก")
    make_member(group=group, person=NAME, phone=PHONE, position="chair")
    make_member(group=group, person="นางกรรมการ", position="member")
    page = page_at(as_who(who), LIST)
    assert (NAME in page) is seen
    assert ("ประธาน: ไม่เผยแพร่ชื่อ" in page) is not seen
    for hidden in (PHONE, "นางกรรมการ", "จดจากคำบอก"):
        assert hidden not in page


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", True), ("editor", True)])
def test_members_of_a_hidden_kind_are_for_the_signed_in(as_who, who, seen):
    """Outsiders read neither its chair nor how many schools belong to it."""
    group = make_group(kind=make_kind(schools_belong=True, members_hidden=True), name="กลุ่มสีแดง")
    make_member(group=group, organization=make_school(name="วัดลับ"), position="chair")
    page = page_at(as_who(who), LIST)
    assert "กลุ่มสีแดง" in page
    assert ("วัดลับ" in page) is seen
    assert ("โรงเรียน 1 แห่ง" in page) is seen


def test_an_empty_register_says_where_to_add(client, staff, client_of):
    """To staff; to others only that there is nothing."""
    link = "/admin/networks/group/"
    assert "ยังไม่มีเครือข่ายในทะเบียน" in page_at(client, LIST)
    assert link not in page_at(client, LIST)
    assert link in page_at(client_of(staff), LIST)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_download_holds_exactly_the_filtered_groups(client, form):
    """As a file that opens; its name tells the year."""
    make_group(kind=make_kind(name="ชมรมครู"), name="ชมรมภาษาไทย")
    make_group(kind=make_kind(name="บอร์ด"), name="บอร์ดบริหาร")
    response = client.get(LIST, {"q": "ภาษาไทย", "download": form})
    assert form in response["Content-Disposition"]
    if form == "xlsx":
        assert [row["ชื่อ"] for row in rows_of(client, "/networks/?q=ภาษาไทย&download=xlsx")] == ["ชมรมภาษาไทย"]


def test_the_download_says_what_the_index_says(client):
    """Kind, scope, chair and the number of schools, in words."""
    group = make_group(kind=make_kind(name="ศูนย์เครือข่าย", schools_belong=True), name="เครือข่ายบางแก้ว")
    make_member(group=group, organization=make_school(name="วัดดาว"), position="chair")
    [row] = rows_of(client, "/networks/?download=xlsx")
    assert (row["ประเภท"], row["ภายใน/ภายนอก"], row["รูปแบบ"]) == ("ศูนย์เครือข่าย", "ภายนอก", "เป็นทางการ")
    assert (row["ประธาน"], row["โรงเรียนสมาชิก"]) == ("ร.ร.วัดดาว", 1)


def test_the_download_keeps_a_hidden_kind_hidden(client, somebody, client_of):
    """Neither its chair nor how many schools it has; the signed-in read both."""
    group = make_group(kind=make_kind(schools_belong=True, members_hidden=True), name="กลุ่มสีแดง")
    make_member(group=group, organization=make_school(name="วัดดาว"), position="chair")
    [hidden] = rows_of(client, "/networks/?download=xlsx")
    assert (hidden["ประธาน"], hidden["โรงเรียนสมาชิก"]) == (None, None)
    [seen] = rows_of(client_of(somebody()), "/networks/?download=xlsx")
    assert (seen["ประธาน"], seen["โรงเรียนสมาชิก"]) == ("ร.ร.วัดดาว", 1)
