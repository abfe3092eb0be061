"""The control totals: the same out of the database, the page, the print and the workbook."""

import datetime
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.models import ControlTotal, FigureSource
from reports.outputs.book import report_html, report_pdf, title_of
from reports.outputs.print_jobs import print_job_of
from reports.outputs.print_runner import print_now
from reports.outputs.proof.control_totals import control_totals, counted_by_sql
from reports.outputs.proof.measuring import measure, proof_of
from reports.outputs.proof.reading import printed_rows, read_html, read_pdf, read_workbook
from reports.outputs.selection import selected_report
from reports.outputs.workbook.workbook import workbook
from reports.report import report_of
from tests.factories import YEAR, make_agreement, make_contribution, make_group, make_project, make_things
from tests.reports.figures.test_summary import projects, write_years

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = datetime.date(2014, 9, 30)


def asked_and_printed(report):
    """The report as a printing that was asked for, and its PDF."""
    html = report_html(report)
    print_job = print_job_of(html, title=title_of(report), file_name="x.pdf", public=True)
    return print_job, report_pdf(report)


def check_sources(years, *, pdf=False):
    """The random year out of each source, against its summary."""
    with transaction.atomic():
        write_years(years)
        make_project(title="โครงการที่มีอยู่เสมอ")
        report = report_of(YEAR, today=TODAY)
        html = report_html(report)
        stated = {metric.key: value for metric, value in control_totals(report.summary.figures)}
        sources = [counted_by_sql(YEAR), read_html(html), read_workbook(workbook(report))]
        if pdf:
            sources.append(read_pdf(report_pdf(report), printed_rows(html)))
        transaction.set_rollback(True)
    for source in sources:
        assert source == stated


generated = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=10, **generated)
@given(years=st.lists(projects, max_size=5))
def test_database_page_and_workbook_agree(years):
    """Over random years, SQL, the HTML and the cells of the workbook say what the summary says."""
    check_sources(years)


@pytest.mark.slow
@settings(max_examples=1000, **generated)
@given(years=st.lists(projects, max_size=6))
def test_database_page_and_workbook_agree_over_many_years(years):
    """The same over a thousand years."""
    check_sources(years)


@pytest.mark.slow
@settings(max_examples=20, **generated)
@given(years=st.lists(projects, max_size=6))
def test_the_print_agrees_too(years):
    """The text layer of the PDF says the same as all others."""
    check_sources(years, pdf=True)


def test_the_figures_of_2557_are_the_same_in_every_form(year_2557, html_2557, pdf_2557):
    """1,189,260 baht, 13 projects of 7 partners, 7 buses, 3 agreements, 39 groups, 9 with evidence, four times."""
    measure(print_job_of(html_2557, title="2557", file_name="x.pdf", public=True), pdf_2557)
    proof = proof_of(YEAR)
    assert proof.is_equal
    said = {row.metric.key: [total.value for _, total in row.printed] for row in proof.rows}
    expected = {
        "partners": 7,
        "projects": 13,
        "cash": 1_189_260,
        "cash_known": 11,
        "cash_unknown": 0,
        "agreements": 3,
        "groups": 39,
        "evidence": 9,
        "things:รถบัส:คัน": 7,
    }
    assert said == {key: [value] * 4 for key, value in expected.items()}


def test_what_is_not_confirmed_or_not_received_is_not_counted():
    """A draft, another year's project and a planned gift are in no figure."""
    make_contribution(amount=500)
    make_contribution(project=make_project(status="draft"), amount=1)
    make_contribution(project=make_project(fiscal_year=YEAR + 1), amount=2)
    make_contribution(amount=4, receipt="planned")
    assert counted_by_sql(YEAR)["cash"] == 500
    assert counted_by_sql(YEAR)["projects"] == 2


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"ends_on": datetime.date(2013, 9, 30)}, False),
        ({"ends_on": datetime.date(2013, 10, 1)}, True),
        ({"starts_on": datetime.date(2014, 9, 30)}, True),
        ({"starts_on": datetime.date(2014, 10, 1)}, False),
        ({"status": "draft"}, False),
    ],
)
def test_agreements_are_counted_on_the_boundary_days(fields, counts):
    """An agreement counts when its term touches the fiscal year, and the summary says so too."""
    end = {"end": "dated"} if "ends_on" in fields else {}
    make_agreement(**{"starts_on": datetime.date(2010, 1, 1)} | fields | end)
    assert counted_by_sql(YEAR)["agreements"] == counts
    assert len(report_of(YEAR, today=TODAY).summary.agreements) == counts


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"dissolved_on": datetime.date(2013, 9, 30)}, False),
        ({"dissolved_on": datetime.date(2013, 10, 1)}, True),
        ({"established_on": datetime.date(2014, 9, 30)}, True),
        ({"established_on": datetime.date(2014, 10, 1)}, False),
    ],
)
def test_groups_are_counted_on_the_boundary_days(fields, counts):
    """A group counts when it stood on a day of the fiscal year."""
    make_group(**fields)
    assert counted_by_sql(YEAR)["groups"] == counts


def test_an_amount_that_nobody_knows_is_not_zero():
    """Where no amount is known every form says ไม่ระบุ."""
    make_contribution(amount=None)
    make_things(quantity=None)
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    cash, things = (ControlTotal.objects.filter(figure=key) for key in ("cash", "things:รถบัส:คัน"))
    assert [total.value for total in cash] == [None] * 4
    assert [total.value for total in things] == [None] * 4
    assert proof_of(YEAR).is_equal


def test_a_form_that_says_otherwise_is_found():
    """One satang of difference is told."""
    make_contribution(amount=Decimal("100.25"))
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    assert proof_of(YEAR).is_equal
    ControlTotal.objects.filter(figure="cash", source=FigureSource.PDF).update(value=Decimal("100.26"))
    assert not proof_of(YEAR).is_equal


def test_a_figure_that_a_form_lacks_is_not_equal():
    """What was not found in the text layer does not pass as right."""
    make_contribution()
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    ControlTotal.objects.filter(figure="projects", source=FigureSource.PDF).delete()
    assert not proof_of(YEAR).is_equal


def test_the_page_says_equal_and_opens_the_lists(client):
    """Each figure leads to what it counts; the measured values stand beside it."""
    make_contribution(amount=278_500)
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    page = client.get(reverse("report-proof", args=[YEAR])).content.decode()
    assert "ทุกแหล่งให้ยอดตรงกันทุกรายการ" in page
    assert f"{reverse('contribution-list')}?year={YEAR}&amp;form=cash" in page
    assert page.count("278,500") == 9  # now, four columns, and on a phone four in words


def test_the_page_tells_that_records_changed_after_the_print(client):
    """The records of now stand beside what was printed."""
    make_contribution(amount=1000)
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    address = reverse("report-proof", args=[YEAR])
    assert "ข้อมูลเปลี่ยนหลังพิมพ์" not in client.get(address).content.decode()
    make_contribution(amount=234)
    page = client.get(address).content.decode()
    assert "ข้อมูลเปลี่ยนหลังพิมพ์" in page
    assert "1,234" in page


def test_the_page_is_quick(client, django_assert_max_num_queries):
    """Few queries, whatever the year holds, for nothing is measured when it is read."""
    for _ in range(10):
        make_contribution()
    measure(*asked_and_printed(report_of(YEAR, today=TODAY)))
    with django_assert_max_num_queries(10):
        client.get(reverse("report-proof", args=[YEAR]))


def test_without_a_print_the_page_has_the_records_alone(client):
    """Nothing was measured, and the page says so."""
    make_contribution(amount=777)
    page = client.get(reverse("report-proof", args=[YEAR])).content.decode()
    assert "ยังไม่เคยวัดยอด" in page
    assert "ข้อมูลเปลี่ยนหลังพิมพ์" not in page
    assert "777" in page
    assert "ทุกแหล่งให้ยอดตรงกัน" not in page


def test_a_printing_is_measured_when_it_is_made(client):
    """What a worker prints is proven at once; the page then says so."""
    make_contribution(amount=4_321)
    report = report_of(YEAR, today=TODAY)
    print_job = print_job_of(report_html(report), title=title_of(report), file_name="x.pdf", public=True)
    assert print_now(print_job)
    assert proof_of(YEAR).is_equal
    assert client.get(reverse("report-proof", args=[YEAR])).content.decode().count("4,321") == 9


def test_a_report_of_one_partner_proves_nothing_of_the_year():
    """A narrowed report has no control totals, and measuring it leaves none."""
    project = make_contribution().project
    report = selected_report(YEAR, {"partner": project.partner.code}, today=TODAY)
    measure(*asked_and_printed(report))
    assert not ControlTotal.objects.exists()


def test_an_unknown_year_is_not_found(client):
    """A year without records has no proof."""
    assert client.get(reverse("report-proof", args=[2590])).status_code == 404


def test_a_printing_is_measured_once(db):
    """Measuring the same print again leaves one row for each figure and source."""
    make_contribution()
    asked = asked_and_printed(report_of(YEAR, today=TODAY))
    measure(*asked)
    measure(*asked)
    assert ControlTotal.objects.filter(figure="cash").count() == 4
