"""Files that a page hands out: named, typed, and never run."""

from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.http import Http404

from partners.models import Document
from portal.downloads import attachment, sandboxed_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def stored(name, content=b"content"):
    """A stored file, as a record holds it."""
    return FieldFile(
        Document(), Document._meta.get_field("file"), default_storage.save(name, ContentFile(content))
    )


def test_a_thai_name_arrives_whole():
    """A browser saves under the name in Thai, and knows the type by its suffix."""
    answer = attachment(b"1", "โครงการ-2557.xlsx")
    assert "โครงการ-2557.xlsx" in unquote(answer["Content-Disposition"])
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_pdf_may_be_looked_at():
    """It has its name all the same."""
    assert (
        attachment(b"1", "report.pdf", save=False)["Content-Disposition"] == 'inline; filename="report.pdf"'
    )


def test_pieces_are_sent_while_they_are_made():
    """A big folder is never whole in memory."""
    answer = attachment(iter([b"1", b"2"]), "folder.zip")
    assert answer.streaming
    assert b"".join(answer.streaming_content) == b"12"


@pytest.mark.parametrize(("name", "shown"), [("photo.jpg", "inline"), ("page.html", "attachment")])
def test_an_uploaded_file_runs_nothing(name, shown):
    """A photo is shown, anything else is saved, and neither may run or be taken for another type."""
    answer = sandboxed_file(stored(name), name)
    answer.close()
    assert answer["Content-Disposition"].startswith(shown)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_lost_file_is_named():
    """What is gone from the disk is a page that says so, no error."""
    file = stored("lost.pdf")
    default_storage.delete(file.name)
    with pytest.raises(Http404, match=r"lost\.pdf"):
        sandboxed_file(file, "lost.pdf")
