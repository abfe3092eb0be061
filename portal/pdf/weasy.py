"""What the portal uses of WeasyPrint beyond its documented interface, tested with the version `TRIED_WITH`.

Private are `HTML._ua_stylesheets`, `Page._page_box`, `SVGImage._context`, `pydyf._to_bytes`, the lines of
html5_ua.css, the words of the progress log, and the colour profile among its files.
"""

import gc
import logging
import re
import threading
from collections.abc import Callable
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

from pydyf import _to_bytes
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.images import SVGImage
from weasyprint.logger import PROGRESS_LOGGER

TRIED_WITH = "70.0"
PROGRESS_LOGGER.setLevel(logging.INFO)
PROGRESS_LOGGER.propagate = False

OnPage = Callable[[int, int | None], None]
NOTES_AND_MARGINS = (
    r"(?m)^(::(footnote|note)-|  @(footnote|note-area|left-|right-|bottom-center|\S+-corner)).*$"
)


class LeanHTML(HTML):
    """HTML with markers of list items only and without footnotes."""

    def _ua_stylesheets(self, forms=False):
        return [lean_sheet()]


@cache
def lean_sheet():
    """Return WeasyPrint's style sheet without notes and empty margins, which take 108 MB for 500 projects."""
    sheet = files("weasyprint.css").joinpath("html5_ua.css").read_text()
    sheet = re.sub(NOTES_AND_MARGINS, "", sheet)
    return CSS(string=sheet.replace("\n::marker", "\nli::marker"))


def colour_profile(name: str) -> bytes:
    """Return an ICC profile that comes with WeasyPrint."""
    return (files("weasyprint.pdf") / name).read_bytes()


class ProgressHandler(logging.Handler):
    """Reports the highest page that this thread has laid out."""

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
def progress(on_page: OnPage):
    """Call `on_page` in every step of the layout with the number of pages laid out and None."""
    handler = ProgressHandler(on_page)
    PROGRESS_LOGGER.addHandler(handler)
    try:
        yield
    finally:
        PROGRESS_LOGGER.removeHandler(handler)


class PageOnce:
    """A page that frees its memory once drawn and tagged, and calls back when it is drawn."""

    def __init__(self, page, on_paint: Callable[[], None]):
        self._page, self._on_paint = page, on_paint

    def __getattr__(self, name):
        return getattr(self._page, name)

    def paint(self, stream, scale=1):
        self._on_paint()
        self._page.paint(stream, scale)
        stream.stream = [b"\n".join(map(_to_bytes, stream.stream))]

    @property
    def _page_box(self):
        """The boxes from which the tags are made, removed from the page."""
        return self._page.__dict__.pop("_page_box")


def free_layout(pages):
    """Free the layout of pages, to which SVG drawings keep references that they do not need."""
    for page in pages:
        for box in page._page_box.descendants():
            if isinstance(box, ReplacedBox) and isinstance(box.replacement, SVGImage):
                box.replacement._context = None
    gc.collect()
