"""The page of all that differs from a signed year, told to each reader as he may know it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.records import Publication
from projects.models import Contribution, Project
from reports.editions.snapshot import edition_data
from reports.models import Paragraph
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_person, make_project
from tests.reading import page_at
from tests.signing import make_report, sign

pytestmark = pytest.mark.django_db

ADDRESS = reverse("report-differences", args=[YEAR])
AGAIN = "แก้ไขหลังยืนยัน รอยืนยันอีกครั้ง"
PRIVATE = "ปกปิด ให้เงียบ"


@pytest.fixture
def edition_naming_a_giver(editor, approver):
    """With a private giver in it."""
    report = make_report()
    project = Project.objects.get()
    make_contribution(project=project, giver=make_person(PRIVATE, "ผู้มีจิตศรัทธา"), amount=500)
    return sign(report, editor, approver)


def mend(**fields):
    """Past the screens, where a status is not set back by what is mended."""
    Project.objects.filter(fiscal_year=YEAR).update(**fields)


def test_what_is_no_figure_is_told_too(client, edition_naming_a_giver):
    """A venue, old and new."""
    mend(venue="สนามกีฬาจังหวัด")
    page = page_at(client, ADDRESS)
    assert "ต่างกัน 1 แห่ง" in page
    assert "สถานที่" in page
    assert "สนามกีฬาจังหวัด" in page


def test_a_year_as_it_was_signed_has_nothing_to_tell(client, edition_naming_a_giver):
    """The twin: no table."""
    page = page_at(client, ADDRESS)
    assert "ตรงกันทุกแห่ง" in page
    assert "<table" not in page


def test_a_year_that_is_not_signed_has_no_such_page(client):
    """There is nothing to differ from."""
    make_report()
    assert client.get(ADDRESS).status_code == 404


def test_outsiders_never_read_a_private_name(client, edition_naming_a_giver):
    """Nor the reason that somebody typed, which may hold one."""
    Contribution.objects.filter(amount=500).update(amount=700)
    project = Project.objects.get()
    project.venue, project._change_reason = "วัด", f"{PRIVATE} แจ้ง"
    project.save()
    page = page_at(client, ADDRESS)
    assert "ผู้มีจิตศรัทธา 700 บาท" in page
    assert PRIVATE not in page
    assert "เหตุผล" not in page


def test_the_office_reads_the_name_and_the_reason(as_who, edition_naming_a_giver):
    """The twin."""
    Contribution.objects.filter(amount=500).update(amount=700)
    project = Project.objects.get()
    project.venue, project._change_reason = "วัด", "ตามหนังสือของภาคี"
    project.save()
    page = page_at(as_who("editor"), ADDRESS)
    assert f"{PRIVATE} 700 บาท" in page
    assert "ตามหนังสือของภาคี" in page


def test_a_draft_is_for_the_office(client, as_who, edition_naming_a_giver):
    """Words that nobody has signed are told to whoever reads inside, and to no outsider."""
    Paragraph.objects.update(text="ประชุมภาคีทุกเดือน")
    assert "ประชุมภาคีทุกเดือน" in page_at(as_who("editor"), ADDRESS)
    assert "ประชุมภาคีทุกเดือน" not in page_at(client, ADDRESS)


@pytest.mark.parametrize("who", ["outsider", "director", "administrator"])
def test_who_may_not_read_people_reads_what_outsiders_read(as_who, edition_naming_a_giver, who):
    """An account alone opens no name."""
    Contribution.objects.filter(amount=500).update(amount=700)
    assert PRIVATE not in page_at(as_who(who), ADDRESS)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Publication.DRAFT}, AGAIN),
        ({"status": Publication.CANCELLED}, "ตัดออก: ยกเลิก"),
        ({"fiscal_year": YEAR + 1}, f"ย้ายไปปีงบประมาณ {YEAR + 1}"),
    ],
)
def test_it_is_said_what_became_of_a_project_taken_out(client, edition_naming_a_giver, fields, words):
    """To outsiders too, without a way to what they may not open."""
    mend(**fields)
    page = page_at(client, ADDRESS)
    assert words in page
    seen = Project.objects.get().status == Publication.CONFIRMED
    assert (Project.objects.get().get_absolute_url() in page) == seen


def test_a_deleted_project_is_said_to_be(client, edition_naming_a_giver):
    """Its code leads nowhere."""
    code = Project.objects.get().code
    Contribution.objects.all().delete()
    Project.objects.all().delete()
    page = page_at(client, ADDRESS)
    assert "ตัดออก: ลบแล้ว" in page
    assert reverse("project", args=[code]) not in page


def test_a_project_that_is_told_still_has_no_such_words(client, edition_naming_a_giver):
    """The twin: it was mended and stands; one that came new is no longer out either."""
    mend(venue="วัด")
    make_project(title="งานใหม่")
    page = page_at(client, ADDRESS)
    assert "เพิ่มใหม่" in page
    assert [words for words in ("ตัดออก", AGAIN, "ลบแล้ว", "ย้ายไป") if words in page] == []


def test_the_office_is_led_to_the_draft(as_who, edition_naming_a_giver):
    """From here, from the year's page and from the year as it stands."""
    mend(status=Publication.DRAFT)
    client, project = as_who("editor"), Project.objects.get()
    year_page = reverse("admin:reports_annualreport_year", args=[edition_naming_a_giver.report_id])
    for address in (ADDRESS, year_page, reverse("report-live", args=[YEAR])):
        page = client.get(address).content.decode()
        assert AGAIN in page, address
        assert f'href="{project.get_absolute_url()}"' in page, address


def test_it_reads_little_beside_what_it_compares(client, edition_naming_a_giver):
    """Ten queries at most, beside those of reading the year."""
    mend(status=Publication.DRAFT)
    with CaptureQueriesContext(connection) as reading:
        edition_data(report_of(YEAR, today=timezone.localdate()))
    with CaptureQueriesContext(connection) as made:
        page_at(client, ADDRESS)
    assert len(made) - len(reading) <= 10


def test_every_note_of_what_differs_leads_here(client, edition_naming_a_giver):
    """On lists, on the project, on its partner, on the report and on the first page."""
    project = Project.objects.get()
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    lists = [f"/projects/?year={YEAR}", f"/contributions/?year={YEAR}"]
    records = [project.get_absolute_url(), project.partner.get_absolute_url()]
    for address in [*lists, *records, "/", reverse("report", args=[YEAR])]:
        assert f'href="{ADDRESS}"' in client.get(address).content.decode(), address
