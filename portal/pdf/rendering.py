"""Turn HTML into PDF; this imports WeasyPrint, so import it only where a PDF is made."""

from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFile
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from portal.pdf.weasy import LeanHTML, OnPage, PageOnce, free_layout, progress

# WeasyPrint makes Pillow accept truncated images everywhere; an upload must still be refused.
ImageFile.LOAD_TRUNCATED_IMAGES = False


class OwnFiles(URLFetcher):
    """A fetcher of static files, the office's pictures and data URLs; all else is refused."""

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        allowed = (settings.BASE_DIR / "static", Path(settings.MEDIA_ROOT) / "office")
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or not any(path.is_relative_to(folder.resolve()) for folder in allowed):
            raise ValueError(f"not a file of the portal: {url}")
        return super().fetch(url, headers)


def pdf_of(html: str, *styles: str, on_page: OnPage = lambda page, pages: None) -> bytes:
    """Return a tagged PDF with style sheets of static/; equal HTML gives equal bytes.

    `on_page` is called with the number of pages laid out and None, then with each page drawn and the total.
    """
    fonts, fetcher = FontConfiguration(), OwnFiles()
    sheets = [CSS(filename=finders.find(name), font_config=fonts, url_fetcher=fetcher) for name in styles]
    options = {"pdf_variant": "pdf/ua-1"}
    with progress(on_page):
        document = LeanHTML(string=html, url_fetcher=fetcher).render(
            font_config=fonts, stylesheets=sheets, **options
        )
    free_layout(document.pages)
    number = len(document.pages)
    document.pages = [
        PageOnce(page, partial(on_page, at, number)) for at, page in enumerate(document.pages, start=1)
    ]
    return document.write_pdf(**options)
