"""A report as the HTML that goes to print, for a reader inside the office or for the public."""

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
TO_THE_PORTAL = re.compile(r'<a [^>]*href="/[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def report_body(report: Report, *, edition=None, changes=(), layout: str = BOOK) -> str:
    """Cover and chapters, in Arabic digits; of the public one every private name is left out.

    It leads to no file, so it prints alike wherever it is kept; an edition's tells its number and what changed.
    Figures lead to the lists that make them, which a page shows and a print leaves out.
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
            "logo": _picture(office),
            "edition": edition,
            "changes": changes,
        },
    )


def _picture(office):
    """The office's logo within the page itself, or nothing while it has none."""
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
    """A whole page to print around a body; an edition's code and QR picture stand at the foot of every page.

    What `sheet` says of the style goes before what every book says.
    """
    html = render_to_string(
        "reports/outputs/book/print.html",
        {
            "body": TO_THE_PORTAL.sub(r"\1", body),
            "title": title,
            "office": office,
            "digits": digits,
            "code": code,
            "qr": qr,
            "layout": layout,
            "sheet": sheet,
        },
    )
    html = unorphan(html)
    return thai_digits_in_html(html) if digits == "thai" else html


def report_html(report: Report, *, digits: str = "thai", layout: str = BOOK) -> str:
    """The report as it goes to print, with Thai or Arabic digits, as a book or in the columns of the office's form."""
    office = Office.objects.first()
    return print_page(
        report_body(report, layout=layout),
        title=title_of(report),
        office=office.name if office else "",
        digits=digits,
        layout=layout,
    )


def file_name_of(report: Report, *, digits: str = "thai", layout: str = BOOK) -> str:
    """Which year, and whatever of it is not the public report in full."""
    parts = ["annual-report", report.summary.fiscal_year]
    parts += [report.only_code] * bool(report.only_code) + ["no-annexes"] * (not report.annexes)
    parts += ["form"] * (layout == FORM)
    parts += ["internal"] * (not report.public) + ["arabic"] * (digits == "arabic")
    return f"{'-'.join(map(str, parts))}.pdf"


def pdf_with_data(html: str, data: str, file_name: str, **listening) -> bytes:
    """PDF/A-3a and PDF/UA-1 in one, with its data as JSON inside; the same input gives the same bytes."""
    from portal.pdf.archival import archival_pdf
    from portal.pdf.rendering import pdf_of

    attached = {f"{Path(file_name).stem}.json": data.encode()} if data else {}
    pdf = pdf_of(html, *STYLES, **listening)
    gc.collect()  # lets the pages go, which for 500 projects are 100 MB
    return archival_pdf(pdf, attached)


def report_pdf(report: Report, *, digits: str = "thai") -> bytes:
    """The report's PDF as every page and every command hands it out."""
    name = file_name_of(report, digits=digits)
    return pdf_with_data(report_html(report, digits=digits), data_file(report), name)
