"""HTML as PDF bytes; the only module that imports WeasyPrint, so import it where a PDF is made."""

import gc
import logging
import re
import threading
from collections.abc import Callable
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFile
from pydyf import _to_bytes
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.images import SVGImage
from weasyprint.logger import PROGRESS_LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

# WeasyPrint lets all of Pillow take broken images for whole ones; an upload must still be refused.
ImageFile.LOAD_TRUNCATED_IMAGES = False
PROGRESS_LOGGER.setLevel(logging.INFO)
PROGRESS_LOGGER.propagate = False

OnPage = Callable[[int, int | None], None]


class OwnFiles(URLFetcher):
    """Opens the portal's static files and the office's logo, and what lies in the page itself; nothing else."""

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        allowed = (settings.BASE_DIR / "static", Path(settings.MEDIA_ROOT) / "office")
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or not any(path.is_relative_to(folder.resolve()) for folder in allowed):
            raise ValueError(f"not a file of the portal: {url}")
        return super().fetch(url, headers)


UNUSED = r"(?m)^(::(footnote|note)-|  @(footnote|note-area|left-|right-|bottom-center|\S+-corner)).*$"


@cache
def plain_sheet():
    """WeasyPrint's own style sheet without notes at the foot and empty margins, which for 500 projects cost 108 MB."""
    sheet = files("weasyprint.css").joinpath("html5_ua.css").read_text()
    sheet = re.sub(UNUSED, "", sheet)
    return CSS(string=sheet.replace("\n::marker", "\nli::marker"))


class Page(HTML):
    """HTML in which nothing but a list item has a mark, and nothing a note."""

    def _ua_stylesheets(self, forms=False):
        return [plain_sheet()]


class LayoutEar(logging.Handler):
    """Hears from WeasyPrint what this thread does; the page last laid out is told, however often it is laid out anew."""

    def __init__(self, on_page: OnPage):
        super().__init__()
        self.on_page, self.thread, self.last = on_page, threading.get_ident(), 0

    def emit(self, record):
        if record.thread != self.thread:
            return
        if record.msg.endswith("Page %d"):
            self.last = max(self.last, *record.args)
        self.on_page(self.last, None)


@contextmanager
def heard(on_page: OnPage):
    ear = LayoutEar(on_page)
    PROGRESS_LOGGER.addHandler(ear)
    try:
        yield
    finally:
        PROGRESS_LOGGER.removeHandler(ear)


class PageOnce:
    """A page that is drawn once and then tagged once, and keeps nothing beyond; says so when it is drawn."""

    def __init__(self, page, tell: Callable[[], None]):
        self._page, self._tell = page, tell

    def __getattr__(self, name):
        return getattr(self._page, name)

    def paint(self, stream, scale=1):
        self._tell()
        self._page.paint(stream, scale)
        stream.stream = [b"\n".join(map(_to_bytes, stream.stream))]

    @property
    def _page_box(self):
        """The boxes for their tags, which nobody asks for again."""
        return self._page.__dict__.pop("_page_box")


def let_layout_go(pages):
    """Free what the pages were laid out from; a drawing in the HTML would keep all of it for texts it does not have."""
    for page in pages:
        for box in page._page_box.descendants():
            if isinstance(box, ReplacedBox) and isinstance(box.replacement, SVGImage):
                box.replacement._context = None
    gc.collect()


def pdf_of(html: str, *styles: str, on_page: OnPage = lambda page, pages: None) -> bytes:
    """A tagged PDF in these style sheets of static/; the same HTML gives the same bytes.

    `on_page` is called in every step with the number of pages laid out, while nobody knows how many there will
    be, and then with each page drawn and their number.
    """
    fonts, fetcher = FontConfiguration(), OwnFiles()
    sheets = [CSS(filename=finders.find(name), font_config=fonts, url_fetcher=fetcher) for name in styles]
    options = {"pdf_variant": "pdf/ua-1"}
    with heard(on_page):
        document = Page(string=html, url_fetcher=fetcher).render(
            font_config=fonts, stylesheets=sheets, **options
        )
    let_layout_go(document.pages)
    number = len(document.pages)
    document.pages = [
        PageOnce(page, partial(on_page, at, number)) for at, page in enumerate(document.pages, start=1)
    ]
    return document.write_pdf(**options)
