"""A year's report brought to its editions, as three people would."""

from django.utils import timezone

from reports.editions import signing
from reports.editions.readiness import readiness_of
from reports.models import (
    Acknowledgement,
    AnnualReport,
    Paragraph,
    ReportItem,
    Section,
    Standard,
    StandardItem,
)
from reports.outputs.print_runner import print_now
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_project

SITE = "https://phakhi.example.go.th"


def make_report(**fields):
    """A report of one item and one paragraph about one project with its gift."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(
        **{"fiscal_year": YEAR, "standard": standard, "title": "รายงานการมีส่วนร่วม"} | fields
    )
    point = StandardItem.objects.create(standard=standard, number="3", title="การมีส่วนร่วม")
    item = ReportItem.objects.create(report=report, standard_item=point)
    Paragraph.objects.create(report=report, item=item, section=Section.METHODS, text="ประสานความร่วมมือ")
    make_contribution(project=make_project(title="กีฬาตำบล", fiscal_year=report.fiscal_year), amount=30_000)
    return report


def acknowledge(report, user):
    """Every warning of the year let stand."""
    reading = report_of(report.fiscal_year, today=timezone.localdate(), public=False)
    for finding in readiness_of(reading).warnings:
        Acknowledgement.objects.create(
            report=report, finding=finding.key, sentence=finding.sentence, reason="ทราบแล้ว", by=user
        )


def sign(report, author, approver):
    """Sent by one, its warnings let stand, signed by the other."""
    signing.submit(report, author)
    acknowledge(report, approver)
    return signing.publish(report, approver, site=SITE)


def printed(print_job):
    """The printing as it is once its PDF was made."""
    print_now(print_job)
    print_job.refresh_from_db()
    return print_job
