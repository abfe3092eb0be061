"""What a printing lets go of on its way, and that nobody sees it in the PDF."""

import gc

from django.contrib.staticfiles import finders
from weasyprint import CSS
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.fonts import FontConfiguration

from portal.pdf.rendering import OwnFiles, pdf_of
from portal.pdf.weasy import LeanHTML

DRAWING = '<svg viewBox="0 0 9 4"><title>แท่ง</title><rect fill="#1d4e6f" width="9" height="4"/></svg>'
HTML = f'<html lang="th"><title>ทดสอบ</title><p id="a">หนึ่ง <b>สอง</b></p>{DRAWING}<p class="chapter">สาม</p></html>'


def laid_out():
    fonts, fetcher = FontConfiguration(), OwnFiles()
    sheet = CSS(filename=finders.find("css/print.css"), font_config=fonts, url_fetcher=fetcher)
    page = LeanHTML(string=HTML, url_fetcher=fetcher)
    return page.render(font_config=fonts, stylesheets=[sheet], pdf_variant="pdf/ua-1")


def text_boxes():
    return [thing for thing in gc.get_objects() if type(thing) is TextBox]


def test_letting_go_changes_no_byte():
    """The PDF is what WeasyPrint writes when it keeps everything to the end."""
    document = laid_out()
    assert len(document.pages) == 2
    assert pdf_of(HTML, "css/print.css") == document.write_pdf(pdf_variant="pdf/ua-1")


def test_what_was_laid_out_first_is_gone_before_drawing():
    """A drawing in the page does not keep the boxes from before the layout, and of a page drawn there is still all."""
    kept = []

    def drawn(page, pages):
        if pages:
            kept.append({box.text for box in text_boxes() if not hasattr(box, "pango_layout")})

    pdf_of(HTML, "css/print.css", on_page=drawn)
    assert len(kept) == 2
    assert not any("สอง" in texts for texts in kept)


def test_a_drawing_keeps_what_was_laid_out_when_nobody_lets_go():
    """What the portal frees is there without it, so that a WeasyPrint that needs no help is noticed."""
    document = laid_out()
    gc.collect()
    assert any(box.text == "สอง" and not hasattr(box, "pango_layout") for box in text_boxes())
    assert document.pages
