"""What proves the year, and what does not."""

import re
from collections.abc import Iterator

from partners.models import DocumentKind
from portal.thai.dates import calendar_year
from portal.thai.digits import to_arabic
from portal.thai.keys import name_key, near_keys
from reports.checks.findings import Finding

_YEAR_OF = re.compile(r"ปี[ก-๙]{0,12} ?(?:งบประมาณ ?)?(?:พ\.ศ\. ?)?(2[45][0-9]{2})")
_YEAR_OF_NUMBER = re.compile(r"/(2[45][0-9]{2})$")
LASTING = (DocumentKind.AGREEMENT, DocumentKind.ORDER)


def without_evidence(summary, narrative) -> Iterator[Finding]:
    """Find projects, those with money first of all, that nothing proves."""
    for line in summary.projects:
        if not line.evidence:
            money = f" ทั้งที่มีเงิน {line.totals.cash:,.0f} บาท" if line.totals.cash_known else ""
            yield Finding(
                "ยังไม่มีหลักฐาน",
                line.project,
                f"{line.project} ยังไม่มีหลักฐาน{money} ให้แนบเอกสารหลักฐาน",
                field="new_files",
            )


def evidence_of_another_year(summary, narrative) -> Iterator[Finding]:
    """Find evidence that speaks of another year, in its box or in its title."""
    for document in _evidence(summary, narrative):
        year = document.about_year or _year_in_title(document)
        if year and abs(year - summary.fiscal_year) > (0 if document.about_year else 1):
            yield Finding(
                "หลักฐานเป็นของปีอื่น",
                document,
                f"หลักฐาน “{document}” เป็นของปี {year} ให้หาหลักฐานของปี {summary.fiscal_year}",
                field="about_year",
            )


def evidence_title_nearly_the_projects(summary, narrative) -> Iterator[Finding]:
    """Find a project document whose title is a letter off the project's, as หาน and หาญ."""
    for line in summary.projects:
        for document in line.project.documents.all():
            alike = near_keys(document.title) & near_keys(line.project.full_title)
            if alike and name_key(document.title) != name_key(line.project.full_title):
                yield Finding(
                    "ชื่อหลักฐานสะกดไม่ตรงกับชื่อโครงการ",
                    document,
                    f"หลักฐาน “{document}” สะกดต่างจากชื่อโครงการ “{line.project}” ให้แก้ชื่อใดชื่อหนึ่งให้ตรงกับเอกสารจริง",
                    field="title",
                )


def number_year_is_not_the_dates(summary, narrative) -> Iterator[Finding]:
    """Find an order 295/2557 that is dated 2556.

    Numbers of orders restart with the calendar year, and bear it.
    """
    orders = [group.order_document for kind in summary.kinds for group in kind.groups if group.order_document]
    for document in dict.fromkeys([*_evidence(summary, narrative), *orders]):
        said = _YEAR_OF_NUMBER.search(to_arabic(document.number))
        if said and document.dated_first and int(said[1]) != calendar_year(document.dated_first):
            yield Finding(
                "ปีในเลขที่ไม่ตรงกับวันที่ลง",
                document,
                f"“{document}” เลขที่ {document.number} แต่ลงวันที่ในปี {calendar_year(document.dated_first)} "
                "ให้แก้เลขที่หรือวันที่",
                field="number",
            )


def _evidence(summary, narrative):
    """What proves a project or stands in an item's list, each once."""
    of_projects = [document for line in summary.projects for document in line.evidence]
    return dict.fromkeys(
        [*of_projects, *(document for item in narrative.items for document in item.evidence)]
    )


def _year_in_title(document):
    """The one year that a title tells; agreements and orders outlast theirs."""
    years = set(_YEAR_OF.findall(to_arabic(document.title)))
    return int(years.pop()) if len(years) == 1 and document.kind not in LASTING else None


RULES = [
    without_evidence,
    evidence_of_another_year,
    evidence_title_nearly_the_projects,
    number_year_is_not_the_dates,
]
