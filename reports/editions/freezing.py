"""An edition made of a report: its two bodies, its data, its QR code and its two printings, as they stand today."""

import datetime
import io
import json

import segno
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from portal.models import Office
from reports.editions.diff import compare, with_reasons
from reports.editions.snapshot import SCHEMA, edition_data
from reports.editions.verification_code import new_code
from reports.models import AnnualReport, Edition
from reports.outputs.book import pdf_with_data, print_page, report_body, title_of
from reports.outputs.print_jobs import printing_of
from reports.report import report_of

TITLE_OF_NONE = "สำนักงานเขตพื้นที่การศึกษา"


def freeze(report: AnnualReport, *, approver, site: str, today: datetime.date) -> Edition:
    """The next edition of a report that its author sent; `site` is where the portal is found."""
    office = Office.objects.first()
    number = (report.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    code = new_code()
    address = site.rstrip("/") + reverse("check-code", args=[code])
    edition = Edition(
        report=report,
        number=number,
        code=code,
        address=address,
        qr=drawn(address),
        office=office.name if office else TITLE_OF_NONE,
        author=report.author,
        submitted_at=report.submitted_at,
        approver=approver,
        published_at=timezone.now(),
        reason=report.amendment_reason,
        schema=SCHEMA,
    )
    for public in (False, True):
        _fill(edition, report_of(report.fiscal_year, today=today, public=public))
    for public in (False, True):
        setattr(edition, f"{_side(public)}_printing", _printing(edition, public, approver))
    edition.save()
    return edition


def drawn(address: str) -> str:
    """The QR code that leads to an address, as a picture to stand in a page."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(
        picture, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2, title="QR สำหรับตรวจสอบ"
    )
    return picture.getvalue().decode().strip()


def page_of(edition: Edition, public: bool) -> str:
    """The whole page that an edition's PDF is made of, from nothing but what is stored."""
    body = edition.public_body if public else edition.internal_body
    return print_page(body, title=edition.title, office=edition.office, code=edition.code, qr=edition.qr)


def data_of(edition: Edition, public: bool) -> str:
    """The data that lie in an edition's PDF, alike before they are stored and after."""
    data = edition.public_data if public else edition.internal_data
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1)


def pdf_again(edition: Edition, public: bool) -> bytes:
    """An edition's PDF made anew from what is stored of it."""
    return pdf_with_data(page_of(edition, public), data_of(edition, public), _file_name(edition, public))


def _fill(edition, reading):
    """The body and the data of one reader, with what changed since the edition before."""
    public = reading.public
    data = edition_data(reading)
    before = Edition.objects.filter(report=edition.report).order_by("-number").first()
    changes = []
    if before:
        rows = compare(before.public_data if public else before.internal_data, data)
        changes = with_reasons(rows, since=before.published_at, otherwise=edition.reason)
    edition.title = title_of(reading)
    setattr(edition, f"{_side(public)}_data", data)
    setattr(edition, f"{_side(public)}_body", report_body(reading, edition=edition, changes=changes))
    edition.changes = [*edition.changes, *({**row, "public": public} for row in changes)]


def _printing(edition, public, approver):
    return printing_of(
        page_of(edition, public),
        title=f"{edition.title} ฉบับที่ {edition.number}{'' if public else ' (ฉบับภายใน)'}",
        file_name=_file_name(edition, public),
        public=public,
        data=data_of(edition, public),
        user=approver,
    )


def _file_name(edition, public):
    name = f"annual-report-{edition.report.fiscal_year}-edition-{edition.number}"
    return f"{name}.pdf" if public else f"{name}-internal.pdf"


def _side(public):
    return "public" if public else "internal"
