"""The auditor's folder of a year: one zip with the report, the workbook and every paper that proves it."""

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
class Entry:
    """A line of the manifest; a paper without its file says why."""

    path: str
    sha256: str
    size: int | None
    item: str = ""
    number: int | None = None
    code: str = ""
    title: str = ""
    missing: str = ""


class Pieces(io.RawIOBase):
    """What a zip is written into, from which whatever is written is taken away."""

    def __init__(self):
        super().__init__()
        self.written = []

    def writable(self):
        return True

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        taken, self.written = b"".join(self.written), []
        return taken


def folder_of(report: Report) -> Iterator[bytes]:
    """The zip in pieces, each sent while the next is made: the papers, then the report, which takes longest.

    The same records and files give the same bytes.
    """
    year, target, entries = report.summary.fiscal_year, Pieces(), []
    made = (
        (f"รายงาน-{year}.pdf", report_pdf),
        (f"รายงาน-{year}.docx", word_file),
        (f"ข้อมูล-{year}.xlsx", workbook),
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        for item, number, document in papers_of(report):
            entries.append(_write_paper(folder, item, number, document))
            yield target.take()
        for path, form_of in made:
            entries.append(_write(folder, path, io.BytesIO(form_of(report))))
            yield target.take()
        _write(folder, "ไฟล์ที่ยังไม่มี.txt", io.BytesIO(_missing(report, entries).encode()))
        _write(folder, "manifest.json", io.BytesIO(_json(entries)))
        _write(folder, "manifest.csv", io.BytesIO(_csv(entries).encode()))
    yield target.take()


def papers_of(report: Report) -> list[tuple[str, int, Document]]:
    """Each paper once: as the evidence lists number them, then those of projects that no list has."""
    listed = [
        (item.item.standard_item.number, number, document)
        for item in report.narrative.items
        for number, document in enumerate(item.evidence, start=1)
    ]
    known = {document.pk for _, _, document in listed}
    others = dict.fromkeys(paper for line in report.summary.projects for paper in line.evidence)
    rest = [paper for paper in others if paper.pk not in known]
    return [*listed, *((UNLISTED, number, paper) for number, paper in enumerate(rest, start=1))]


def _write_paper(folder, item, number, document):
    facts = {"item": item, "number": number, "code": document.code, "title": document.title}
    name = f"หลักฐาน/{item}-{number:02} {document.code} {_safe(document.title)}"
    if not document.file:
        return Entry("", "", None, **facts, missing=NO_FILE)
    if not document.file.storage.exists(document.file.name):
        return Entry("", "", None, **facts, missing=LOST_FILE)
    suffix = "." + document.file.name.rpartition(".")[2]
    with document.file.storage.open(document.file.name) as source:
        return _write(folder, name + suffix, source, **facts)


def _safe(title):
    """The title as a name of a file on any computer, and not too long for one."""
    words = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", title).strip(" .")
    return words.encode()[:LONGEST].decode(errors="ignore").strip(" .")


def _write(folder, path, source, **facts):
    """Copies a file into the zip piece by piece, and says what it was."""
    info = zipfile.ZipInfo(path, MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    with folder.open(info, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target)
    source.seek(0)
    return Entry(path, hashlib.file_digest(source, "sha256").hexdigest(), info.file_size, **facts)


def _missing(report, entries):
    """What an auditor will not find, in words."""
    lost = [entry for entry in entries if entry.missing]
    bare = [line.project for line in report.summary.projects if not line.evidence]
    lines = [f"รายงานปีงบประมาณ {report.summary.fiscal_year}", ""]
    lines += [f"เอกสารที่ไม่มีไฟล์ในชุดนี้ {len(lost)} รายการ"]
    lines += [
        f"- {entry.item}-{entry.number:02} {entry.code} {entry.title}: {entry.missing}" for entry in lost
    ]
    lines += ["", f"โครงการที่ยังไม่มีหลักฐาน {len(bare)} โครงการ"]
    lines += [f"- {project.code} {project.full_title}" for project in bare]
    return "\r\n".join(lines) + "\r\n"


def _json(entries):
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=1).encode()


def _csv(entries):
    return csv_text(asdict(entries[0]), (asdict(entry).values() for entry in entries))
