"""The report as a Word file for the office to edit: the body of page and print, in styles of Word."""

import datetime
import zipfile
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from portal.models import Office
from portal.thai.text import unorphan
from reports.outputs.book import report_body, title_of
from reports.outputs.word.body import write_body
from reports.outputs.word.styles import add_field, set_styles
from reports.report import Report

MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def word_file(report: Report, *, digits: str = "thai") -> bytes:
    """Return the report as a Word file; the same report gives the same bytes."""
    return word_of(report_body(report), title=title_of(report), digits=digits)


def word_of(body: str, *, title: str, digits: str = "thai") -> bytes:
    """Return a report's body, new or stored in an edition, as a Word file."""
    office = Office.objects.first()
    document = Document()
    _set_properties(document, title, office)
    set_styles(document)
    _set_page(document, digits)
    if office and office.logo and office.logo.name.lower().endswith(PICTURES):
        document.add_picture(office.logo.path, height=Cm(2.5))
    write_body(document, unorphan(body), digits=digits)
    content = BytesIO()
    document.save(content)
    return _with_fixed_times(content)


def _set_properties(document, title, office):
    facts = document.core_properties
    facts.title, facts.language = title[:255], "th-TH"
    facts.author = facts.last_modified_by = (office.name if office else "")[:255]
    facts.comments, facts.created, facts.modified = "", MADE, MADE


def _set_page(document, digits):
    """Set A4 with the official margins, and the page number at the top of every page but the cover."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = Cm(2.5), Cm(2), Cm(2), Cm(3)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.style = document.styles["Header"]
    number.add_run("- ")
    add_field(number, "PAGE", "๒" if digits == "thai" else "2")
    number.add_run(" -")
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "thaiNumbers" if digits == "thai" else "decimal")
    page._sectPr.find(qn("w:pgMar")).addnext(numbers)


def _with_fixed_times(content):
    """Return the zip with the same time for each of its parts."""
    fixed = BytesIO()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
