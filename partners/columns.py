"""Spreadsheet columns of organizations, contacts, documents and agreements, for export and import."""

from copy import copy

from django.utils import timezone

from partners.access import reads_documents
from partners.models import Agreement, OrganizationKind
from partners.models.kinds import SHORT_PREFIXES
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
from portal.tables.export import ExportRow, ExportSheet, plain_rows

CODE_NOTE = "รหัสที่ระบบให้ไว้แล้ว ใช้เมื่อต้องการแก้รายการเดิม รายการใหม่ให้เว้นว่าง ระบบจะให้รหัสเอง"
PLACE_CODE_NOTE = "รหัสกรมการปกครอง 6 หลัก ถ้าไม่ทราบให้กรอกชื่อตำบลและอำเภอ"
PROVINCE_NOTE = "ชื่อจังหวัด ไม่ต้องกรอกถ้าอยู่ในเขตของสำนักงาน"
FULL_NAME_NOTE = "ใช้แทนประเภทกับชื่อเฉพาะได้ เช่น องค์การบริหารส่วนตำบลควนขนุน"
ORGANIZATION_NOTE = "ชื่อเต็มหรือชื่อย่อ เช่น อบต.ควนขนุน"
PARTY_CODES_NOTE = "รหัสหน่วยงาน คั่นด้วยจุลภาค ไม่ต้องกรอกถ้ากรอกชื่อคู่ตกลงแล้ว"
PARTIES_NOTE = "ชื่อหน่วยงานคั่นด้วย ; ชื่อที่ไม่มีในระบบจะเก็บเป็นคำ การนำเข้าเพิ่มคู่ตกลงได้แต่ไม่ลบ"
PARTIES_EXAMPLE = "อบต.ตัวอย่าง; ผู้ปกครองนักเรียน"


def district_column(get="subdistrict.district.name", note="ชื่ออำเภอ ช่วยแยกตำบลที่ชื่อซ้ำกัน"):
    return Column("district", "อำเภอ", get, read_text, note=note, example="ควนขนุน")


def code_column(key, head, get, note="รหัสหน่วยงาน ไม่ต้องกรอกถ้ากรอกชื่อแล้ว"):
    """Return a column with the code of another record."""
    return Column(key, head, get, cells.read_code, note=note)


CODE = code_column("code", "รหัส", "code", CODE_NOTE)
SUBDISTRICT_CODE = code_column("subdistrict_code", "รหัสตำบล", "subdistrict.code", PLACE_CODE_NOTE)
SUBDISTRICT = record_column(
    "subdistrict", "ตำบล", "subdistrict.name", "ชื่อตำบล ไม่ต้องกรอกถ้าใส่รหัสตำบลแล้ว", "ควนขนุน"
)


def kind_column(kinds, example):
    """Return a column of kinds of organization, written in full or in short."""
    words = [(kind.value, kind.label) for kind in kinds]
    read = cells.choice_reader([*words, *SHORT_PREFIXES.items()])
    note = "เลือกจากรายการ หรือพิมพ์คำย่อ เช่น อบต."
    return field_column("kind", "ประเภท", read, note, example, choices=tuple(word for _, word in words))


def name_column(note, example, **more):
    return field_column("name", "ชื่อเฉพาะ", read_text, note, example, **more)


def full_name(line):
    """Return the full name of an organization that the user may read."""
    return line.name(line.record)


def join_codes(records):
    return ", ".join(record.code for record in records)


def contact_words(line):
    """Return position, name and phone of each contact, if the user may read people."""
    contacts = line.record.contacts.all() if line.reads_people else []
    return "; ".join(" ".join(filter(None, [c.position, c.name, c.phone])) for c in contacts)


ORGANIZATION_COLUMNS = (
    CODE,
    kind_column(OrganizationKind, "องค์การบริหารส่วนตำบล"),
    name_column("ชื่อโดยไม่มีคำนำหน้า ถ้ามีคำนำหน้า ระบบจะตัดให้", "ตัวอย่าง"),
    Column("full_name", "ชื่อเต็ม", full_name, read_text, note=FULL_NAME_NOTE),
    field_column("public_role", "คำเรียกที่เผยแพร่ได้", read_text, "เฉพาะบุคคล: คำที่ใช้แทนชื่อจริงในหน้าสาธารณะ"),
    SUBDISTRICT_CODE,
    SUBDISTRICT,
    district_column(),
    Column("province", "จังหวัด", "subdistrict.district.province.name", read_text, note=PROVINCE_NOTE),
    field_column("address", "ที่ตั้ง", read_text, "ที่อยู่เท่าที่ทราบ", "หมู่ 1"),
    field_column("active_from", "ตั้งเมื่อ", cells.read_day, "วัน เดือน ปี พ.ศ. ที่ตั้ง เช่น 1/10/2540"),
    field_column("active_to", "เลิกเมื่อ", cells.read_day, "วัน เดือน ปี พ.ศ. ที่เลิก"),
    Column("contacts", "ผู้ติดต่อ", contact_words),
)


def organization_lines(organizations, user):
    """Yield a row for each organization; private persons by role alone to users who may not read people."""
    joined = organizations.select_related("subdistrict__district__province").prefetch_related("contacts")
    for organization in joined:
        line = ExportRow(organization, user=user)
        if organization.is_person and not line.reads_people:
            public = copy(organization)
            public.name, public.address, public.subdistrict = organization.public_role, "", None
            line = ExportRow(public, user=user)
        yield line


ORGANIZATIONS = ExportSheet(ORGANIZATION_COLUMNS, organization_lines)

CONTACTS = ExportSheet(
    (
        code_column("code", "รหัสหน่วยงาน", "code", "รหัสของหน่วยงานที่ผู้ติดต่อสังกัด ถ้าไม่ทราบให้กรอกชื่อหน่วยงาน"),
        Column("organization", "หน่วยงาน", full_name, read_text, note=ORGANIZATION_NOTE, example="อบต.ตัวอย่าง"),
        *part_columns(
            field_column("position", "ตำแหน่ง", read_text, "ตำแหน่งของผู้ติดต่อ", "ปลัด อบต.", needed=True),
            field_column("name", "ชื่อ", read_text, "ชื่อและนามสกุล เห็นเฉพาะเจ้าหน้าที่", "นางสาวตัวอย่าง ใจดี"),
            field_column("phone", "โทรศัพท์", read_text, "เบอร์โทรศัพท์", "074-000-000"),
            field_column(
                "is_public",
                "เผยแพร่ชื่อและโทรศัพท์ได้",
                cells.read_yes_no,
                "ได้ หรือ ไม่ได้ เว้นว่างคือไม่ได้",
                "ไม่ได้",
                choices=("ได้", "ไม่ได้"),
            ),
        ),
    ),
    lambda contacts, user: (
        ExportRow(contact.organization, contact, user) for contact in contacts.select_related("organization")
    ),
)


def open_file_name(line):
    """Return the name of a document's file if the user may open it."""
    return line.record.file_name if line.record.is_public or reads_documents(line.user) else ""


DOCUMENTS = ExportSheet(
    (
        CODE,
        Column("kind", "ประเภท"),
        Column("title", "ชื่อเอกสาร"),
        Column("number", "เลขที่"),
        Column("dated", "ลงวันที่", fields=("dated_first", "dated_last")),
        Column("about_year", "พูดถึงปี พ.ศ."),
        Column("issuer_code", "รหัสผู้ออกเอกสาร", "issuer.code"),
        Column("issuer", "ผู้ออกเอกสาร", lambda line: line.name(line.record.issuer)),
        Column("file_name", "ไฟล์", open_file_name),
        Column("is_public", "เผยแพร่ไฟล์ได้"),
    ),
    lambda documents, user: plain_rows(documents.select_related("issuer"), user),
)


def party_codes(line):
    return join_codes(party.organization for party in line.record.parties.all() if party.organization)


def party_names(line):
    return "; ".join(party.words or line.name(party.organization) for party in line.record.parties.all())


AGREEMENTS = ExportSheet(
    (
        CODE,
        field_column("title", "ชื่อข้อตกลง", read_text, "ชื่อข้อตกลงตามเอกสาร", "ความร่วมมือทางวิชาการ"),
        field_column("number", "เลขที่", read_text, "เลขที่ตามเอกสาร", "1/2557"),
        Column("party_codes", "รหัสคู่ตกลง", party_codes, read_text, note=PARTY_CODES_NOTE),
        Column("parties", "คู่ตกลง", party_names, read_text, note=PARTIES_NOTE, example=PARTIES_EXAMPLE),
        field_column("subject", "เรื่องที่ตกลง", read_text, "เรื่องที่ตกลงกัน", "พัฒนาการอ่าน"),
        period_column(
            "signed", "ลงนามวันที่", "signed_first", "signed_last", "วัน เดือน หรือปี พ.ศ. ที่ลงนาม", "22 ส.ค. 2557"
        ),
        field_column("starts_on", "เริ่มมีผล", cells.read_day, "วัน เดือน ปี พ.ศ. ที่เริ่มมีผล", "1/10/2557"),
        choice_column(Agreement, "end", "การสิ้นสุด", "ใส่วันสิ้นสุดเมื่อเลือก “มีวันสิ้นสุด” เท่านั้น", "มีวันสิ้นสุด"),
        field_column("ends_on", "วันสิ้นสุด", cells.read_day, "วัน เดือน ปี พ.ศ. ที่สิ้นสุด", "30/9/2560"),
        Column("state", "สถานะวันนี้", lambda line: line.record.state(timezone.localdate()).label),
        choice_column(Agreement, "status", "สถานะ", "เว้นว่างคือร่าง", "ร่าง"),
        Column("documents", "รหัสเอกสารหลักฐาน", lambda line: join_codes(line.record.documents.all())),
    ),
    lambda agreements, user: plain_rows(agreements.with_parties().prefetch_related("documents"), user),
)
