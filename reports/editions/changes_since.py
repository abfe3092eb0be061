"""The differences between the records of today and the newest edition of their year."""

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
    """Return each difference that the reader of a report may know.

    Only the office reads reasons, which may name people, and the text of an unsigned draft.
    """
    rows = compare(edition.copy_for(public=reading.public).data, edition_data(reading))
    if reading.public:
        rows = [row for row in rows if row["section"] not in WRITTEN]
    else:
        reason = reading.narrative.report.amendment_reason
        rows = with_reasons(rows, since=edition.published_at, default=reason)
    return _with_projects(rows, user)


def _with_projects(rows, user):
    """Return the rows, with the address of each project that the user may open and why one was taken out."""
    codes = {row["code"] for row in rows if row["section"] == "projects"}
    projects = Project.objects.filter(code__in=codes).in_bulk(field_name="code")
    visible = set(Project.objects.seen_by(user).filter(code__in=codes).values_list("code", flat=True))
    for row in rows:
        if row["section"] == "projects":
            project = projects.get(row["code"])
            row["url"] = project.get_absolute_url() if row["code"] in visible else ""
            row["cause"] = _cause_of(project) if row["what"] == TAKEN_OUT else ""
    return rows


def _cause_of(project):
    """Return why a project is no longer in the report."""
    if project is None:
        return DELETED
    return OF_STATUS.get(project.status, f"ย้ายไปปีงบประมาณ {project.fiscal_year}")
