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
from reports.outputs.auditor_folder import Entry, folder_of
from reports.report import report_of
from tests.factories import YEAR, make_project
from tests.files import picture

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2014, 9, 30)


def written():
    """The folder's bytes and its entries."""
    content = b"".join(folder_of(report_of(YEAR, today=TODAY)))
    return content, [Entry(**row) for row in manifest(content)]


def make_paper(title="บันทึก", **fields):
    return Document.objects.create(kind="other", title=title, **fields)


def with_picture(title="ภาพกิจกรรม"):
    return make_paper(
        title, file=ContentFile(picture().read() if hasattr(picture(), "read") else picture(), "x.jpg")
    )


def manifest(content):
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        return json.loads(folder.read("manifest.json"))


def test_every_file_is_in_the_manifest_under_its_sum():
    """SHA-256 and size of each file are those of the manifest, and no file is beside it."""
    make_project().documents.add(with_picture())
    content, _ = written()
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        assert folder.testzip() is None
        told = {row["path"]: row for row in manifest(content) if row["path"]}
        rest = {"manifest.json", "manifest.csv", "ไฟล์ที่ยังไม่มี.txt"}
        assert set(folder.namelist()) == {*told, *rest}
        for path, row in told.items():
            assert hashlib.sha256(folder.read(path)).hexdigest() == row["sha256"]
            assert len(folder.read(path)) == row["size"]


def test_both_manifests_say_the_same():
    """One is for machines, one opens in Excel with Thai letters."""
    make_project().documents.add(with_picture(), make_paper())
    content, entries = written()
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        rows = list(csv.DictReader(io.StringIO(folder.read("manifest.csv").decode("utf-8-sig"))))
    assert [row["sha256"] for row in rows] == [row["sha256"] for row in manifest(content)]
    assert len(rows) == len(entries) == 5


def test_papers_bear_the_numbers_of_the_evidence_lists(year_2557):
    """A paper of item 3's list is named 3-12 with its code and title."""
    paper = with_picture("ภาพ: งาน/วันเด็ก?")
    item = ReportItem.objects.get(report__fiscal_year=YEAR, standard_item__number="3")
    EvidenceLine.objects.create(item=item, document=paper, order=99)
    content, _ = written()
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert f"หลักฐาน/3-12 {paper.code} ภาพ งาน วันเด็ก.jpg" in names


def test_papers_that_no_list_has_follow_apart():
    """A project's own paper outside the lists is in the folder too, once."""
    paper = with_picture()
    for _ in range(2):
        make_project().documents.add(paper)
    _, entries = written()
    assert [entry.path for entry in entries if entry.code] == [f"หลักฐาน/นอกบัญชี-01 {paper.code} ภาพกิจกรรม.jpg"]


def test_what_is_missing_is_listed():
    """A paper without a file, one whose file is gone, and projects without evidence stand in words."""
    make_project(title="มีหลักฐาน").documents.add(make_paper("ยังไม่สแกน"), gone := with_picture("หายไป"))
    make_project(title="ไร้หลักฐาน")
    gone.file.storage.delete(gone.file.name)
    content, entries = written()
    assert {entry.title: entry.missing for entry in entries if entry.missing} == {
        "ยังไม่สแกน": "ยังไม่ได้แนบไฟล์",
        "หายไป": "มีชื่อไฟล์ในทะเบียน แต่ไม่พบไฟล์ในเครื่อง",
    }
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        words = folder.read("ไฟล์ที่ยังไม่มี.txt").decode()
    assert "ยังไม่สแกน" in words
    assert "หายไป" in words
    assert "ไร้หลักฐาน" in words
    assert " มีหลักฐาน" not in words


def test_papers_of_other_years_are_not_in_it():
    """Only what proves this year's report is handed over."""
    make_project()
    make_project(fiscal_year=YEAR + 1).documents.add(with_picture())
    assert not [entry for entry in written()[1] if entry.code]


def test_the_same_records_give_the_same_bytes():
    """Nothing in it tells when it was packed."""
    make_project().documents.add(with_picture())
    assert written()[0] == written()[0]


def test_a_long_title_fits_every_disk():
    """The name of a file stays below 255 bytes."""
    make_project().documents.add(with_picture("ยาว" * 130))
    path = next(entry.path for entry in written()[1] if entry.code)
    assert len(path.rpartition("/")[2].encode()) < 200


def test_it_begins_before_the_report_is_printed():
    """The first piece is the first paper alone; the report, which takes longest, comes after all papers."""
    make_project().documents.add(with_picture("ก"), with_picture("ข"))
    first = next(folder_of(report_of(YEAR, today=TODAY)))
    assert "ก.jpg".encode() in first
    assert "ข.jpg".encode() not in first
    _, entries = written()
    assert [entry.path[-5:] for entry in entries] == ["ก.jpg", "ข.jpg", "7.pdf", ".docx", ".xlsx"]
