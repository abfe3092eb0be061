"""Where the pages of the printed report break."""

import datetime
import re
from dataclasses import replace

import pypdfium2
import pytest

from partners.models import Document
from portal.pdf.rendering import pdf_of
from reports.models import AnnualReport, EvidenceLine, ReportItem, Standard, StandardItem
from reports.outputs.book import FORM, STYLES, report_html, report_pdf
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_organization, make_project
from tests.reading import squeezed, without_tags

pytestmark = [pytest.mark.django_db, pytest.mark.picture]
TODAY = datetime.date(2026, 11, 23)
MILLIMETRE = 72 / 25.4


def body_lines(page):
    """The lines of a page between its upper and lower margins."""
    text = page.get_textpage().get_text_bounded(
        bottom=20 * MILLIMETRE, top=page.get_height() - 25 * MILLIMETRE
    )
    return [line for line in text.splitlines() if line.strip()]


def test_no_page_ends_with_a_heading(html_2557, pdf_2557):
    """Every heading of 2557 has something below it on its page."""
    headings = re.findall(r"<h[1-4].*?</h[1-4]>", html_2557, re.DOTALL)
    words = tuple(squeezed(without_tags(heading)) for heading in headings)
    pages = [squeezed("".join(body_lines(page))) for page in pypdfium2.PdfDocument(pdf_2557)]
    assert len(words) > 40
    assert [page[-60:] for page in pages if page.endswith(words)] == []


def test_no_row_of_a_table_is_cut():
    """What a row begins and ends with stands on one page, however the rows fall."""
    partner = make_organization()
    for number in range(60):
        title = f"ต้น{number:02d}แถว {'กิจกรรมส่งเสริมการอ่านของนักเรียน ' * (number % 11)}ปลาย{number:02d}แถว"
        make_contribution(project=make_project(title=title, partner=partner))
    document = pypdfium2.PdfDocument(report_pdf(report_of(YEAR, today=TODAY), digits="arabic"))
    pages = [squeezed("".join(body_lines(page))) for page in document]
    account = next(n for n, page in enumerate(pages) if page.startswith("บัญชีการสนับสนุน"))
    for number in range(60):
        ends = [
            {n for n, page in enumerate(pages) if f"{end}{number:02d}แถว" in page} for end in ("ต้น", "ปลาย")
        ]
        assert {n for n in ends[0] if n >= account} == {n for n in ends[1] if n >= account} != set()


def text_in(page, *, left=0, right=210):
    """What stands between two distances from the left edge, in millimetres."""
    return squeezed(page.get_textpage().get_text_bounded(left=left * MILLIMETRE, right=right * MILLIMETRE))


def test_the_form_has_the_evidence_beside_the_narrative(year_2557):
    """On every page of an item the heads stand over two columns; its numbered list begins in the right one."""
    report = report_of(2557, today=TODAY)
    pdf = pypdfium2.PdfDocument(pdf_of(report_html(report, digits="arabic", layout=FORM), *STYLES))
    headed = [page for page in pdf if squeezed("วิธีดำเนินการ / ผลการดำเนินงาน") in text_in(page, right=142)]
    assert len(headed) > 5
    assert all("เอกสารหลักฐาน" in text_in(page, left=142) for page in headed)
    item = next(item for item in report.narrative.items if item.evidence)
    first = next(
        page for page in headed if squeezed(f"1. {item.evidence[0].title}") in text_in(page, left=142)
    )
    assert squeezed(item.sections["methods"][0].paragraph.text)[:20] in text_in(first, right=142)


def test_the_book_has_no_columns(html_2557, year_2557):
    """Only the form lists the evidence of an item beside it."""
    assert "item-evidence" not in html_2557
    assert "item-evidence" in report_html(report_of(2557, today=TODAY), layout=FORM)


def test_a_long_list_of_evidence_is_printed_to_its_end():
    """Three hundred papers beside one point of the form: each number stands in the text, on a page, once."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    point = StandardItem.objects.create(standard=standard, number="3", title="เครือข่าย")
    item = ReportItem.objects.create(
        report=AnnualReport.objects.create(fiscal_year=YEAR, standard=standard), standard_item=point
    )
    make_contribution()
    for number in range(1, 301):
        paper = Document.objects.create(kind="other", title=f"หนังสือฉบับที่ก{number:03d}ข")
        EvidenceLine.objects.create(item=item, document=paper, order=number)
    report = replace(report_of(YEAR, today=TODAY), annexes=False)
    pages = pypdfium2.PdfDocument(pdf_of(report_html(report, digits="arabic", layout=FORM), *STYLES))
    text = squeezed("".join(line for page in pages for line in body_lines(page)))
    found = re.findall(r"หนังสือฉบับที่ก(\d{3})ข", text)
    assert sorted(map(int, found)) == list(range(1, 301))
