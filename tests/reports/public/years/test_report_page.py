"""The report as a page."""

import pytest

from tests.counting import queries_of
from tests.factories import make_contribution, make_person, make_project
from tests.reading import page_at
from tests.reports.many import add_projects, make_item

pytestmark = pytest.mark.django_db


def test_twenty_projects_take_as_many_queries_as_ten(client):
    """The report page stays under 40 queries, however many projects there are."""
    item = make_item()
    add_projects(item, 10)
    few = queries_of(client, "/reports/2557/")
    add_projects(item, 10)
    assert queries_of(client, "/reports/2557/") == few
    assert few < 40


def test_the_page_says_what_the_print_says(year_2557, client):
    """The page of 2557 shows the total, its words and the claim beside the count."""
    page = page_at(client, "/reports/2557/")
    for fact in ("1,189,260", "หนึ่งล้านหนึ่งแสนแปดหมื่นเก้าพันสองร้อยหกสิบบาทถ้วน", "278,500", "แจ้งไว้ 11 ชมรม"):
        assert fact in page
    assert "1,369,260" not in page
    assert "None" not in page


def test_a_draft_project_is_not_in_the_report(client):
    """Outsiders read only what is confirmed."""
    make_project(title="โครงการเผยแพร่")
    make_project(title="โครงการลับ", status="draft")
    make_project(title="โครงการเลิก", status="cancelled")
    page = page_at(client, "/reports/2557/")
    assert "โครงการเผยแพร่" in page
    assert "โครงการลับ" not in page
    assert "โครงการเลิก" not in page


def test_a_private_giver_is_told_by_the_role(client):
    """The role of a private person is printed, the name never."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = page_at(client, "/reports/2557/")
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page


def test_a_source_note_is_not_in_the_report(client):
    """Notes on where a fact is from stay inside the office."""
    make_project(source_note="เดาจากลำดับ")
    assert "เดาจากลำดับ" not in page_at(client, "/reports/2557/")


def test_staff_read_the_findings_one_by_one_and_outsiders_do_not(client, staff_client, django_user_model):
    """The full list of findings is for staff."""
    make_project(title="งานหนึ่ง")
    make_project(title="งานสอง")
    sentence = "งานหนึ่ง ยังไม่มีหลักฐาน"
    assert sentence in page_at(client, "/reports/2557/")
    staff_client.logout()
    assert sentence not in page_at(client, "/reports/2557/")


@pytest.mark.parametrize("url", ["/reports/2590/", "/reports/2590/pdf/"])
def test_an_unknown_year_offers_the_years_there_are(client, url):
    """A year without records is a 404 in Thai with links to the years there are."""
    make_project()
    answer = client.get(url)
    assert answer.status_code == 404
    assert 'href="/reports/2557/"' in answer.content.decode()
