"""Rules about the documents that prove projects."""

import re

from partners.models import DocumentKind
from portal.thai.dates import calendar_year
from portal.thai.digits import to_arabic
from portal.thai.keys import name_key, near_keys
from reports.checks.findings import Finding, Findings

_YEAR_OF = re.compile(r"ปี[ก-๙]{0,12} ?(?:งบประมาณ ?)?(?:พ\.ศ\. ?)?(2[45][0-9]{2})")
_YEAR_OF_NUMBER = re.compile(r"/(2[45][0-9]{2})$")
LASTING = (DocumentKind.AGREEMENT, DocumentKind.ORDER)


def without_evidence(summary, narrative) -> Findings:
    """Find projects without evidence."""
    for row in summary.projects:
        if not row.evidence:
            money = f" ทั้งที่มีเงิน {row.totals.cash:,.0f} บาท" if row.totals.cash_known else ""
            yield Finding(
                "ยังไม่มีหลักฐาน",
                row.project,
                f"{row.project} ยังไม่มีหลักฐาน{money} ให้แนบเอกสารหลักฐาน",
                field="new_files",
            )


def evidence_of_another_year(summary, narrative) -> Findings:
    """Find evidence of another year, as its year field or its title says."""
    for document in _list_evidence(summary, narrative):
        year = document.about_year or _year_in_title(document)
        if year and abs(year - summary.fiscal_year) > (0 if document.about_year else 1):
            yield Finding(
                "หลักฐานเป็นของปีอื่น",
                document,
                f"หลักฐาน “{document}” เป็นของปี {year} ให้หาหลักฐานของปี {summary.fiscal_year}",
                field="about_year",
            )


def evidence_title_nearly_the_projects(summary, narrative) -> Findings:
    """Find project documents whose title is spelt a letter differently from the project's, as หาน for หาญ."""
    for row in summary.projects:
        for document in row.project.documents.all():
            alike = near_keys(document.title) & near_keys(row.project.full_title)
            if alike and name_key(document.title) != name_key(row.project.full_title):
                yield Finding(
                    "ชื่อหลักฐานสะกดไม่ตรงกับชื่อโครงการ",
                    document,
                    f"หลักฐาน “{document}” สะกดต่างจากชื่อโครงการ “{row.project}” ให้แก้ชื่อใดชื่อหนึ่งให้ตรงกับเอกสารจริง",
                    field="title",
                )


def number_year_is_not_the_dates(summary, narrative) -> Findings:
    """Find documents whose number names another calendar year than their date, as 295/2557 dated 2556."""
    orders = [group.order_document for group in summary.groups if group.order_document]
    for document in dict.fromkeys([*_list_evidence(summary, narrative), *orders]):
        match = _YEAR_OF_NUMBER.search(to_arabic(document.number))
        if match and document.dated_first and int(match[1]) != calendar_year(document.dated_first):
            yield Finding(
                "ปีในเลขที่ไม่ตรงกับวันที่ลง",
                document,
                f"“{document}” เลขที่ {document.number} แต่ลงวันที่ในปี {calendar_year(document.dated_first)} "
                "ให้แก้เลขที่หรือวันที่",
                field="number",
            )


def _list_evidence(summary, narrative):
    """Return the documents of the projects and of the items, each once."""
    return dict.fromkeys(
        document for row in (*summary.projects, *narrative.items) for document in row.evidence
    )


def _year_in_title(document):
    """Return the only year in a title; None for agreements and orders, which stay in force after their year."""
    years = set(_YEAR_OF.findall(to_arabic(document.title)))
    return int(years.pop()) if len(years) == 1 and document.kind not in LASTING else None


RULES = [
    without_evidence,
    evidence_of_another_year,
    evidence_title_nearly_the_projects,
    number_year_is_not_the_dates,
]
