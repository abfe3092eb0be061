"""All that the records of today say otherwise than the newest edition of their year, and what became of a project."""

from portal.records import Publication
from projects.models import Project
from reports.editions.diff import TAKEN_OUT, compare, with_reasons
from reports.editions.snapshot import edition_data
from reports.models import Edition
from reports.report import Report

DELETED = "ลบแล้ว"
WRITTEN = ("items", "paragraphs")
OF_STATUS = {
    Publication.DRAFT: "แก้ไขหลังยืนยัน รอยืนยันอีกครั้ง",
    Publication.CANCELLED: "ยกเลิก",
}


def differences(edition: Edition, reading: Report, user) -> list[dict]:
    """Each difference as the reader of a report may know it.

    For the office alone are reasons, which may name people, and the words of a draft that nobody has signed.
    """
    rows = compare(edition.copy_for(public=reading.public).data, edition_data(reading))
    if reading.public:
        rows = [row for row in rows if row["section"] not in WRITTEN]
    else:
        because = reading.narrative.report.amendment_reason
        rows = with_reasons(rows, since=edition.published_at, otherwise=because)
    return _with_projects(rows, user)


def _with_projects(rows, user):
    """Rows of projects lead to them where this user may open them; of one taken out it is said why."""
    codes = {row["code"] for row in rows if row["section"] == "projects"}
    found = Project.objects.filter(code__in=codes).in_bulk(field_name="code")
    opened = set(Project.objects.seen_by(user).filter(code__in=codes).values_list("code", flat=True))
    for row in rows:
        if row["section"] == "projects":
            project = found.get(row["code"])
            row["url"] = project.get_absolute_url() if row["code"] in opened else ""
            row["cause"] = _cause(project) if row["what"] == TAKEN_OUT else ""
    return rows


def _cause(project):
    """Why a project is no longer in the report."""
    if project is None:
        return DELETED
    return OF_STATUS.get(project.status, f"ย้ายไปปีงบประมาณ {project.fiscal_year}")
