"""The open data of a year: which files there are, and what each of their columns says.

Machines read them: days are ISO 8601 (CE), numbers are numbers, what is unknown is empty. Organizations
bear the name of the year; a private person is named by the role.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partners.models import OrganizationKind
from reports.outputs.dataset_rows import (
    rows_of_agreements,
    rows_of_contributions,
    rows_of_groups,
    rows_of_partners,
    rows_of_projects,
    rows_of_schools,
)
from reports.outputs.redaction import for_the_public


@dataclass(frozen=True)
class Column:
    """A column of a file: its name, its type in a data package, and what it says."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Dataset:
    """One file of a year; `rows` makes its rows of the year's summary."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable

    def table(self, summary):
        """The rows of the year, each with its columns in their order, rid of private names."""
        rows = ({column.name: row[column.name] for column in self.columns} for row in self.rows(summary))
        return list(for_the_public(tuple(rows)))


def json_value(value):
    """Return a number as a number, a day as ISO 8601 writes it, any other value as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _code(of):
    return Column("code", "string", f"รหัสของ{of} ให้ครั้งเดียว ไม่ใช้ซ้ำ")


KINDS = ", ".join(f"{kind.value} = {kind.label}" for kind in OrganizationKind)
FISCAL_YEAR = Column("fiscal_year", "integer", "ปีงบประมาณ (พ.ศ.) เริ่ม 1 ตุลาคมของปีก่อน")
CASH = (
    Column("cash_baht", "number", "เงินที่ได้รับและระบุจำนวน รวม (บาท) ว่าง = ไม่ทราบจำนวน ไม่ใช่ศูนย์"),
    Column("cash_unknown", "integer", "จำนวนรายการเงินที่ไม่ทราบจำนวน"),
)
PLACE = (
    Column("subdistrict_code", "string", "รหัสตำบล 6 หลักของกรมการปกครอง"),
    Column("subdistrict", "string", "ตำบล"),
    Column("district", "string", "อำเภอ"),
)
DATASETS = (
    Dataset(
        "projects",
        "โครงการและกิจกรรม",
        "โครงการที่ยืนยันแล้วของปี เรียงตามลำดับในรายงาน",
        (
            _code("โครงการ"),
            FISCAL_YEAR,
            Column("position", "integer", "ลำดับในรายงาน"),
            Column("title", "string", "ชื่อโครงการ"),
            Column("category", "string", "ประเภทโครงการ"),
            Column("partner_code", "string", "รหัสภาคีเจ้าของโครงการ"),
            Column("partner_name", "string", "ชื่อภาคีตามที่ใช้ในปีนั้น"),
            Column("partner_kind", "string", f"ประเภทภาคี: {KINDS}"),
            Column("start_date", "date", "วันแรก (ค.ศ.) ว่าง = ไม่ทราบ"),
            Column("end_date", "date", "วันสุดท้าย (ค.ศ.) เมื่อทราบเพียงเดือนหรือปี คือวันสุดท้ายของช่วงนั้น"),
            Column("venue", "string", "สถานที่"),
            *PLACE,
            *CASH,
            Column("has_evidence", "boolean", "มีเอกสารหลักฐานหรือไม่"),
        ),
        rows_of_projects,
    ),
    Dataset(
        "contributions",
        "การสนับสนุน",
        "เงิน สิ่งของ และบุคลากรที่โครงการของปีได้รับแล้ว รายการละหนึ่งผู้ให้",
        (
            Column("project_code", "string", "รหัสโครงการที่ได้รับ"),
            FISCAL_YEAR,
            Column("giver_code", "string", "รหัสผู้ให้"),
            Column("giver_name", "string", "ชื่อผู้ให้ตามที่ใช้ในปีนั้น บุคคลเป็นคำเรียก ไม่ใช่ชื่อจริง"),
            Column("giver_kind", "string", f"ประเภทผู้ให้: {KINDS}"),
            Column("form", "string", "cash = เงิน, thing = สิ่งของ, people = คน"),
            Column("amount_baht", "number", "จำนวนเงิน (บาท) ว่าง = ไม่ทราบ ไม่ใช่ศูนย์"),
            Column("what", "string", "สิ่งที่ให้ เมื่อไม่ใช่เงิน"),
            Column("quantity", "integer", "จำนวนสิ่งที่ให้ ว่าง = ไม่ทราบ"),
            Column("unit", "string", "หน่วยนับ"),
            Column("recipient_name", "string", "ผู้รับ"),
        ),
        rows_of_contributions,
    ),
    Dataset(
        "partners",
        "ภาคีและผู้ร่วมสนับสนุน",
        "หน่วยงานเจ้าของโครงการ และผู้ให้อื่นของปี พร้อมยอดเงินที่ให้",
        (
            _code("หน่วยงาน"),
            FISCAL_YEAR,
            Column("part", "string", "partner = ภาคี, supporter = ผู้ร่วมสนับสนุน"),
            Column("name", "string", "ชื่อตามที่ใช้ในปีนั้น บุคคลเป็นคำเรียก ไม่ใช่ชื่อจริง"),
            Column("kind", "string", f"ประเภทหน่วยงาน: {KINDS}"),
            Column("projects", "integer", "จำนวนโครงการของหน่วยงานในปี"),
            *CASH,
        ),
        rows_of_partners,
    ),
    Dataset(
        "schools",
        "โรงเรียนและสถานศึกษา",
        "โรงเรียนในทะเบียนที่เปิดอยู่ในปี กับจำนวนนักเรียนและครูล่าสุดที่ทราบ",
        (
            _code("โรงเรียน"),
            FISCAL_YEAR,
            Column("name", "string", "ชื่อตามที่ใช้ในปีนั้น"),
            Column("smis_code", "string", "รหัสสถานศึกษา 8 หลัก"),
            Column("moe_code", "string", "รหัสสถานศึกษา 10 หลัก"),
            Column(
                "affiliation",
                "string",
                "สังกัด: obec = สพฐ., private = เอกชน, secondary = สพม., local = อปท., child_centre = ศพด.",
            ),
            *PLACE,
            Column("academic_year", "integer", "ปีการศึกษา (พ.ศ.) ของจำนวนนักเรียนและครู"),
            Column("pupils", "integer", "นักเรียน (คน) ว่าง = ไม่ทราบ"),
            Column("teachers", "integer", "ครู (คน) ว่าง = ไม่ทราบ"),
        ),
        rows_of_schools,
    ),
    Dataset(
        "agreements",
        "บันทึกข้อตกลง (MOU)",
        "ข้อตกลงที่โครงการของปีอ้างถึง หรือมีผลอยู่ในปี",
        (
            _code("ข้อตกลง"),
            FISCAL_YEAR,
            Column("title", "string", "ชื่อข้อตกลง"),
            Column("number", "string", "เลขที่"),
            Column("subject", "string", "เรื่องที่ตกลง"),
            Column("party_codes", "string", "รหัสคู่ตกลง คั่นด้วย ;"),
            Column("party_names", "string", "ชื่อคู่ตกลง คั่นด้วย ;"),
            Column("signed_first", "date", "วันลงนาม (ค.ศ.) วันแรกของช่วงที่ทราบ"),
            Column("signed_last", "date", "วันลงนาม (ค.ศ.) วันสุดท้ายของช่วงที่ทราบ"),
            Column("start_date", "date", "วันเริ่มมีผล (ค.ศ.)"),
            Column("end", "string", "dated = มีวันสิ้นสุด, open = ไม่มีวันสิ้นสุด, unknown = ไม่ทราบ"),
            Column("end_date", "date", "วันสิ้นสุด (ค.ศ.)"),
            Column("state", "string", "สถานะ ณ วันที่ใน state_on: ahead, in_force, ended, unknown"),
            Column("state_on", "date", "วันที่ของสถานะ (ค.ศ.)"),
        ),
        rows_of_agreements,
    ),
    Dataset(
        "groups",
        "เครือข่าย ชมรม และคณะ",
        "เครือข่ายที่มีอยู่ในปี ไม่มีรายชื่อสมาชิก",
        (
            _code("เครือข่าย"),
            FISCAL_YEAR,
            Column("kind", "string", "ประเภทเครือข่าย"),
            Column("name", "string", "ชื่อ"),
            Column("scope", "string", "internal = ภายใน, external = ภายนอก"),
            Column("formality", "string", "formal = เป็นทางการ, informal = ไม่เป็นทางการ"),
            Column("order_number", "string", "เลขที่คำสั่งแต่งตั้ง"),
            *PLACE,
            Column("established_on", "date", "วันตั้ง (ค.ศ.)"),
            Column("dissolved_on", "date", "วันเลิก (ค.ศ.)"),
        ),
        rows_of_groups,
    ),
)
