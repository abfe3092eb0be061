"""The public list of schools: filters, order, sums, files."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from networks.models import Membership, School, SchoolYear
from partners.models import Affiliation, Contact
from tests.factories import make_group, make_kind, make_member, make_office, make_organization, make_school
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db


def names(client, **query):
    return [school.name for school in client.get("/schools/", query).context["page"]]


def read(client, **query):
    response = client.get("/schools/", query)
    assert response.status_code == 200
    return response.content.decode()


def exported(client, **query):
    return rows_of(client, "/schools/", download="xlsx", **query)


def numbered(name, pupils, **fields):
    school = make_school(name=name, **fields)
    SchoolYear.objects.create(school=school, academic_year=2557, pupils=pupils, teachers=2)
    return school


@pytest.fixture
def colour():
    return make_group(name="กลุ่มสีแดง", kind=make_kind(schools_belong=True, members_hidden=True))


def test_schools_in_thai_order_with_affiliation(client):
    """As a dictionary has them."""
    make_school(name="เขาชัยสน", affiliation=Affiliation.OBEC)
    make_school(name="กงหรา", affiliation=Affiliation.PRIVATE)
    assert names(client) == ["กงหรา", "เขาชัยสน"]
    assert "สังกัด เอกชน" in read(client)


def test_other_organizations_and_closed_schools_are_not_seen(client):
    """The last day of a school is still one."""
    today = timezone.localdate()
    make_organization(name="หนอง")
    make_school(name="ปิดเมื่อวาน", active_to=today - timedelta(1))
    make_school(name="ปิดวันนี้", active_to=today)
    assert names(client) == ["ปิดวันนี้"]


@pytest.mark.parametrize("asked", ["-1", "x", "999"])
def test_bad_page_gives_the_first_with_a_note(client, asked):
    """Never an error."""
    make_school(name="กงหรา")
    assert "กงหรา" in read(client, page=asked)
    assert "จึงแสดงหน้าแรก" in read(client, page=asked)


@pytest.mark.parametrize("query", [{"sort": "drop"}, {"size": "x"}, {"district": "x"}, {"network": "x"}])
def test_a_filter_that_means_nothing_is_passed_over_with_a_word(client, query):
    """The page is there, and the field says why."""
    make_school(name="กงหรา")
    assert names(client, **query) == ["กงหรา"]
    assert "โปรดเลือกจากรายการที่มี" in read(client, **query)


def test_hundred_schools_a_page(client):
    """The rest on the next."""
    for _ in range(101):
        make_school()
    assert len(names(client)) == 100
    assert len(names(client, page=2)) == 1


def test_by_words_affiliation_and_district(client, place):
    """Each shows its own and hides the others."""
    make_office().districts.add(place.district)
    make_school(name="วัดหวัง", affiliation="private", subdistrict=place)
    make_school(name="บ้านนา", affiliation="obec")
    for query in ({"q": "หวัง"}, {"affiliation": "private"}, {"district": "9302"}):
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


@pytest.mark.parametrize(("sort", "order"), [("", "กขค"), ("least", "ขกค"), ("most", "กขค")])
def test_sorted_by_name_or_pupils(client, sort, order):
    """Those of unknown number come last either way."""
    numbered("ก", 200)
    numbered("ข", 100)
    numbered("ค", None)
    assert "".join(names(client, sort=sort)) == order


def test_the_sum_is_that_of_all_filtered_schools(client):
    """Of every page, and of nothing that is filtered out; it says of how many schools."""
    for n in range(101):
        numbered(f"วัด {n}", 10)
    numbered("อื่น", None)
    sums = client.get("/schools/", {"size": "small"}).context["sums"]
    assert (sums["all_pupils"], sums["all_teachers"], sums["known"], sums["number"]) == (1010, 202, 101, 101)
    sums = client.get("/schools/").context["sums"]
    assert (sums["all_pupils"], sums["known"], sums["number"]) == (1010, 101, 102)


def test_the_file_has_exactly_the_rows_of_the_list(client):
    """Filtered and sorted alike."""
    numbered("ก", 100)
    numbered("ข", 110)
    numbered("ใหญ่", 700)
    rows = exported(client, size="small", sort="most")
    assert [row["ชื่อเฉพาะ"] for row in rows] == ["ข", "ก"]
    assert names(client, size="small", sort="most") == ["ข", "ก"]


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", False), ("editor", True)])
def test_contacts_are_in_the_file_only_for_those_who_may_read_people(request, client, client_of, who, seen):
    """Names and phones of directors."""
    Contact.objects.create(organization=make_school(), position="ผอ.", name="สมชาย", phone="0812345678")
    [row] = exported(client_of(request.getfixturevalue(who)) if who else client)
    assert ("สมชาย" in (row["ผู้ติดต่อ"] or "")) is seen


@pytest.mark.parametrize(("who", "seen"), [(None, False), ("outsider", True), ("editor", True)])
def test_a_hidden_kind_is_told_only_to_the_signed_in(request, client, client_of, who, seen, colour):
    """Neither in the list, nor as a filter, nor in the file."""
    make_member(group=colour, organization=make_school(name="วัดลับ"))
    make_school(name="วัดอื่น")
    client = client_of(request.getfixturevalue(who)) if who else client
    assert ("กลุ่มสีแดง" in read(client)) is seen
    assert (names(client, network=colour.code) == ["วัดลับ"]) is seen
    assert (names(client, network="none") == ["วัดอื่น"]) is seen
    assert (exported(client, network="")[0]["เครือข่าย"] == "กลุ่มสีแดง") is seen


def test_an_empty_list_says_where_to_add(client, staff, client_of):
    """To staff; and a filter that finds nothing says so."""
    link = "/admin/networks/school/"
    assert "ยังไม่มีโรงเรียนในทะเบียน" in read(client)
    assert link not in read(client)
    assert link in read(client_of(staff))
    assert "ไม่พบโรงเรียนตามที่กรอง" in read(client, q="ไม่มีชื่อนี้")


@pytest.mark.parametrize("query", [{}, {"download": "csv"}])
def test_a_thousand_schools_take_the_queries_of_ten(client, network, query):
    """With networks, numbers and sums; in the file too."""
    counts = []
    for number in (10, 990):
        start = School.objects.count()
        School.objects.bulk_create(School(kind="school", name=f"ที่ {n}") for n in range(start, start + number))
        schools = School.objects.order_by("pk")[start:]
        SchoolYear.objects.bulk_create(SchoolYear(school=s, academic_year=2557, pupils=1) for s in schools)
        Membership.objects.bulk_create(Membership(group=network, organization=s) for s in schools)
        with CaptureQueriesContext(connection) as made:
            assert client.get("/schools/", query).status_code == 200
        counts.append(len(made))
    assert counts[0] == counts[1]
    assert counts[0] <= 10
