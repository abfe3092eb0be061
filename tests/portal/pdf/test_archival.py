"""A PDF for keeping: PDF/A-3a, marked as UA-1, with its data inside, the same bytes twice."""

import io

import pikepdf
import pypdfium2
import pytest

from portal.pdf.archival import archival_pdf
from portal.pdf.rendering import pdf_of

HTML = '<html lang="th"><head><title>ทดสอบ</title></head><body><h1>จำนวน <a href="https://example.org">น้ำ</a></h1></body></html>'
DATA = {"data.json": '{"ปี": 2557}'.encode(), "workbook.xlsx": b"PK"}


@pytest.fixture(scope="module")
def kept_pdf():
    return archival_pdf(pdf_of(HTML, "css/print.css"), DATA)


def test_it_says_what_it_conforms_to(kept_pdf):
    """Its metadata name PDF/A-3a and PDF/UA-1; it is tagged and has a colour profile."""
    with pikepdf.open(io.BytesIO(kept_pdf)) as document:
        metadata = document.open_metadata()
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert document.Root.MarkInfo.Marked
        assert document.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert [annotation.F for annotation in document.pages[0].Annots] == [4]


def test_the_data_are_inside(kept_pdf):
    """Each file comes out as it went in, and is associated as the data of the document."""
    with pikepdf.open(io.BytesIO(kept_pdf)) as document:
        assert {name: file.get_file().read_bytes() for name, file in document.attachments.items()} == DATA
        assert [str(file.AFRelationship) for file in document.Root.AF] == ["/Data", "/Data"]
        kinds = [str(file.EF.F.Subtype) for file in document.Root.AF]
        assert kinds[0] == "/application/json"


def test_the_same_input_gives_the_same_bytes(kept_pdf):
    """Its days are fixed, and its identifier follows from its content."""
    assert kept_pdf == archival_pdf(pdf_of(HTML, "css/print.css"), DATA)


def test_other_data_give_other_bytes(kept_pdf):
    """What was changed inside shows outside."""
    other = DATA | {"data.json": b"{}"}
    assert kept_pdf != archival_pdf(pdf_of(HTML, "css/print.css"), other)


def test_its_text_can_still_be_searched(kept_pdf):
    """Thai letters stay whole in the text layer."""
    text = pypdfium2.PdfDocument(kept_pdf)[0].get_textpage().get_text_range()
    assert "จำนวน น้ำ" in text
