"""What is missing in a project, and years that do not agree in it."""

import re
from collections.abc import Iterator

from portal.thai.dates import academic_year, calendar_year, fiscal_year_bounds
from portal.thai.digits import to_arabic
from reports.checks.findings import Finding

_ACADEMIC_YEAR = re.compile(r"ปีการศึกษา ?(2[45][0-9]{2})")
_TITLE_YEAR = re.compile(r"ปี[ก-๙]{0,12} ?(?:พ\.ศ\. ?)?(2[45][0-9]{2})(?!-)")


def date_unknown(summary, narrative) -> Iterator[Finding]:
    """Find projects without a date."""
    for project in _projects(summary):
        if not project.starts_on:
            yield Finding(
                "ไม่ระบุวันที่จัด",
                project,
                f"{project} ไม่ระบุวันที่จัด ให้ใส่วันที่ เดือน หรือปีเท่าที่ทราบ",
                field="when",
            )


def venue_unknown(summary, narrative) -> Iterator[Finding]:
    """Find projects without a venue."""
    for project in _projects(summary):
        if not project.venue:
            yield Finding("ไม่ระบุสถานที่", project, f"{project} ไม่ระบุสถานที่จัด ให้ใส่สถานที่", field="venue")


def label_year_is_not_the_dates(summary, narrative) -> Iterator[Finding]:
    """Find an academic year as printed that is not that of the first day.

    A year that only the title bears counts as printed.
    """
    for project in _projects(summary):
        printed = project.academic_year or _academic_year_in(project.title)
        if printed and project.starts_on and printed != (real := academic_year(project.starts_on)):
            yield Finding(
                "ปีการศึกษาไม่ตรงกับวันที่จัด",
                project,
                f"{project} ระบุปีการศึกษา {printed} แต่วันที่จัดอยู่ในปีการศึกษา {real} ให้ตรวจปีหรือวันที่",
                field="academic_year",
            )


def title_year_is_another(summary, narrative) -> Iterator[Finding]:
    """Find a year in a project's title that the fiscal year does not touch.

    The academic years that begin in the fiscal year or run into it are touched.
    """
    first, last = fiscal_year_bounds(summary.fiscal_year)
    touched = {calendar_year(first), calendar_year(last), academic_year(first), academic_year(last)}
    for project in _projects(summary):
        said = {int(year) for year in _TITLE_YEAR.findall(to_arabic(project.title))}
        if said and not said & touched:
            yield Finding(
                "ปีในชื่อไม่ใช่ปีของรายงาน",
                project,
                f"ชื่อ “{project}” บอกปี {min(said)} แต่บันทึกไว้ในปีงบประมาณ {summary.fiscal_year} ให้แก้ชื่อหรือปีงบประมาณ",
                field="title",
            )


def _projects(summary):
    return (line.project for line in summary.projects)


def _academic_year_in(title):
    found = _ACADEMIC_YEAR.search(to_arabic(title))
    return int(found[1]) if found else None


RULES = [date_unknown, venue_unknown, label_year_is_not_the_dates, title_year_is_another]
