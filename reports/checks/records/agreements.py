"""Agreements whose term is unknown, or was over."""

from collections.abc import Iterator

from partners.models import AgreementEnd
from portal.thai.dates import format_date
from reports.checks.findings import Finding


def agreement_ended_before_the_project(summary, narrative) -> Iterator[Finding]:
    """Find a project that rests on an agreement that was over.

    A project without a day is held against the year's first.
    """
    for line in summary.projects:
        agreement = line.project.agreement
        begun = line.project.starts_on or summary.first_day
        if agreement and agreement.ends_on and agreement.ends_on < begun:
            yield Finding(
                "ข้อตกลงสิ้นสุดก่อนจัดโครงการ",
                agreement,
                f"{agreement} สิ้นสุด {format_date(agreement.ends_on)} ก่อนจัด {line.project} "
                "ให้บันทึกข้อตกลงที่ต่ออายุหรือแก้วันสิ้นสุด",
                field="ends_on",
            )


def agreement_end_unknown(summary, narrative) -> Iterator[Finding]:
    """Find agreements of which the end is not known."""
    for agreement in _agreements(summary):
        if agreement.end == AgreementEnd.UNKNOWN:
            yield Finding(
                "ข้อตกลงไม่ทราบวันสิ้นสุด",
                agreement,
                f"{agreement} ไม่ทราบวันสิ้นสุด ให้ใส่วันสิ้นสุด หรือเลือกว่าไม่มีวันสิ้นสุด",
                field="end",
            )


def agreement_undated(summary, narrative) -> Iterator[Finding]:
    """Find agreements without a day of signing or beginning."""
    for agreement in _agreements(summary):
        if not (agreement.signed_first or agreement.starts_on):
            yield Finding(
                "ข้อตกลงไม่ทราบวันที่ลงนาม",
                agreement,
                f"{agreement} ไม่ทราบวันที่ลงนามหรือวันเริ่ม ให้ใส่วันที่ เดือน หรือปีเท่าที่ทราบ",
                field="signed",
            )


def _agreements(summary):
    return (row.agreement for row in summary.agreements)


RULES = [agreement_ended_before_the_project, agreement_end_unknown, agreement_undated]
