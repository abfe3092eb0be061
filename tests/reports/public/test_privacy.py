"""An outsider walks every public address, and every download, and finds nothing that is not meant for him."""

from io import BytesIO
from urllib.parse import urlencode
from zipfile import ZipFile

import pypdfium2
from django.urls import reverse
from openpyxl import load_workbook

from tests.planted import SECRETS
from tests.public_pages import addresses, names, rows
from tests.reading import words_of_pdf

LISTS = [
    "partner-list",
    "agreement-list",
    "document-list",
    "network-list",
    "school-list",
    "project-list",
    "contribution-list",
]


def words_in(response):
    """All the words that an answer holds, whatever its form."""
    content = response.getvalue() if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if "spreadsheet" in kind:
        book = load_workbook(BytesIO(content))
        return " ".join(str(cell.value) for sheet in book for row in sheet.rows for cell in row)
    if "wordprocessing" in kind:
        return ZipFile(BytesIO(content)).read("word/document.xml").decode()
    if kind == "application/pdf":
        return words_of_pdf(content) + str(pypdfium2.PdfDocument(content).get_metadata_dict())
    return content.decode(errors="replace")


def leaks(text):
    """Which secrets stand in a text."""
    return {what for what, secret in SECRETS.items() if secret in text}


def leaking(client, paths):
    """What leaks, and where."""
    told = {path: leaks(words_in(client.get(path))) for path in paths}
    return {path: what for path, what in told.items() if what}


def downloads():
    """Each public list as a spreadsheet and as CSV."""
    return [
        f"{path}?download={form}" for name in LISTS for path in [reverse(name)] for form in ("xlsx", "csv")
    ]


def test_every_public_address_has_its_row(db):
    """A new page cannot be forgotten here."""
    assert names() == set(rows())


def test_no_page_tells_an_outsider_a_secret(client, planted):
    """Neither a list, nor a page, nor the report and its PDF."""
    assert leaking(client, addresses()) == {}


def test_no_download_tells_an_outsider_a_secret(client, planted):
    """A spreadsheet holds what the page shows and no more."""
    assert leaking(client, downloads()) == {}


def test_no_search_finds_a_secret(client, planted):
    """Half of each is typed; the other half must not come back."""
    halves = [secret[: len(secret) // 2] for secret in SECRETS.values()]
    assert leaking(client, [f"{reverse('search')}?{urlencode({'q': half})}" for half in halves]) == {}


def test_the_files_are_closed(client, planted):
    """The file of an unpublished document is not given, nor is its picture."""
    closed = [
        reverse(name, args=args) for name in ("document-file", "document-picture") for args in rows()[name]
    ]
    assert closed
    assert all(client.get(path).status_code == 302 for path in closed)


def test_the_walk_would_find_a_secret(staff_client, planted):
    """Staff, who may read people and drafts, meet secrets on some pages of the same walk."""
    pages = [reverse(name, args=args) for name in ("project", "agreement-list") for args in rows()[name]]
    met = set().union(*leaking(staff_client, pages).values())
    assert {"a draft", "a draft agreement"} <= met
