"""HTML as PDF bytes; the only module that imports WeasyPrint, so import it where a PDF is made."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

# WeasyPrint lets all of Pillow take broken images for whole ones; an upload must still be refused.
ImageFile.LOAD_TRUNCATED_IMAGES = False


class OwnFiles(URLFetcher):
    """Opens the portal's static files and the office's logo, and nothing else."""

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        allowed = (settings.BASE_DIR / "static", Path(settings.MEDIA_ROOT) / "office")
        if parts.scheme != "file" or not any(path.is_relative_to(folder.resolve()) for folder in allowed):
            raise ValueError(f"not a file of the portal: {url}")
        return super().fetch(url, headers)


def pdf_of(html: str, *styles: str) -> bytes:
    """A tagged PDF in these style sheets of static/; the same HTML gives the same bytes."""
    fonts, fetcher = FontConfiguration(), OwnFiles()
    sheets = [CSS(filename=finders.find(name), font_config=fonts, url_fetcher=fetcher) for name in styles]
    page = HTML(string=html, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1")
