"""The report as one PDF for keeping, with the year's data and its workbook inside."""

from reports.data_file import data_file
from reports.printing import report_pdf
from reports.report import Report
from reports.workbook import workbook


def data_of(report: Report) -> dict[str, bytes]:
    """The files that lie in the PDF, by their names."""
    year = report.summary.fiscal_year
    return {f"data-{year}.json": data_file(report), f"workbook-{year}.xlsx": workbook(report)}


def archived_report(report: Report, *, digits: str = "thai") -> bytes:
    """The same report gives the same bytes."""
    from portal.archival import archival_pdf

    return archival_pdf(report_pdf(report, digits=digits), data_of(report))
