"""Where the pages of the printed report break."""

import datetime
import re
import unicodedata

import pypdfium2
import pytest
from django.core.management import call_command

from reports.printing import report_html, report_pdf
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_organization, make_project

pytestmark = [pytest.mark.django_db, pytest.mark.picture]
TODAY = datetime.date(2026, 11, 23)
MILLIMETRE = 72 / 25.4


def plain(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def body_lines(page):
    """The lines of a page between its upper and lower margins."""
    text = page.get_textpage().get_text_bounded(
        bottom=20 * MILLIMETRE, top=page.get_height() - 25 * MILLIMETRE
    )
    return [line for line in text.splitlines() if line.strip()]


def test_no_page_ends_with_a_heading():
    """Every heading of 2557 has something below it on its page."""
    call_command("load_2557", verbosity=0)
    report = report_of(2557, today=TODAY)
    headings = re.findall(r"<h[1-4].*?</h[1-4]>", report_html(report), re.DOTALL)
    words = tuple(plain(re.sub("<.*?>", "", heading)) for heading in headings)
    pages = [plain("".join(body_lines(page))) for page in pypdfium2.PdfDocument(report_pdf(report))]
    assert len(words) > 40
    assert [page[-60:] for page in pages if page.endswith(words)] == []


def test_no_row_of_a_table_is_cut():
    """What a row begins and ends with stands on one page, however the rows fall."""
    partner = make_organization()
    for number in range(60):
        title = f"ต้น{number:02d}แถว {'กิจกรรมส่งเสริมการอ่านของนักเรียน ' * (number % 11)}ปลาย{number:02d}แถว"
        make_contribution(project=make_project(title=title, partner=partner))
    document = pypdfium2.PdfDocument(report_pdf(report_of(YEAR, today=TODAY), digits="arabic"))
    pages = [plain("".join(body_lines(page))) for page in document]
    account = next(n for n, page in enumerate(pages) if page.startswith("บัญชีการสนับสนุน"))
    for number in range(60):
        ends = [
            {n for n, page in enumerate(pages) if f"{end}{number:02d}แถว" in page} for end in ("ต้น", "ปลาย")
        ]
        assert {n for n in ends[0] if n >= account} == {n for n in ends[1] if n >= account} != set()
