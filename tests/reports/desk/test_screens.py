"""The screens of the yearly report."""

import pytest
from django.urls import reverse

from partners.models import Document, DocumentKind
from reports.models import AnnualReport, Paragraph, Standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    """A point of a report with one line of evidence and one paragraph."""
    standard = Standard.objects.create(name="มาตรฐานทดสอบ", version="ทดสอบ")
    point = standard.items.create(number="3", title="การมีส่วนร่วม")
    report = AnnualReport.objects.create(fiscal_year=2599, standard=standard, title="รายงาน")
    item = report.items.create(standard_item=point)
    item.evidence_lines.create(document=Document.objects.create(kind=DocumentKind.ORDER, title="คำสั่ง"))
    report.paragraphs.create(item=item, section="methods", text="ทำแล้ว")
    return item


def test_the_change_pages_of_a_report_open(staff_client, item):
    """A stored report, its standard, item and paragraph open with all their rows."""
    stored = {
        "standard": item.report.standard_id,
        "annualreport": item.report_id,
        "reportitem": item.pk,
        "paragraph": item.paragraphs.get().pk,
    }
    for screen, pk in stored.items():
        assert staff_client.get(reverse(f"admin:reports_{screen}_change", args=[pk])).status_code == 200


def test_a_paragraph_is_written_or_waits(staff_client, item):
    """An empty paragraph that does not wait to be written is refused with its sentence."""
    before = Paragraph.objects.count()
    form = {"report": item.report_id, "item": item.pk, "section": "methods", "order": 0, "text": ""}
    response = staff_client.post(reverse("admin:reports_paragraph_add"), form)
    assert "เขียนข้อความ หรือทำเครื่องหมายว่ารอเขียน" in response.content.decode()
    assert (
        staff_client.post(reverse("admin:reports_paragraph_add"), form | {"is_waiting": "on"}).status_code
        == 302
    )
    assert Paragraph.objects.count() == before + 1


def test_a_level_stands_between_one_and_five(staff_client, item):
    """A level that does not exist is refused with its sentence."""
    form = {
        "report": item.report_id,
        "standard_item": item.standard_item_id,
        "level": 6,
        "evidence_lines-TOTAL_FORMS": 0,
        "evidence_lines-INITIAL_FORMS": 0,
    }
    response = staff_client.post(reverse("admin:reports_reportitem_change", args=[item.pk]), form)
    assert "ระดับต้องอยู่ระหว่าง 1 ถึง 5" in response.content.decode()


def test_a_new_report_begins_in_the_year_last_chosen(staff_client):
    """The year of the report just saved is given to the next form that has a year."""
    standard = Standard.objects.create(name="มาตรฐานทดสอบ", version="ทดสอบ")
    report = {"fiscal_year": 2556, "standard": standard.pk, "title": "รายงาน"}
    empty = {"items-TOTAL_FORMS": 0, "items-INITIAL_FORMS": 0}
    url = reverse("admin:reports_annualreport_add")
    assert staff_client.post(url, report | empty).status_code == 302
    assert staff_client.get(url).context["adminform"].form["fiscal_year"].value() == 2556


def test_a_figure_in_a_paragraph_without_a_report_is_no_error(staff_client):
    """The form is shown again to choose the report."""
    response = staff_client.post(reverse("admin:reports_paragraph_add"), {"text": "มี {จำนวนชมรม}"})
    assert response.status_code == 200
    assert "report" in response.context["adminform"].form.errors
