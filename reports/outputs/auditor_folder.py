"""The auditor's folder of a year: one zip with the report, the workbook and every document that proves it."""

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from partners.models import Document
from portal.tables.csv_text import csv_text
from reports.outputs.book import report_pdf
from reports.outputs.word.document import word_file
from reports.outputs.workbook.workbook import workbook
from reports.report import Report

MADE = (2000, 1, 1, 0, 0, 0)
LONGEST = 120
UNLISTED = "นอกบัญชี"
NO_FILE, LOST_FILE = "ยังไม่ได้แนบไฟล์", "มีชื่อไฟล์ในทะเบียน แต่ไม่พบไฟล์ในเครื่อง"


@dataclass(frozen=True)
class FolderEntry:
    """A line of the manifest; `missing` says why a document has no file."""

    path: str
    sha256: str
    size: int | None
    item: str = ""
    number: int | None = None
    code: str = ""
    title: str = ""
    missing: str = ""


class ZipStream:
    """A file that a zip is written into, and from which the bytes written so far are taken."""

    def __init__(self):
        self.chunks = []

    def write(self, data):
        self.chunks.append(bytes(data))
        return len(data)

    def flush(self):
        """Do nothing: zipfile calls it."""

    def take(self) -> bytes:
        taken, self.chunks = b"".join(self.chunks), []
        return taken


def folder_of(report: Report) -> Iterator[bytes]:
    """Yield the zip in pieces, each sent while the next is made: the documents, then the report, which takes longest.

    The same records and files give the same bytes.
    """
    year, target, entries = report.summary.fiscal_year, ZipStream(), []
    outputs = (
        (f"รายงาน-{year}.pdf", report_pdf),
        (f"รายงาน-{year}.docx", word_file),
        (f"ข้อมูล-{year}.xlsx", workbook),
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        for item, number, document in documents_of(report):
            entries.append(_write_document(folder, item, number, document))
            yield target.take()
        for path, content_of in outputs:
            entries.append(_write(folder, path, io.BytesIO(content_of(report))))
            yield target.take()
        _write(folder, "ไฟล์ที่ยังไม่มี.txt", io.BytesIO(_missing_text(report, entries).encode()))
        rows = [asdict(entry) for entry in entries]
        manifest = json.dumps(rows, ensure_ascii=False, indent=1)
        _write(folder, "manifest.json", io.BytesIO(manifest.encode()))
        manifest = csv_text(rows[0], (row.values() for row in rows))
        _write(folder, "manifest.csv", io.BytesIO(manifest.encode()))
    yield target.take()


def documents_of(report: Report) -> list[tuple[str, int, Document]]:
    """Return each document once: those of evidence lists by their numbers, then other documents of projects."""
    listed = [
        (item.item.standard_item.number, number, document)
        for item in report.narrative.items
        for number, document in enumerate(item.evidence, start=1)
    ]
    known = {document.pk for _, _, document in listed}
    proving = dict.fromkeys(document for line in report.summary.projects for document in line.evidence)
    unlisted = [document for document in proving if document.pk not in known]
    return [*listed, *((UNLISTED, number, document) for number, document in enumerate(unlisted, start=1))]


def _write_document(folder, item, number, document):
    facts = {"item": item, "number": number, "code": document.code, "title": document.title}
    name = f"หลักฐาน/{item}-{number:02} {document.code} {_file_name_of(document.title)}"
    if not document.file:
        return FolderEntry("", "", None, **facts, missing=NO_FILE)
    if not document.file.storage.exists(document.file.name):
        return FolderEntry("", "", None, **facts, missing=LOST_FILE)
    suffix = "." + document.file.name.rpartition(".")[2]
    with document.file.storage.open(document.file.name) as source:
        return _write(folder, name + suffix, source, **facts)


def _file_name_of(title):
    """Return the title as a file name that any computer accepts, at most LONGEST bytes."""
    words = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", title).strip(" .")
    return words.encode()[:LONGEST].decode(errors="ignore").strip(" .")


def _write(folder, path, source, **facts):
    """Copy a file into the zip piece by piece; return its entry."""
    info = zipfile.ZipInfo(path, MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    with folder.open(info, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target)
    source.seek(0)
    return FolderEntry(path, hashlib.file_digest(source, "sha256").hexdigest(), info.file_size, **facts)


def _missing_text(report, entries):
    """Return the list of what an auditor will not find."""
    missing = [entry for entry in entries if entry.missing]
    unproven = [line.project for line in report.summary.projects if not line.evidence]
    lines = [
        f"รายงานปีงบประมาณ {report.summary.fiscal_year}",
        "",
        f"เอกสารที่ไม่มีไฟล์ในชุดนี้ {len(missing)} รายการ",
        *(f"- {each.item}-{each.number:02} {each.code} {each.title}: {each.missing}" for each in missing),
        "",
        f"โครงการที่ยังไม่มีหลักฐาน {len(unproven)} โครงการ",
        *(f"- {project.code} {project.full_title}" for project in unproven),
    ]
    return "\r\n".join(lines) + "\r\n"
