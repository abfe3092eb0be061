"""Spreadsheet columns of schools, groups and their members, for export and import."""

from dataclasses import replace

from django.db.models import Prefetch
from django.utils import timezone

from networks.models import GroupKind, Membership, School
from networks.models.schools import prefetch_networks
from partners import columns as partner_columns
from partners.models import OrganizationKind
from portal.tables import cells
from portal.tables.cells import read_text
from portal.tables.columns import Column, choice_column, field_column, part_columns, record_column
from portal.tables.export import ExportRow, ExportSheet

_SCHOOL_COLUMNS = {
    "kind": partner_columns.kind_column(OrganizationKind.schools(), "โรงเรียน"),
    "name": partner_columns.name_column("ชื่อโดยไม่มีคำว่าโรงเรียน ถ้ามี ระบบจะตัดให้", "วัดตัวอย่าง", needed=True),
    "full_name": Column("full_name", "ชื่อเต็ม", partner_columns.full_name),
}


def school_lines(schools, user):
    """Yield a row for each school, with its networks of today and the numbers of its newest academic year."""
    found = schools.prefetch_related("years", prefetch_networks(timezone.localdate(), user))
    for line in partner_columns.organization_lines(found, user):
        yield replace(line, part=line.record.newest_year)


SCHOOLS = ExportSheet(
    (
        *(_SCHOOL_COLUMNS.get(column.key, column) for column in partner_columns.ORGANIZATION_COLUMNS),
        choice_column(School, "affiliation", "สังกัด", "เลือกจากรายการ", "สพฐ."),
        field_column(
            "smis_code", "รหัสสถานศึกษา 8 หลัก", cells.read_code, "ตัวเลข 8 หลัก ใช้รู้ว่าเป็นโรงเรียนใด", "93010999"
        ),
        field_column("moe_code", "รหัสสถานศึกษา 10 หลัก", cells.read_code, "ตัวเลข 10 หลัก ใช้รู้ว่าเป็นโรงเรียนใด"),
        Column("networks", "เครือข่าย", "network_names"),
        *part_columns(
            field_column("academic_year", "ปีการศึกษา", cells.read_year, "ปีการศึกษาของจำนวนนักเรียนและครู", 2557),
            field_column("pupils", "นักเรียน (คน)", cells.read_count, "จำนวนนักเรียนในปีการศึกษานั้น", 120),
            field_column("teachers", "ครู (คน)", cells.read_count, "จำนวนครูในปีการศึกษานั้น", 9),
        ),
    ),
    school_lines,
)


def person_name(line):
    """Return a member's own name if it is public or the user may read people."""
    seat = line.part
    return seat.person if seat and (line.reads_people or seat.is_public) else ""


def phone(line):
    return line.part.phone if line.part and line.reads_people else ""


def group_lines(groups, user):
    """Yield a row for each membership, past ones too; one row for a group without members."""
    seats = Prefetch("memberships", Membership.objects.select_related("organization"))
    joined = groups.select_related("kind", "order_document", "district", "subdistrict__district")
    for group in joined.prefetch_related(seats):
        for seat in list(group.memberships.all()) or [None]:
            yield ExportRow(group, seat, user)


GROUPS = ExportSheet(
    (
        partner_columns.CODE,
        record_column(
            "kind",
            "ประเภท",
            "kind.name",
            "ชื่อประเภทเครือข่ายที่มีอยู่ในระบบ",
            "ชมรมครู",
            choices=lambda: GroupKind.objects.values_list("name", flat=True),
            needed=True,
        ),
        field_column("name", "ชื่อ", read_text, "ชื่อเครือข่าย ชมรม หรือคณะ", "เครือข่ายตัวอย่าง", needed=True),
        Column("order_number", "คำสั่งเลขที่", "order_document.number"),
        partner_columns.district_column("area_district.name", "ชื่ออำเภอ ใช้คู่กับตำบล"),
        partner_columns.SUBDISTRICT,
        *part_columns(
            choice_column(Membership, "position", "หน้าที่ในคณะ", "เว้นว่างคือกรรมการ", "ประธาน"),
            partner_columns.code_column(
                "organization_code",
                "รหัสหน่วยงาน/โรงเรียน",
                "organization.code",
                "รหัสของหน่วยงานหรือโรงเรียนที่เป็นสมาชิก",
            ),
            record_column(
                "organization",
                "หน่วยงาน/โรงเรียน",
                lambda line: line.name(line.part and line.part.organization),
                "ชื่อหน่วยงานหรือโรงเรียน เช่น ร.ร.วัดควนขนุน",
                "ร.ร.วัดตัวอย่าง",
            ),
            field_column("person", "ชื่อบุคคล", read_text, "เมื่อสมาชิกเป็นบุคคล", get=person_name),
            field_column("role", "ตำแหน่งหรือบทบาท", read_text, "เมื่อสมาชิกเป็นตามตำแหน่ง เช่น นายอำเภอ"),
            field_column("phone", "โทรศัพท์", read_text, "เบอร์โทรศัพท์", "074-000-000", get=phone),
            field_column("from_on", "ตั้งแต่", cells.read_day, "วันแรกของวาระ", "1/10/2557"),
            field_column("to_on", "ถึงวันที่", cells.read_day, "วันสุดท้ายของวาระ", "30/9/2559"),
        ),
    ),
    group_lines,
)


GROUP_INDEX = ExportSheet(
    (
        partner_columns.CODE,
        Column(
            "scope",
            "ภายใน/ภายนอก",
            lambda line: line.record.get_scope_display() or line.record.kind.get_scope_display(),
        ),
        Column("kind", "ประเภท", "kind.name"),
        Column(
            "formality",
            "รูปแบบ",
            lambda line: line.record.get_formality_display() or line.record.kind.get_formality_display(),
        ),
        Column("name", "ชื่อ"),
        Column("district", "อำเภอ", "area_district.name"),
        Column("subdistrict", "ตำบล", "subdistrict.name"),
        Column("chair", "ประธาน", lambda line: ", ".join(line.record.chair_names)),
        Column("schools", "โรงเรียนสมาชิก"),
    )
)

ROSTER = ExportSheet(
    (
        Column("position", "หน้าที่", "membership.position"),
        Column("name", "ชื่อ"),
        Column("seats", "จำนวนที่นั่ง", "membership.seats"),
        Column("code", "รหัสหน่วยงาน/โรงเรียน", "membership.organization.code"),
        Column("district", "อำเภอ", "membership.organization.subdistrict.district.name"),
        Column("academic_year", "ปีการศึกษา", "membership.academic_year"),
        Column("pupils", "นักเรียน (คน)", "membership.pupils"),
        Column("teachers", "ครู (คน)", "membership.teachers"),
        Column("size", "ขนาด", "size.label"),
        Column("from_on", "ตั้งแต่", "membership.from_on"),
        Column("to_on", "ถึงวันที่", "membership.to_on"),
    )
)
ROSTER_WITH_PEOPLE = ExportSheet(
    (*ROSTER.columns, Column("director", "ผู้อำนวยการ", "director.name"), Column("phone", "โทรศัพท์"))
)
