"""The public list of schools: filters, order, sums, files."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from networks.models import SchoolYear
from partners.models import Affiliation, Contact
from tests.factories import make_group, make_kind, make_member, make_organization, make_school
from tests.places import own_subdistrict
from tests.reading import page_at
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db

LIST = "/schools/"


def names(client, **query):
    return [school.name for school in client.get(LIST, query).context["page"]]


def downloaded(client, **query):
    return rows_of(client, LIST, download="xlsx", **query)


def numbered(name, pupils, **fields):
    school = make_school(name=name, **fields)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=pupils, teachers=2)
    return school


@pytest.fixture
def colour():
    """A group whose members are for the signed in."""
    return make_group(name="กลุ่มสีแดง", kind=make_kind(schools_belong=True, members_hidden=True))


def test_schools_in_thai_order_with_affiliation(client):
    """As a dictionary has them."""
    make_school(name="เขาชัยสน", affiliation=Affiliation.OBEC)
    make_school(name="กงหรา", affiliation=Affiliation.PRIVATE)
    assert names(client) == ["กงหรา", "เขาชัยสน"]
    assert "สังกัด เอกชน" in page_at(client, LIST)


def test_other_organizations_and_closed_schools_are_not_seen(client):
    """The last day of a school is still one."""
    today = timezone.localdate()
    make_organization(name="หนอง")
    make_school(name="ปิดเมื่อวาน", active_to=today - timedelta(1))
    make_school(name="ปิดวันนี้", active_to=today)
    assert names(client) == ["ปิดวันนี้"]


def test_what_was_not_understood_is_said(client):
    """Which page there is not, and beside a filter what to do."""
    assert "จึงแสดงหน้าแรก" in page_at(client, LIST, page="x")
    assert "โปรดเลือกจากรายการที่มี" in page_at(client, LIST, size="x")


def test_hundred_schools_a_page(client):
    """The rest on the next."""
    for _ in range(101):
        make_school()
    assert len(names(client)) == 100
    assert len(names(client, page=2)) == 1


def test_by_words_affiliation_and_district(client):
    """Each shows its own and hides the others."""
    make_school(name="วัดหวัง", affiliation="private", subdistrict=own_subdistrict())
    make_school(name="บ้านนา", affiliation="obec")
    for query in ({"q": "หวัง"}, {"affiliation": "private"}, {"district": "9303"}):
        assert names(client, **query) == ["วัดหวัง"]


def test_by_network(client, network):
    """Its schools of today; those in none can be asked for."""
    make_member(group=network, organization=make_school(name="ในเครือข่าย"))
    make_member(group=network, organization=make_school(name="ลาออก"), to_on=date(2014, 1, 1))
    assert names(client, network=network.code) == ["ในเครือข่าย"]
    assert names(client, network="none") == ["ลาออก"]


@pytest.mark.parametrize(
    ("size", "found"), [("small", ["ก"]), ("middle", ["ข", "ค"]), ("large", []), ("largest", [])]
)
def test_by_size(client, size, found):
    """By the newest academic year; who told no number is in none."""
    school = numbered("ก", 120)
    SchoolYear.objects.create(school=school, academic_year=2556, pupils=500)
    numbered("ข", 121)
    numbered("ค", 600)
    numbered("ง", None)
    assert names(client, size=size) == found


def test_the_sum_is_that_of_all_filtered_schools(client):
    """Of every page, and of nothing that is filtered out; it says of how many schools."""
    for n in range(101):
        numbered(f"วัด {n}", 10)
    numbered("อื่น", None)
    sums = client.get(LIST, {"size": "small"}).context["sums"]
    assert (sums["all_pupils"], sums["all_teachers"], sums["known"], sums["number"]) == (1010, 202, 101, 101)
    sums = client.get("/schools/").context["sums"]
    assert (sums["all_pupils"], sums["known"], sums["number"]) == (1010, 101, 102)


def test_the_file_has_exactly_the_rows_of_the_list(client):
    """Filtered and sorted alike."""
    numbered("ก", 100)
    numbered("ข", 110)
    numbered("ใหญ่", 700)
    rows = downloaded(client, size="small", sort="most")
    assert [row["ชื่อเฉพาะ"] for row in rows] == ["ข", "ก"]
    assert names(client, size="small", sort="most") == ["ข", "ก"]


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
def test_contacts_are_in_the_file_only_for_those_who_may_read_people(as_who, who, seen):
    """Names and phones of directors."""
    Contact.objects.create(organization=make_school(), position="ผอ.", name="สมชาย", phone="0812345678")
    [row] = downloaded(as_who(who))
    assert ("สมชาย" in (row["ผู้ติดต่อ"] or "")) is seen


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", True), ("editor", True)])
def test_a_hidden_kind_is_told_only_to_the_signed_in(as_who, who, seen, colour):
    """Neither in the list, nor as a filter, nor in the file."""
    make_member(group=colour, organization=make_school(name="วัดลับ"))
    make_school(name="วัดอื่น")
    client = as_who(who)
    assert ("กลุ่มสีแดง" in page_at(client, LIST)) is seen
    assert (names(client, network=colour.code) == ["วัดลับ"]) is seen
    assert (names(client, network="none") == ["วัดอื่น"]) is seen
    assert (downloaded(client, network="")[0]["เครือข่าย"] == "กลุ่มสีแดง") is seen


def test_an_empty_list_says_where_to_add(client, staff, client_of):
    """To staff; and a filter that finds nothing says so."""
    link = "/admin/networks/school/"
    assert "ยังไม่มีโรงเรียนในทะเบียน" in page_at(client, LIST)
    assert link not in page_at(client, LIST)
    assert link in page_at(client_of(staff), LIST)
    assert "ไม่พบโรงเรียนตามที่กรอง" in page_at(client, LIST, q="ไม่มีชื่อนี้")
