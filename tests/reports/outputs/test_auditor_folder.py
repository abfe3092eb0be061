"""The auditor's folder: everything in it is in its manifest, and what is missing is told."""

import csv
import datetime
import hashlib
import io
import json
import zipfile

import pytest
from django.core.files.base import ContentFile

from partners.models import Document
from reports.models import EvidenceLine, ReportItem
from reports.outputs import auditor_folder
from reports.outputs.auditor_folder import FolderEntry, folder_of
from reports.report import report_of
from tests.factories import YEAR, make_project
from tests.files import picture

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2014, 9, 30)


def folder_now():
    """The folder's bytes and its entries."""
    content = b"".join(folder_of(report_of(YEAR, today=TODAY)))
    return content, [FolderEntry(**row) for row in manifest(content)]


def make_paper(title="บันทึก", **fields):
    return Document.objects.create(kind="other", title=title, **fields)


def with_picture(title="ภาพกิจกรรม"):
    return make_paper(
        title, file=ContentFile(picture().read() if hasattr(picture(), "read") else picture(), "x.jpg")
    )


def manifest(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return json.loads(archive.read("manifest.json"))


@pytest.fixture
def quick_forms(monkeypatch):
    """The report's own files are short ones, for tests about the papers beside them."""
    for form in ("report_pdf", "word_file", "workbook"):
        monkeypatch.setattr(auditor_folder, form, lambda report: b"%PDF")


def test_every_file_is_in_the_manifest_under_its_sum():
    """SHA-256 and size of each file are those of the manifest, and no file is beside it."""
    make_project().documents.add(with_picture())
    content, _ = folder_now()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        told = {row["path"]: row for row in manifest(content) if row["path"]}
        rest = {"manifest.json", "manifest.csv", "ไฟล์ที่ยังไม่มี.txt"}
        assert set(archive.namelist()) == {*told, *rest}
        for path, row in told.items():
            assert hashlib.sha256(archive.read(path)).hexdigest() == row["sha256"]
            assert len(archive.read(path)) == row["size"]


def test_both_manifests_say_the_same(quick_forms):
    """One is for machines, one opens in Excel with Thai letters."""
    make_project().documents.add(with_picture(), make_paper())
    content, entries = folder_now()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"))))
    assert [row["sha256"] for row in rows] == [row["sha256"] for row in manifest(content)]
    assert len(rows) == len(entries) == 5


def test_papers_bear_the_numbers_of_the_evidence_lists(year_2557, quick_forms):
    """A paper of item 3's list is named 3-12 with its code and title."""
    paper = with_picture("ภาพ: งาน/วันเด็ก?")
    item = ReportItem.objects.get(report__fiscal_year=YEAR, standard_item__number="3")
    EvidenceLine.objects.create(item=item, document=paper, order=99)
    content, _ = folder_now()
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert f"หลักฐาน/3-12 {paper.code} ภาพ งาน วันเด็ก.jpg" in names


def test_papers_that_no_list_has_follow_apart(quick_forms):
    """A project's own paper outside the lists is in the folder too, once."""
    paper = with_picture()
    for _ in range(2):
        make_project().documents.add(paper)
    _, entries = folder_now()
    assert [entry.path for entry in entries if entry.code] == [f"หลักฐาน/นอกบัญชี-01 {paper.code} ภาพกิจกรรม.jpg"]


def test_what_is_missing_is_listed(quick_forms):
    """A paper without a file, one whose file is gone, and projects without evidence stand in words."""
    make_project(title="มีหลักฐาน").documents.add(make_paper("ยังไม่สแกน"), gone := with_picture("หายไป"))
    make_project(title="ไร้หลักฐาน")
    gone.file.storage.delete(gone.file.name)
    content, entries = folder_now()
    assert {entry.title: entry.missing for entry in entries if entry.missing} == {
        "ยังไม่สแกน": "ยังไม่ได้แนบไฟล์",
        "หายไป": "มีชื่อไฟล์ในทะเบียน แต่ไม่พบไฟล์ในเครื่อง",
    }
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        words = archive.read("ไฟล์ที่ยังไม่มี.txt").decode()
    assert "ยังไม่สแกน" in words
    assert "หายไป" in words
    assert "ไร้หลักฐาน" in words
    assert " มีหลักฐาน" not in words


def test_papers_of_other_years_are_not_in_it(quick_forms):
    """Only what proves this year's report is handed over."""
    make_project()
    make_project(fiscal_year=YEAR + 1).documents.add(with_picture())
    assert not [entry for entry in folder_now()[1] if entry.code]


def test_the_same_records_give_the_same_bytes():
    """Nothing in it tells when it was packed."""
    make_project().documents.add(with_picture())
    assert folder_now()[0] == folder_now()[0]


def test_a_long_title_fits_every_disk(quick_forms):
    """The name of a file stays below 255 bytes."""
    make_project().documents.add(with_picture("ยาว" * 130))
    path = next(entry.path for entry in folder_now()[1] if entry.code)
    assert len(path.rpartition("/")[2].encode()) < 200


def test_it_begins_before_the_report_is_printed(quick_forms):
    """The first piece is the first paper alone; the report, which takes longest, comes after all papers."""
    make_project().documents.add(with_picture("ก"), with_picture("ข"))
    first = next(folder_of(report_of(YEAR, today=TODAY)))
    assert "ก.jpg".encode() in first
    assert "ข.jpg".encode() not in first
    _, entries = folder_now()
    assert [entry.path[-5:] for entry in entries] == ["ก.jpg", "ข.jpg", "7.pdf", ".docx", ".xlsx"]
