"""An edition made of a report: its code, its QR picture and its two copies, as the year stands today."""

import datetime
import io
import json

import segno
from django.urls import reverse
from django.utils import timezone

from portal.models import Office
from reports.editions.diff import compare, with_reasons
from reports.editions.snapshot import SCHEMA, edition_data
from reports.editions.verification_code import new_code
from reports.models import AnnualReport, CopyAudience, Edition, EditionCopy
from reports.outputs.book import pdf_with_data, print_page, report_body, title_of
from reports.outputs.print_jobs import print_job_of
from reports.report import Report, report_of

OFFICE_WITHOUT_NAME = "สำนักงานเขตพื้นที่การศึกษา"


def freeze(report: AnnualReport, *, approver, site: str, today: datetime.date) -> Edition:
    """Store the next edition of a report, with both copies; `site` is the address of the portal."""
    readings = [report_of(report.fiscal_year, today=today, public=public) for public in (True, False)]
    office = Office.objects.first()
    before = report.editions.order_by("-number").first()
    code = new_code()
    address = site.rstrip("/") + reverse("check-code", args=[code])
    edition = Edition.objects.create(
        report=report,
        number=before.number + 1 if before else 1,
        code=code,
        address=address,
        qr=qr_picture(address),
        title=title_of(readings[0]),
        office=office.name if office else OFFICE_WITHOUT_NAME,
        author=report.author,
        submitted_at=report.submitted_at,
        approver=approver,
        published_at=timezone.now(),
        reason=report.amendment_reason,
        schema=SCHEMA,
    )
    for reading in readings:
        _freeze_copy(edition, reading, before)
    return edition


def qr_picture(address: str) -> str:
    """Return the QR code that leads to an address, as SVG to stand in a page."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(
        picture, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2, title="QR สำหรับตรวจสอบ"
    )
    return picture.getvalue().decode().strip()


def page_of(copy: EditionCopy) -> str:
    """Return the whole page that a copy's PDF is printed from, made of nothing but what is stored."""
    edition = copy.edition
    return print_page(copy.body, title=edition.title, office=edition.office, code=edition.code, qr=edition.qr)


def data_of(copy: EditionCopy) -> str:
    """Return the data that lie in a copy's PDF, the same text before they are stored and after."""
    return json.dumps(copy.data, ensure_ascii=False, sort_keys=True, indent=1)


def pdf_again(copy: EditionCopy) -> bytes:
    """Print a copy anew from what is stored of it."""
    return pdf_with_data(page_of(copy), data_of(copy), _file_name(copy))


def _freeze_copy(edition: Edition, reading: Report, before: Edition | None):
    """Store what one audience reads, with what changed since the edition before, and ask for its PDF."""
    data = edition_data(reading)
    changes = []
    if before:
        rows = compare(before.copy_for(public=reading.public).data, data)
        changes = with_reasons(rows, since=before.published_at, otherwise=edition.reason)
    audience = CopyAudience.PUBLIC if reading.public else CopyAudience.OFFICE
    body = report_body(reading, edition=edition, changes=changes)
    copy = EditionCopy(edition=edition, audience=audience, body=body, data=data, changes=changes)
    copy.print_job = _print_job(copy)
    copy.save()


def _print_job(copy):
    return print_job_of(
        page_of(copy),
        title=f"{copy.edition}{'' if copy.is_public else ' (ฉบับภายใน)'}",
        file_name=_file_name(copy),
        public=copy.is_public,
        data=data_of(copy),
        user=copy.edition.approver,
    )


def _file_name(copy):
    name = f"annual-report-{copy.edition.report.fiscal_year}-edition-{copy.edition.number}"
    return f"{name}.pdf" if copy.is_public else f"{name}-internal.pdf"
