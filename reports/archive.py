"""The report as one PDF for keeping, with the year's data and its workbook inside."""

from reports.data_file import data_file
from reports.printing import STYLES, report_html
from reports.report import Report
from reports.workbook import workbook


def data_of(report: Report) -> dict[str, bytes]:
    """The files that lie in the PDF, by their names."""
    year = report.summary.fiscal_year
    return {f"data-{year}.json": data_file(report), f"workbook-{year}.xlsx": workbook(report)}


def archived_report(report: Report, *, digits: str = "thai") -> bytes:
    """The same report gives the same bytes."""
    from portal.archival import VARIANT, archival_pdf
    from portal.printing import pdf_of

    pdf = pdf_of(report_html(report, digits=digits), *STYLES, variant=VARIANT)
    return archival_pdf(pdf, data_of(report))
