"""Spreadsheet columns of projects, contributions and evidence, for export and import."""

from dataclasses import replace

from django.db.models import Prefetch

from partners import columns as partner_columns
from partners.access import reads_documents
from portal.tables import cells
from portal.tables.cells import read_text
from portal.tables.columns import (
    Column,
    choice_column,
    field_column,
    part_columns,
    period_column,
    record_column,
)
from portal.tables.export import ExportRow, ExportSheet
from projects.models import Category, Contribution, Project


def partner_name(line):
    """Return the partner's name in the year of the project."""
    return line.name(line.record.in_its_year(line.record.partner))


def giver_name(line):
    """Return the giver's name in the year of the project."""
    return line.name(line.record.in_its_year(line.part.giver)) if line.part else ""


def recipient_name(line):
    return line.part.recipient_words or line.name(line.part.recipient) if line.part else ""


WHEN_NOTE = "วัน ช่วงวัน เดือน หรือปี พ.ศ. เช่น 29-30 เม.ย. 2557"
COLUMNS = (
    partner_columns.CODE,
    field_column("fiscal_year", "ปีงบประมาณ", cells.read_year, "ปีงบประมาณ พ.ศ.", 2557, needed=True),
    field_column("position", "ลำดับในรายงาน", cells.read_count, "เว้นว่างเพื่อต่อท้าย"),
    field_column("title", "ชื่อโครงการ", read_text, "ชื่อโครงการหรือกิจกรรม", "ค่ายวิชาการ", needed=True),
    field_column("occurrence", "ครั้งที่", cells.read_count, "เมื่อจัดเป็นครั้งที่เท่าไร", 1),
    record_column(
        "category",
        "ประเภทโครงการ",
        "category.name",
        "ชื่อประเภทโครงการที่มีอยู่ในระบบ",
        choices=lambda: Category.objects.values_list("name", flat=True),
    ),
    choice_column(Project, "status", "สถานะ", "เว้นว่างคือร่าง", "ร่าง"),
    partner_columns.code_column("partner_code", "รหัสภาคี", "partner.code"),
    record_column("partner", "ภาคี", partner_name, "ภาคีเจ้าของโครงการ เช่น อบต.ควนขนุน", "อบต.ตัวอย่าง"),
    period_column("when", "วันที่จัด", "starts_on", "ends_on", WHEN_NOTE, "22/8/2557"),
    field_column("venue", "สถานที่", read_text, "สถานที่จัด", "โรงเรียนวัดตัวอย่าง"),
    partner_columns.SUBDISTRICT_CODE,
    partner_columns.SUBDISTRICT,
    partner_columns.district_column(),
    Column("evidence", "หลักฐาน", lambda line: "มี" if line.record.has_evidence else "ไม่มี"),
    *part_columns(
        partner_columns.code_column("giver_code", "รหัสผู้ให้", "giver.code"),
        record_column("giver", "ผู้ให้", giver_name, "ผู้ให้ เช่น อบต.ควนขนุน", "อบต.ตัวอย่าง"),
        choice_column(Contribution, "form", "รูปแบบ", "เว้นว่างคือเงิน", "เงิน"),
        choice_column(Contribution, "receipt", "การได้รับ", "เว้นว่างคือได้รับแล้ว", "ได้รับแล้ว"),
        field_column("amount", "จำนวนเงิน (บาท)", cells.read_money, "เช่น 45,500 บาท เว้นว่างเมื่อไม่ทราบ", 45500),
        field_column("what", "สิ่งที่ให้", read_text, "เมื่อให้สิ่งของหรือคน เช่น รถบัส"),
        field_column("quantity", "จำนวน", cells.read_count, "จำนวนของสิ่งของหรือคน เว้นว่างเมื่อไม่ทราบ"),
        field_column("unit", "หน่วยนับ", read_text, "หน่วยนับของสิ่งของหรือคน เช่น คัน"),
        partner_columns.code_column("recipient_code", "รหัสผู้รับ", "recipient.code"),
        Column(
            "recipient",
            "ผู้รับ",
            recipient_name,
            read_text,
            ("recipient", "recipient_words"),
            "หน่วยงาน หรือเขียนเป็นคำ",
            names_record=True,
        ),
        Column(
            "document_code",
            "รหัสเอกสารของการสนับสนุน",
            "document.code",
            cells.read_code,
            ("document",),
            "รหัสเอกสารหลักฐานที่มีอยู่ในระบบ",
            names_record=True,
        ),
    ),
)


def project_lines(projects, user, contributions=None):
    """Yield a row for each contribution with its project; one row for a project without contributions."""
    contributions = Contribution.objects.all() if contributions is None else contributions
    gifts = Prefetch("contributions", contributions.select_related("giver", "recipient", "document"))
    joined = projects.select_related("category", "partner", "subdistrict__district")
    former_names = ("partner__former_names", "contributions__giver__former_names")
    for project in joined.prefetch_related(gifts, *former_names):
        for gift in list(project.contributions.all()) or [None]:
            yield ExportRow(project, gift, user)


def contribution_lines(contributions, user):
    """Yield a row for each contribution, in their order."""
    evidence = Project.objects.with_evidence().filter(has_evidence=True).order_by()
    proven = set(evidence.values_list("pk", flat=True))
    of_project = ("project__category", "project__partner", "project__subdistrict__district")
    joined = contributions.select_related("giver", "recipient", "document", *of_project)
    for gift in joined.prefetch_related("giver__former_names", "project__partner__former_names"):
        gift.project.has_evidence = gift.project_id in proven
        yield ExportRow(gift.project, gift, user)


PROJECTS = ExportSheet(COLUMNS, project_lines)
RECEIVED = ExportSheet(
    COLUMNS, lambda projects, user: project_lines(projects, user, Contribution.objects.received())
)
CONTRIBUTIONS = ExportSheet(COLUMNS, contribution_lines)


def evidence_lines(documents, user):
    """Return a row for each document, with the projects that it is evidence of."""
    lines = list(partner_columns.DOCUMENTS.make_rows(documents, user))
    proven = Project.objects.by_document([line.record for line in lines])
    return (replace(line, part=proven[line.record.pk]) for line in lines)


def proven_codes(line):
    """Return the codes of the projects that a document is evidence of; drafts only if the user may read them."""
    every = reads_documents(line.user)
    return partner_columns.join_codes(project for project in line.part if every or project.is_confirmed)


EVIDENCE = ExportSheet(
    (*partner_columns.DOCUMENTS.columns, Column("projects", "รหัสโครงการที่ใช้เป็นหลักฐาน", proven_codes)),
    evidence_lines,
)
