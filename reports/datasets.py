"""The open data of a year: which files there are, their columns, and where each value comes from.

Machines read them: days are ISO 8601 (CE), numbers are numbers, what is unknown is empty. Organizations
bear the name of the year; a private person is named by the role.
"""

from collections.abc import Callable
from dataclasses import dataclass

from networks.models import Group, School, SchoolYear
from partners.models import OrganizationKind
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution
from reports.summary import named, names_before


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
        """The rows of the year, each with its columns in their order."""
        return [{column.name: row[column.name] for column in self.columns} for row in self.rows(summary)]


def _place(subdistrict):
    if not subdistrict:
        return {"subdistrict_code": None, "subdistrict": "", "district": ""}
    return {
        "subdistrict_code": subdistrict.code,
        "subdistrict": subdistrict.name,
        "district": subdistrict.district.name,
    }


def _body(name, organization, former):
    names = named(organization, former)
    return {
        f"{name}_code": organization.code,
        f"{name}_name": names["name"],
        f"{name}_kind": names["kind"].value,
    }


def _projects(summary):
    former = names_before(summary.last_day)
    for line in summary.projects:
        project = line.project
        yield {
            "code": project.code,
            "fiscal_year": project.fiscal_year,
            "position": project.position,
            "title": project.full_title,
            "category": project.category.name if project.category else "",
            **_body("partner", project.partner, former),
            "start_date": project.starts_on,
            "end_date": project.ends_on,
            "venue": project.venue,
            **_place(project.subdistrict),
            "cash_baht": line.totals.cash_or_none,
            "cash_unknown": line.totals.cash_unknown,
            "has_evidence": bool(line.evidence),
        }


def _contributions(summary):
    former = names_before(summary.last_day)
    gifts = Contribution.objects.confirmed().in_year(summary.fiscal_year).filter(receipt="received")
    for gift in gifts.select_related("project", "giver", "recipient").order_by(
        "project__position", "order", "pk"
    ):
        recipient = named(gift.recipient, former)["name"] if gift.recipient else gift.recipient_words
        yield {
            "project_code": gift.project.code,
            "fiscal_year": summary.fiscal_year,
            **_body("giver", gift.giver, former),
            "form": gift.form,
            "amount_baht": gift.amount,
            "what": gift.what,
            "quantity": gift.quantity,
            "unit": gift.unit,
            "recipient_name": recipient,
        }


def _partners(summary):
    for part, givers in (("partner", summary.partners), ("supporter", summary.supporters)):
        for giver in givers:
            yield {
                "code": giver.organization.code,
                "fiscal_year": summary.fiscal_year,
                "part": part,
                "name": giver.name,
                "kind": giver.kind.value,
                "projects": len(giver.projects) if part == "partner" else 0,
                "cash_baht": giver.totals.cash_or_none,
                "cash_unknown": giver.totals.cash_unknown,
            }


def _schools(summary):
    former = names_before(summary.last_day)
    counted = SchoolYear.objects.filter(academic_year__lte=summary.fiscal_year).order_by("academic_year")
    newest = {year.school_id: year for year in counted}
    schools = School.objects.exclude(active_to__lt=summary.first_day).exclude(
        active_from__gt=summary.last_day
    )
    for school in schools.select_related("subdistrict__district"):
        year = newest.get(school.pk)
        yield {
            "code": school.code,
            "fiscal_year": summary.fiscal_year,
            "name": named(school, former)["name"],
            "smis_code": school.smis_code,
            "moe_code": school.moe_code,
            "affiliation": school.affiliation,
            **_place(school.subdistrict),
            "academic_year": year.academic_year if year else None,
            "pupils": year.pupils if year else None,
            "teachers": year.teachers if year else None,
        }


def _agreements(summary):
    former = names_before(summary.last_day)
    for row in summary.agreements:
        agreement, parties = row.agreement, row.agreement.parties.all()
        names = [named(p.organization, former)["name"] if p.organization else p.words for p in parties]
        yield {
            "code": agreement.code,
            "fiscal_year": summary.fiscal_year,
            "title": agreement.title,
            "number": agreement.number,
            "subject": agreement.subject,
            "party_codes": "; ".join(party.organization.code for party in parties if party.organization),
            "party_names": "; ".join(names),
            "signed_first": agreement.signed_first,
            "signed_last": agreement.signed_last,
            "start_date": agreement.starts_on,
            "end": agreement.end,
            "end_date": agreement.ends_on,
            "state": row.state.value,
            "state_on": summary.as_of,
        }


def _groups(summary):
    groups = Group.objects.standing_in(*fiscal_year_bounds(summary.fiscal_year))
    for group in groups.select_related("kind", "subdistrict__district", "order_document"):
        yield {
            "code": group.code,
            "fiscal_year": summary.fiscal_year,
            "kind": group.kind.name,
            "name": group.name,
            "scope": group.scope or group.kind.scope,
            "formality": group.formality or group.kind.formality,
            "order_number": group.order_document.number if group.order_document else "",
            **_place(group.subdistrict),
            "established_on": group.established_on,
            "dissolved_on": group.dissolved_on,
        }


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
        _projects,
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
        _contributions,
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
        _partners,
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
        _schools,
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
        _agreements,
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
        _groups,
    ),
)
