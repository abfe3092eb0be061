"""The report as a page."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Document
from projects.models import Activity, Participation
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, Section, Standard, StandardItem
from tests.factories import make_contribution, make_organization, make_person, make_project, make_things

pytestmark = pytest.mark.django_db


def add_projects(item, number):
    """So many projects, each with its own partner, gift, bus, activity, participant and evidence."""
    for order in range(number):
        project = make_project(starts_on=datetime.date(2014, 1, 11), ends_on=datetime.date(2014, 1, 11))
        document = Document.objects.create(kind="project", title=f"หลักฐาน {order}", issuer=project.partner)
        project.documents.add(document)
        EvidenceLine.objects.create(item=item, document=document, order=order)
        make_contribution(project=project)
        make_things(project=project, giver=make_organization())
        Activity.objects.create(project=project, name="การแสดง")
        Participation.objects.create(project=project, organization=make_organization(kind="school"))


def make_item():
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(fiscal_year=2557, standard=standard, title="รายงาน")
    point = StandardItem.objects.create(standard=standard, number="3", title="การมีส่วนร่วม")
    item = ReportItem.objects.create(report=report, standard_item=point)
    Paragraph.objects.create(report=report, item=item, section=Section.METHODS, text="ประสานความร่วมมือ")
    return item


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_a_thousand_projects_take_as_many_queries_as_ten(client):
    """The report page stays under 40 queries, however many projects there are."""
    item = make_item()
    add_projects(item, 10)
    few = queries(client, "/reports/2557/")
    add_projects(item, 990)
    assert queries(client, "/reports/2557/") == few
    assert few < 40


def test_the_page_says_what_the_print_says(year_2557, client):
    """The page of 2557 shows the total, its words and the claim beside the count."""
    page = client.get("/reports/2557/").content.decode()
    for fact in ("1,189,260", "หนึ่งล้านหนึ่งแสนแปดหมื่นเก้าพันสองร้อยหกสิบบาทถ้วน", "278,500", "แจ้งไว้ 11 ชมรม"):
        assert fact in page
    assert "1,369,260" not in page
    assert "None" not in page


def test_a_draft_project_is_not_in_the_report(client):
    """Outsiders read only what is confirmed."""
    make_project(title="โครงการเผยแพร่")
    make_project(title="โครงการลับ", status="draft")
    make_project(title="โครงการเลิก", status="cancelled")
    page = client.get("/reports/2557/").content.decode()
    assert "โครงการเผยแพร่" in page
    assert "โครงการลับ" not in page
    assert "โครงการเลิก" not in page


def test_a_private_giver_is_told_by_the_role(client):
    """The role of a private person is printed, the name never."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = client.get("/reports/2557/").content.decode()
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page


def test_a_source_note_is_not_in_the_report(client):
    """Notes on where a fact is from stay inside the office."""
    make_project(source_note="เดาจากลำดับ")
    assert "เดาจากลำดับ" not in client.get("/reports/2557/").content.decode()


def test_staff_read_the_findings_one_by_one_and_outsiders_do_not(client, staff_client, django_user_model):
    """The full list of findings is for staff."""
    make_project(title="งานหนึ่ง")
    make_project(title="งานสอง")
    sentence = "งานหนึ่ง ยังไม่มีหลักฐาน"
    assert sentence in staff_client.get("/reports/2557/").content.decode()
    staff_client.logout()
    assert sentence not in client.get("/reports/2557/").content.decode()


@pytest.mark.parametrize("url", ["/reports/2590/", "/reports/2590/pdf/"])
def test_an_unknown_year_offers_the_years_there_are(client, url):
    """A year without records is a 404 in Thai with links to the years there are."""
    make_project()
    answer = client.get(url)
    assert answer.status_code == 404
    assert 'href="/reports/2557/"' in answer.content.decode()
