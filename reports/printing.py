"""A report as PDF bytes; the only module that imports WeasyPrint, so import it where a PDF is made."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from portal.models import Office
from portal.thai.digits import thai_digits_in_html
from portal.thai.text import unorphan
from reports.report import Report

# WeasyPrint lets all of Pillow take broken images for whole ones; an upload must still be refused.
ImageFile.LOAD_TRUNCATED_IMAGES = False

STYLES = ("css/report.css", "css/print.css")


class OwnFiles(URLFetcher):
    """Opens the portal's static files and the office's logo, and nothing else."""

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        path = Path(url2pathname(parts.path)).resolve()
        allowed = (settings.BASE_DIR / "static", Path(settings.MEDIA_ROOT) / "office")
        if parts.scheme != "file" or not any(path.is_relative_to(folder.resolve()) for folder in allowed):
            raise ValueError(f"not a file of the report: {url}")
        return super().fetch(url, headers)


def report_html(report: Report, *, digits: str = "thai") -> str:
    """The report as it goes to print, with Thai or Arabic digits."""
    html = render_to_string(
        "reports/print.html", {"report": report, "digits": digits, "office": Office.objects.first()}
    )
    html = unorphan(html)
    return thai_digits_in_html(html) if digits == "thai" else html


def report_pdf(report: Report, *, digits: str = "thai") -> bytes:
    """The report as a tagged PDF; the same report gives the same bytes."""
    fonts, fetcher = FontConfiguration(), OwnFiles()
    styles = [CSS(filename=finders.find(name), font_config=fonts, url_fetcher=fetcher) for name in STYLES]
    page = HTML(string=report_html(report, digits=digits), url_fetcher=fetcher)
    return page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1")
