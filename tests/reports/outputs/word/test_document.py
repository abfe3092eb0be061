"""The report as a Word file: the text, tables and totals of the page, in styles that the office can work with."""

import datetime
import re
import unicodedata
from io import BytesIO

import lxml.html
import pytest
from docx import Document
from docx.oxml.ns import qn

from portal.thai.digits import to_arabic
from reports.outputs.book import report_body
from reports.outputs.word.document import word_file
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_person, make_project

TODAY = datetime.date(2014, 9, 30)


def plain(text):
    return re.sub(r"\s+", "", to_arabic(unicodedata.normalize("NFKC", text)))


def text_of(document):
    """All words of the body in the order of reading, without the codes of fields."""
    return "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def html_text(body):
    """What the body reads: drawings and the column that only names them left out, lists numbered."""
    root = lxml.html.fragment_fromstring(body, create_parent="div")
    for drawn in root.xpath("//svg | //td[@class='bar'] | //table[@class='bars']/thead//th[2]"):
        drawn.drop_tree()
    for numbered in root.iter("ol"):
        for number, item in enumerate(numbered, start=1):
            item.text = f"{number}.{item.text or ''}"
    for line in root.find_class("sign-line"):
        line.text = "." * 40
    for table in root.iter("table"):
        if (caption := table.find("caption")) is not None:
            table.insert(0, caption)
    return root.text_content()


@pytest.fixture(scope="module")
def word_2557(from_2557):
    """The Word file of the year 2557."""
    return from_2557(lambda: word_file(report_of(YEAR, today=TODAY)))


@pytest.fixture(scope="module")
def body_2557(from_2557):
    """The body as HTML that the Word file is made of."""
    return from_2557(lambda: report_body(report_of(YEAR, today=TODAY)))


@pytest.fixture(scope="module")
def document(word_2557):
    return Document(BytesIO(word_2557))


def test_it_says_word_for_word_what_the_page_says(document, body_2557):
    """Every word of the body is in the file, in the same order, and no other."""
    assert plain(text_of(document)) == plain(html_text(body_2557))


def test_its_tables_are_the_tables_of_the_page(document, body_2557):
    """As many tables, each with as many rows; the account of cash ends in 1,189,260."""
    tables = lxml.html.fromstring(body_2557).findall(".//table")
    assert [len(table.rows) for table in document.tables] == [len(list(table.iter("tr"))) for table in tables]
    accounts = next(
        table for table in document.tables if "โครงการและหน่วยงานผู้ให้" in table.rows[0].cells[1].text
    )
    assert plain(accounts.rows[-1].cells[-1].text) == "1,189,260"


def test_the_same_report_gives_the_same_bytes(word_2557, year_2557):
    """Nothing in it tells when it was made."""
    assert word_file(report_of(YEAR, today=TODAY)) == word_2557


def test_thai_digits_are_the_default_and_arabic_an_option(document, year_2557):
    """The first says ๒๕๕๗, the other 2557."""
    arabic = text_of(Document(BytesIO(word_file(report_of(YEAR, today=TODAY), digits="arabic"))))
    assert "๒๕๕๗" in text_of(document)
    assert not re.search("[0-9]", text_of(document))
    assert "2557" in arabic
    assert "๒๕๕๗" not in arabic


def test_headings_are_headings(document):
    """Chapters, their parts, partners and projects can be walked in Word's own outline."""
    levels = {}
    for paragraph in document.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            levels.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert "บทสรุปผู้บริหาร" in levels["Heading 1"]
    assert "วิธีดำเนินการ" in levels["Heading 2"]
    assert any("องค์การบริหารส่วนตำบลควนขนุน" in heading for heading in levels["Heading 3"])
    assert len(levels["Heading 4"]) >= 13


def test_contents_and_page_numbers_are_fields(document):
    """Word fills in the contents and the number at the top of each page; the cover has none."""
    codes = [node.text for node in document.element.body.iter(qn("w:instrText"))]
    assert [code for code in codes if code.strip().startswith("TOC")] == [r' TOC \o "1-3" \h \z \u ']
    page = document.sections[0]
    assert page.different_first_page_header_footer
    assert [node.text.strip() for node in page.header._element.iter(qn("w:instrText"))] == ["PAGE"]
    assert not page.first_page_header.paragraphs[0].text


def test_the_page_is_official(document):
    """A4 with margins of 2.5, 2, 2 and 3 centimetres, in TH Sarabun New for Thai letters too."""
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.right_margin, page.bottom_margin)
    assert [round(size.cm, 1) for size in (*sizes, page.left_margin)] == [21, 29.7, 2.5, 2, 2, 3]
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:cs")) == fonts.get(qn("w:ascii")) == "TH Sarabun New"


def test_heads_of_tables_repeat_and_rows_stay_whole(document):
    """Every table's first row is a head that repeats, and no row breaks over two pages."""
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.django_db
def test_the_name_of_a_private_person_is_not_in_it():
    """Who gave is named by the role."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้ปกครอง"))
    words = text_of(Document(BytesIO(word_file(report_of(YEAR, today=TODAY)))))
    assert "ผู้ปกครอง" in words
    assert "สมชาย" not in words


@pytest.mark.django_db
def test_signs_that_mean_something_in_html_stay_signs():
    """What was typed with <, & or quotes is read as typed."""
    make_project(title='ค่าย <b>รักษ์ป่า</b> & "น้ำ"')
    words = text_of(Document(BytesIO(word_file(report_of(YEAR, today=TODAY)))))
    assert 'ค่าย <b>รักษ์ป่า</b> & "น้ำ"' in words
