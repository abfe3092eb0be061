"""What the portal needs of WeasyPrint beyond its documented interface."""

import re
from importlib.metadata import version
from importlib.resources import files

from weasyprint import HTML
from weasyprint.images import SVGImage

from portal.pdf.weasy import NOTES_AND_MARGINS, TRIED_WITH, colour_profile, lean_sheet


def test_weasyprint_is_the_version_that_was_tried():
    """An update of WeasyPrint begins here: whoever makes it reads portal/pdf/weasy.py against its source."""
    assert version("weasyprint") == TRIED_WITH
    assert hasattr(HTML, "_ua_stylesheets")
    assert "_page_box" in vars(HTML(string="<p>ก</p>").render().pages[0])
    assert "_context" in SVGImage.__init__.__code__.co_names
    assert colour_profile("sRGB2014.icc")


def test_the_lean_sheet_leaves_something_out():
    """The lines that it looks for stand in WeasyPrint's own sheet."""
    sheet = files("weasyprint.css").joinpath("html5_ua.css").read_text()
    assert len(re.findall(NOTES_AND_MARGINS, sheet)) > 10
    assert "\n::marker" in sheet
    assert lean_sheet()
