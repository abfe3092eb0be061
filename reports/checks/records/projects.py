"""Rules about projects and their participants."""

import re

from networks.models import SchoolYear
from partners.models import OrganizationKind
from portal.thai.dates import academic_year, calendar_year, fiscal_year_bounds
from portal.thai.digits import to_arabic
from projects.models import Audience
from reports.checks.findings import Finding, Findings

LARGE_SCHOOL = 500
_ACADEMIC_YEAR = re.compile(r"ปีการศึกษา ?(2[45][0-9]{2})")
_TITLE_YEAR = re.compile(r"ปี[ก-๙]{0,12} ?(?:พ\.ศ\. ?)?(2[45][0-9]{2})(?!-)")


def date_unknown(summary, narrative) -> Findings:
    """Find projects without a date."""
    for project in _projects_of(summary):
        if not project.starts_on:
            yield Finding(
                "ไม่ระบุวันที่จัด",
                project,
                f"{project} ไม่ระบุวันที่จัด ให้ใส่วันที่ เดือน หรือปีเท่าที่ทราบ",
                field="when",
            )


def venue_unknown(summary, narrative) -> Findings:
    """Find projects without a venue."""
    for project in _projects_of(summary):
        if not project.venue:
            yield Finding("ไม่ระบุสถานที่", project, f"{project} ไม่ระบุสถานที่จัด ให้ใส่สถานที่", field="venue")


def label_year_is_not_the_dates(summary, narrative) -> Findings:
    """Find projects whose academic year, in its field or title, is not that of their first day."""
    for project in _projects_of(summary):
        stated = project.academic_year or _academic_year_in(project.title)
        if stated and project.starts_on and stated != (real := academic_year(project.starts_on)):
            yield Finding(
                "ปีการศึกษาไม่ตรงกับวันที่จัด",
                project,
                f"{project} ระบุปีการศึกษา {stated} แต่วันที่จัดอยู่ในปีการศึกษา {real} ให้ตรวจปีหรือวันที่",
                field="academic_year",
            )


def title_year_is_another(summary, narrative) -> Findings:
    """Find projects whose title names a calendar or academic year outside the fiscal year."""
    first, last = fiscal_year_bounds(summary.fiscal_year)
    overlapping = {calendar_year(first), calendar_year(last), academic_year(first), academic_year(last)}
    for project in _projects_of(summary):
        years = {int(year) for year in _TITLE_YEAR.findall(to_arabic(project.title))}
        if years and not years & overlapping:
            yield Finding(
                "ปีในชื่อไม่ใช่ปีของรายงาน",
                project,
                f"ชื่อ “{project}” บอกปี {min(years)} แต่บันทึกไว้ในปีงบประมาณ {summary.fiscal_year} ให้แก้ชื่อหรือปีงบประมาณ",
                field="title",
            )


def pupils_beyond_the_schools(summary, narrative) -> Findings:
    """Find projects with more pupils than the schools named have (500 each where that is unknown)."""
    sizes = _school_sizes(summary)
    for project in _projects_of(summary):
        participations = project.participations.all()
        schools = _school_keys(participations)
        wider = any(row.audience not in (Audience.ORGANIZATION, Audience.WORDS) for row in participations)
        pupils = sum(row.pupils or 0 for row in participations)
        capacity = sum(sizes.get(school, LARGE_SCHOOL) for school in schools)
        if schools and not wider and pupils > capacity:
            guess = "" if schools <= sizes.keys() else "ประมาณ "
            yield Finding(
                "นักเรียนมากกว่าที่โรงเรียนมี",
                project,
                f"{project} บันทึกนักเรียน {pupils:,} คน จาก {len(schools)} โรงเรียนที่มี{guess}{capacity:,} คน "
                "ให้ตรวจจำนวน หรือใส่จำนวนนักเรียนของโรงเรียน",
            )


def _projects_of(summary):
    return (row.project for row in summary.projects)


def _academic_year_in(title):
    match = _ACADEMIC_YEAR.search(to_arabic(title))
    return int(match[1]) if match else None


def _school_sizes(summary):
    """Return the most pupils of each participating school in the academic years that overlap the fiscal year."""
    years = (summary.fiscal_year - 1, summary.fiscal_year)
    known = SchoolYear.objects.filter(academic_year__in=years, pupils__isnull=False)
    sizes = dict(known.order_by("pupils").values_list("school_id", "pupils"))
    return {school: sizes[school] for school in _school_keys(summary.participations) if school in sizes}


def _school_keys(participations):
    schools = OrganizationKind.schools()
    return {
        row.organization_id for row in participations if row.organization and row.organization.kind in schools
    }


RULES = [
    date_unknown,
    venue_unknown,
    label_year_is_not_the_dates,
    title_year_is_another,
    pupils_beyond_the_schools,
]
