"""A report as PDF bytes; it brings WeasyPrint along, so import it where a PDF is made."""

from django.template.loader import render_to_string

from portal.models import Office
from portal.printing import pdf_of
from portal.thai.digits import thai_digits_in_html
from portal.thai.text import unorphan
from reports.report import Report

STYLES = ("css/report.css", "css/print.css")


def report_html(report: Report, *, digits: str = "thai") -> str:
    """The report as it goes to print, with Thai or Arabic digits."""
    html = render_to_string(
        "reports/print.html", {"report": report, "digits": digits, "office": Office.objects.first()}
    )
    html = unorphan(html)
    return thai_digits_in_html(html) if digits == "thai" else html


def report_pdf(report: Report, *, digits: str = "thai") -> bytes:
    """The report as a tagged PDF; the same report gives the same bytes."""
    return pdf_of(report_html(report, digits=digits), *STYLES)
