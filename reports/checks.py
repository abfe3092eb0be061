"""What is missing or contradictory in a year's records: one small function a rule."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model

from portal.thai.dates import academic_year
from reports.narrative import Narrative
from reports.summary import YearSummary


class Severity(StrEnum):
    """A blocker stops publishing; a warning may stand with a reason."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the rule that found it, the record it is about, a sentence in Thai."""

    rule: str
    record: Model
    sentence: str
    severity: Severity = Severity.WARNING

    @property
    def key(self):
        """The same for the same sentence of the same rule about the same record; a new number is a new finding."""
        told = f"{self.rule}\n{self.record._meta.label}\n{self.record.pk}\n{self.sentence}"
        return hashlib.sha256(told.encode()).hexdigest()


def check(summary: YearSummary, narrative: Narrative) -> tuple[Finding, ...]:
    """All findings of the year, rule by rule."""
    return tuple(finding for rule in RULES for finding in rule(summary, narrative))


def _projects(summary):
    return (line.project for line in summary.projects)


def without_evidence(summary, narrative) -> Iterator[Finding]:
    for line in summary.projects:
        if not line.evidence:
            yield Finding("ยังไม่มีหลักฐาน", line.project, f"{line.project} ยังไม่มีหลักฐาน ให้แนบเอกสารหลักฐาน")


def amount_unknown(summary, narrative) -> Iterator[Finding]:
    for line in summary.projects:
        if line.totals.cash_unknown or not line.totals.cash_known:
            yield Finding("ไม่ระบุจำนวนเงิน", line.project, f"{line.project} ไม่ระบุจำนวนเงิน ให้ใส่จำนวนเมื่อทราบ")


def date_unknown(summary, narrative) -> Iterator[Finding]:
    for project in _projects(summary):
        if not project.starts_on:
            yield Finding("ไม่ระบุวันที่จัด", project, f"{project} ไม่ระบุวันที่จัด ให้ใส่วันที่ เดือน หรือปีเท่าที่ทราบ")


def venue_unknown(summary, narrative) -> Iterator[Finding]:
    for project in _projects(summary):
        if not project.venue:
            yield Finding("ไม่ระบุสถานที่", project, f"{project} ไม่ระบุสถานที่จัด ให้ใส่สถานที่")


def claimed_is_not_counted(summary, narrative) -> Iterator[Finding]:
    for kind in summary.kinds:
        if kind.claimed is not None and kind.claimed != kind.counted:
            yield Finding(
                "จำนวนที่แจ้งไม่ตรงกับที่มีรายชื่อ",
                kind.kind,
                f"{kind.kind} แจ้งไว้ {kind.claimed} {kind.kind.unit} แต่มีรายชื่อ {kind.counted} {kind.kind.unit} "
                "ให้เพิ่มรายชื่อหรือแก้จำนวนที่แจ้ง",
            )


def label_year_is_not_the_dates(summary, narrative) -> Iterator[Finding]:
    for project in _projects(summary):
        if project.academic_year and project.starts_on:
            real = academic_year(project.starts_on)
            if real != project.academic_year:
                yield Finding(
                    "ปีการศึกษาไม่ตรงกับวันที่จัด",
                    project,
                    f"{project} ระบุปีการศึกษา {project.academic_year} แต่วันที่จัดอยู่ในปีการศึกษา {real} ให้ตรวจปีหรือวันที่",
                )


def evidence_of_another_year(summary, narrative) -> Iterator[Finding]:
    for line in summary.projects:
        for document in line.evidence:
            if document.about_year and document.about_year != summary.fiscal_year:
                yield Finding(
                    "หลักฐานเป็นของปีอื่น",
                    document,
                    f"หลักฐาน “{document}” เป็นของปี {document.about_year} ให้หาหลักฐานของปี {summary.fiscal_year}",
                )


RULES = (
    without_evidence,
    amount_unknown,
    date_unknown,
    venue_unknown,
    claimed_is_not_counted,
    label_year_is_not_the_dates,
    evidence_of_another_year,
)
