"""The columns of schools, groups and their members, in exports and in files that come in."""

from dataclasses import replace

from django.db.models import Prefetch
from django.utils import timezone

from networks.models import Formality, GroupKind, Membership, School, Scope
from networks.models.schools import prefetch_networks
from partners.columns import (
    CODE,
    ORGANIZATION_COLUMNS,
    SUBDISTRICT,
    code_column,
    district_column,
    full_name,
    kind_column,
    name_column,
    organization_lines,
)
from partners.models import OrganizationKind
from portal.tables import cells
from portal.tables.cells import text
from portal.tables.columns import Column, choice_column, field_column, of_part, record_column
from portal.tables.export import Line, Sheet, plain_lines

_SCHOOL_COLUMNS = {
    "kind": kind_column(OrganizationKind.schools(), "โรงเรียน"),
    "name": name_column("ชื่อโดยไม่มีคำว่าโรงเรียน ถ้ามี ระบบจะตัดให้", "วัดตัวอย่าง", needed=True),
    "full_name": Column("full_name", "ชื่อเต็ม", full_name),
}


def school_lines(schools, user):
    """A row for each school, with its networks of today and what it counted in the newest academic year."""
    found = schools.prefetch_related("years", prefetch_networks(timezone.localdate(), user))
    for line in organization_lines(found, user):
        yield replace(line, part=line.record.newest_year)


SCHOOLS = Sheet(
    (
        *(_SCHOOL_COLUMNS.get(column.key, column) for column in ORGANIZATION_COLUMNS),
        choice_column(School, "affiliation", "สังกัด", "เลือกจากรายการ", "สพฐ."),
        field_column(
            "smis_code", "รหัสสถานศึกษา 8 หลัก", cells.code, "ตัวเลข 8 หลัก ใช้รู้ว่าเป็นโรงเรียนใด", "93010999"
        ),
        field_column("moe_code", "รหัสสถานศึกษา 10 หลัก", cells.code, "ตัวเลข 10 หลัก ใช้รู้ว่าเป็นโรงเรียนใด"),
        Column("networks", "เครือข่าย", "network_names"),
        *of_part(
            field_column("academic_year", "ปีการศึกษา", cells.year, "ปีการศึกษาของจำนวนนักเรียนและครู", 2557),
            field_column("pupils", "นักเรียน (คน)", cells.count, "จำนวนนักเรียนในปีการศึกษานั้น", 120),
            field_column("teachers", "ครู (คน)", cells.count, "จำนวนครูในปีการศึกษานั้น", 9),
        ),
    ),
    school_lines,
)


def district_of_group(line):
    """The district of the group's subdistrict, else its own."""
    district = line.record.area_district
    return district.name if district else ""


def person_name(line):
    """The name of a person who sits, where it is public or the reader may read people."""
    seat = line.part
    return seat.person if seat and (line.people or seat.is_public) else ""


def phone(line):
    return line.part.phone if line.part and line.people else ""


def group_lines(groups, user):
    """A row for each seat, past ones too; a group without members has one row."""
    seats = Prefetch("memberships", Membership.objects.select_related("organization"))
    joined = groups.select_related("kind", "order_document", "district", "subdistrict__district")
    for group in joined.prefetch_related(seats):
        for seat in list(group.memberships.all()) or [None]:
            yield Line(group, seat, user)


GROUPS = Sheet(
    (
        CODE,
        record_column(
            "kind",
            "ประเภท",
            "kind.name",
            "ชื่อประเภทเครือข่ายที่มีอยู่ในระบบ",
            "ชมรมครู",
            choices=lambda: GroupKind.objects.values_list("name", flat=True),
            needed=True,
        ),
        field_column("name", "ชื่อ", text, "ชื่อเครือข่าย ชมรม หรือคณะ", "เครือข่ายตัวอย่าง", needed=True),
        Column("order_number", "คำสั่งเลขที่", "order_document.number"),
        district_column(district_of_group, "ชื่ออำเภอ ใช้คู่กับตำบล"),
        SUBDISTRICT,
        *of_part(
            choice_column(Membership, "position", "หน้าที่ในคณะ", "เว้นว่างคือกรรมการ", "ประธาน"),
            code_column(
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
            field_column("person", "ชื่อบุคคล", text, "เมื่อสมาชิกเป็นบุคคล", get=person_name),
            field_column("role", "ตำแหน่งหรือบทบาท", text, "เมื่อสมาชิกเป็นตามตำแหน่ง เช่น นายอำเภอ"),
            field_column("phone", "โทรศัพท์", text, "เบอร์โทรศัพท์", "074-000-000", get=phone),
            field_column("from_on", "ตั้งแต่", cells.day, "วันแรกของวาระ", "1/10/2557"),
            field_column("to_on", "ถึงวันที่", cells.day, "วันสุดท้ายของวาระ", "30/9/2559"),
        ),
    ),
    group_lines,
)

GROUP_INDEX = Sheet(
    (
        CODE,
        Column(
            "scope", "ภายใน/ภายนอก", lambda line: Scope(line.record.scope or line.record.kind.scope).label
        ),
        Column("kind", "ประเภท", "kind.name"),
        Column(
            "formality",
            "รูปแบบ",
            lambda line: Formality(line.record.formality or line.record.kind.formality).label,
        ),
        Column("name", "ชื่อ"),
        Column("district", "อำเภอ", district_of_group),
        Column("subdistrict", "ตำบล", "subdistrict.name"),
        Column("chair", "ประธาน", lambda line: ", ".join(line.record.chair_names)),
        Column("schools", "โรงเรียนสมาชิก"),
    ),
    plain_lines,
)

ROSTER = Sheet(
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
    ),
    plain_lines,
)
ROSTER_WITH_PEOPLE = Sheet(
    (*ROSTER.columns, Column("director", "ผู้อำนวยการ", "director.name"), Column("phone", "โทรศัพท์")),
    plain_lines,
)
