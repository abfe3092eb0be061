"""Rules about agreements."""

from partners.models import AgreementEnd
from portal.thai.dates import format_date
from reports.checks.findings import Finding, Findings


def agreement_ended_before_the_project(summary, narrative) -> Findings:
    """Find projects under an agreement that had ended before they began.

    A project without a date counts as beginning on the first day of the fiscal year.
    """
    for row in summary.projects:
        agreement = row.project.agreement
        begun = row.project.starts_on or summary.first_day
        if agreement and agreement.ends_on and agreement.ends_on < begun:
            yield Finding(
                "ข้อตกลงสิ้นสุดก่อนจัดโครงการ",
                agreement,
                f"{agreement} สิ้นสุด {format_date(agreement.ends_on)} ก่อนจัด {row.project} "
                "ให้บันทึกข้อตกลงที่ต่ออายุหรือแก้วันสิ้นสุด",
                field="ends_on",
            )


def agreement_end_unknown(summary, narrative) -> Findings:
    """Find agreements whose end is unknown."""
    for agreement in (row.agreement for row in summary.agreements):
        if agreement.end == AgreementEnd.UNKNOWN:
            yield Finding(
                "ข้อตกลงไม่ทราบวันสิ้นสุด",
                agreement,
                f"{agreement} ไม่ทราบวันสิ้นสุด ให้ใส่วันสิ้นสุด หรือเลือกว่าไม่มีวันสิ้นสุด",
                field="end",
            )


def agreement_undated(summary, narrative) -> Findings:
    """Find agreements without a date of signing or beginning."""
    for agreement in (row.agreement for row in summary.agreements):
        if not (agreement.signed_first or agreement.starts_on):
            yield Finding(
                "ข้อตกลงไม่ทราบวันที่ลงนาม",
                agreement,
                f"{agreement} ไม่ทราบวันที่ลงนามหรือวันเริ่ม ให้ใส่วันที่ เดือน หรือปีเท่าที่ทราบ",
                field="signed",
            )


RULES = [agreement_ended_before_the_project, agreement_end_unknown, agreement_undated]
