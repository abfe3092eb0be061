"""The report as a Word file: the text, tables and totals of the page, in styles that the office can work with."""

import re
from io import BytesIO

import lxml.html
import pytest
from docx import Document
from docx.oxml.ns import qn

from reports.outputs.word.document import word_file
from reports.report import report_of
from tests.conftest import TODAY
from tests.factories import YEAR, make_contribution, make_person, make_project
from tests.reading import squeezed, words_of_word


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
def document_2557(word_2557):
    """The Word file of 2557, opened."""
    return Document(BytesIO(word_2557))


def test_it_says_word_for_word_what_the_page_says(word_2557, body_2557):
    """Every word of the body is in the file, in the same order, and no other."""
    assert squeezed(words_of_word(word_2557)) == squeezed(html_text(body_2557))


def test_its_tables_are_the_tables_of_the_page(document_2557, body_2557):
    """As many tables, each with as many rows; the account of cash ends in 1,189,260."""
    tables = lxml.html.fromstring(body_2557).findall(".//table")
    assert [len(table.rows) for table in document_2557.tables] == [
        len(list(table.iter("tr"))) for table in tables
    ]
    accounts = next(
        table for table in document_2557.tables if "โครงการและหน่วยงานผู้ให้" in table.rows[0].cells[1].text
    )
    assert squeezed(accounts.rows[-1].cells[-1].text) == "1,189,260"


def test_the_same_report_gives_the_same_bytes(word_2557, year_2557):
    """Nothing in it tells when it was made."""
    assert word_file(report_of(YEAR, today=TODAY)) == word_2557


def test_thai_digits_are_the_default_and_arabic_an_option(word_2557, from_2557):
    """The first says ๒๕๕๗, the other 2557."""
    thai = words_of_word(word_2557)
    arabic = words_of_word(from_2557(lambda: word_file(report_of(YEAR, today=TODAY), digits="arabic")))
    assert "๒๕๕๗" in thai
    assert not re.search("[0-9]", thai)
    assert "2557" in arabic
    assert "๒๕๕๗" not in arabic


def test_headings_are_headings(document_2557):
    """Chapters, their parts, partners and projects can be walked in Word's own outline."""
    levels = {}
    for paragraph in document_2557.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            levels.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert "บทสรุปผู้บริหาร" in levels["Heading 1"]
    assert "วิธีดำเนินการ" in levels["Heading 2"]
    assert any("องค์การบริหารส่วนตำบลควนขนุน" in heading for heading in levels["Heading 3"])
    assert len(levels["Heading 4"]) >= 13


def test_contents_and_page_numbers_are_fields(document_2557):
    """Word fills in the contents and the number at the top of each page; the cover has none."""
    codes = [node.text for node in document_2557.element.body.iter(qn("w:instrText"))]
    assert [code for code in codes if code.strip().startswith("TOC")] == [r' TOC \o "1-3" \h \z \u ']
    page = document_2557.sections[0]
    assert page.different_first_page_header_footer
    assert [node.text.strip() for node in page.header._element.iter(qn("w:instrText"))] == ["PAGE"]
    assert not page.first_page_header.paragraphs[0].text


def test_the_page_is_official(document_2557):
    """A4 with margins of 2.5, 2, 2 and 3 centimetres, in TH Sarabun New for Thai letters too."""
    page = document_2557.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.right_margin, page.bottom_margin)
    assert [round(size.cm, 1) for size in (*sizes, page.left_margin)] == [21, 29.7, 2.5, 2, 2, 3]
    fonts = document_2557.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:cs")) == fonts.get(qn("w:ascii")) == "TH Sarabun New"


def test_heads_of_tables_repeat_and_rows_stay_whole(document_2557):
    """Every table's first row is a head that repeats, and no row breaks over two pages."""
    for table in document_2557.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.django_db
def test_the_name_of_a_private_person_is_not_in_it():
    """Who gave is named by the role."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้ปกครอง"))
    words = words_of_word(word_file(report_of(YEAR, today=TODAY)))
    assert "ผู้ปกครอง" in words
    assert "สมชาย" not in words


@pytest.mark.django_db
def test_signs_that_mean_something_in_html_stay_signs():
    """What was typed with <, & or quotes is read as typed."""
    make_project(title='ค่าย <b>รักษ์ป่า</b> & "น้ำ"')
    words = words_of_word(word_file(report_of(YEAR, today=TODAY)))
    assert 'ค่าย <b>รักษ์ป่า</b> & "น้ำ"' in words
