"""A year of which so little is known that its checks have much to say."""

from reports.models import AnnualReport, Standard
from tests.factories import make_project


def make_bare_year():
    """Its report, and two projects of which hardly anything is known."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    make_project(title="งานวิ่ง")
    make_project(title="งานวาดภาพ")
    return AnnualReport.objects.create(fiscal_year=2557, standard=standard, title="รายงาน")
