"""A report as the HTML and the PDF that are printed, for the office or for the public."""

import base64
import gc
import mimetypes
import re
from pathlib import Path

from django.template.loader import render_to_string

from portal.models import Office
from portal.thai.digits import thai_digits_in_html
from portal.thai.text import unorphan
from reports.outputs.datasets import data_file
from reports.report import Report

STYLES = ("css/report.css", "css/print.css", "css/print-form.css")
BOOK, FORM = "book", "form"
LINK_TO_PORTAL = re.compile(r'<a [^>]*href="/[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def report_body(report: Report, *, edition=None, changes=(), layout: str = BOOK) -> str:
    """Return cover and chapters as HTML, in Arabic digits; of an edition, with its number and what changed.

    No file is linked, so it prints alike wherever it is stored; figures link to the lists that make them.
    """
    office = Office.objects.first()
    return render_to_string(
        "reports/outputs/book/_book.html",
        {
            "report": report,
            "summary": report.summary,
            "narrative": report.narrative,
            "public": report.public,
            "contents": True,
            "layout": layout,
            "office": office,
            "logo": _logo_url(office),
            "edition": edition,
            "changes": changes,
        },
    )


def _logo_url(office):
    """Return the office's logo as a data URL, or nothing if it has none."""
    if not (office and office.logo):
        return ""
    kind = mimetypes.guess_type(office.logo.name)[0] or "image/png"
    with office.logo.open("rb") as file:
        return f"data:{kind};base64,{base64.b64encode(file.read()).decode()}"


def title_of(report: Report) -> str:
    title = report.narrative.report.title if report.narrative.report else ""
    title = title or "รายงานผลการส่งเสริมการมีส่วนร่วมในการจัดการศึกษา"
    only = f" เฉพาะ{report.only}" if report.only else ""
    return f"{title}{only} ปีงบประมาณ พ.ศ. {report.summary.fiscal_year}"


def print_page(
    body: str,
    *,
    title: str,
    office: str,
    digits: str = "thai",
    code: str = "",
    qr: str = "",
    layout: str = BOOK,
    sheet: str = "",
) -> str:
    """Return the page to print around a body, with an edition's code and QR code at the foot of every page.

    `sheet` is CSS that precedes that of every book.
    """
    context = {"title": title, "office": office, "digits": digits, "code": code, "qr": qr}
    context |= {"body": LINK_TO_PORTAL.sub(r"\1", body), "layout": layout, "sheet": sheet}
    html = unorphan(render_to_string("reports/outputs/book/print.html", context))
    return thai_digits_in_html(html) if digits == "thai" else html


def report_html(report: Report, *, digits: str = "thai", layout: str = BOOK) -> str:
    """Return the report as it is printed, with Thai or Arabic digits, as a book or in the columns of the office's form."""
    office, body = Office.objects.first(), report_body(report, layout=layout)
    name = office.name if office else ""
    return print_page(body, title=title_of(report), office=name, digits=digits, layout=layout)


def file_name_of(report: Report, *, digits: str = "thai", layout: str = BOOK) -> str:
    """Return a file name with the year and every option that differs from the full public report."""
    parts = [
        f"annual-report-{report.summary.fiscal_year}",
        report.only_code,
        "" if report.annexes else "no-annexes",
        "form" if layout == FORM else "",
        "" if report.public else "internal",
        "arabic" if digits == "arabic" else "",
    ]
    return f"{'-'.join(filter(None, parts))}.pdf"


def pdf_with_data(html: str, data: str, file_name: str, **options) -> bytes:
    """Return a PDF/A-3a and PDF/UA-1 file with its data as JSON inside; the same input gives the same bytes."""
    from portal.pdf.archival import archival_pdf
    from portal.pdf.rendering import pdf_of

    attached = {f"{Path(file_name).stem}.json": data.encode()} if data else {}
    pdf = pdf_of(html, *STYLES, **options)
    gc.collect()  # frees the pages, which for 500 projects are 100 MB
    return archival_pdf(pdf, attached)


def report_pdf(report: Report, *, digits: str = "thai") -> bytes:
    """Return the report's PDF as every page and every command gives it."""
    html, name = report_html(report, digits=digits), file_name_of(report, digits=digits)
    return pdf_with_data(html, data_file(report), name)
