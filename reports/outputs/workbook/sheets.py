"""The sheets of a year's workbook: their columns, and the rows that the open data has too."""

from dataclasses import dataclass

from networks.models import Formality, Scope
from partners.models import AgreementEnd, AgreementState, OrganizationKind
from portal.tables.export import day_text, period_text
from projects.models import GiftForm
from projects.totals import Totals
from reports.outputs.access import name_for_reader
from reports.outputs.dataset_rows import (
    rows_of_agreements,
    rows_of_contributions,
    rows_of_groups,
    rows_of_partners,
    rows_of_projects,
)

TEXT, BAHT, COUNT = "text", "baht", "count"


@dataclass(frozen=True)
class Column:
    """A column: its Thai heading, what its rows are called, how wide and how written."""

    header: str
    key: str
    width: int = 18
    form: str = TEXT


@dataclass(frozen=True)
class Sheet:
    """One table of the year; of the columns in `totals` the sum stands below, with its value as the summary has it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[dict, ...]
    totals: dict

    def place(self, key):
        """Where a column stands, from 0."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)


CASH = (
    Column("เงินที่ระบุจำนวน (บาท)", "cash_baht", 16, BAHT),
    Column("รายการเงินที่ไม่ระบุ", "cash_unknown", 12, COUNT),
)


def sheets_of(report) -> tuple[Sheet, ...]:
    """The sheets of a report behind its summary, in their order."""
    summary, public = report.summary, report.public
    gifts = list(_gifts(summary, public))
    cash = tuple(gift for gift in gifts if gift["form"] == GiftForm.CASH)
    things = tuple(gift for gift in gifts if gift["form"] != GiftForm.CASH)
    givers = Totals.of(giver.totals for giver in (*summary.partners, *summary.supporters))
    projects = Totals.of(line.totals for line in summary.projects)
    return (
        Sheet(
            "ภาคี", PARTNERS, tuple(_partners(summary)), {"projects": len(summary.projects), **_sums(givers)}
        ),
        Sheet("โครงการ", PROJECTS, tuple(_projects(summary, public)), _sums(projects)),
        Sheet("เงินสนับสนุน", GIFTS_OF_CASH, cash, {"amount_baht": summary.totals.cash}),
        Sheet("สิ่งของและบุคลากร", GIFTS_OF_THINGS, things, {}),
        Sheet("ข้อตกลง", AGREEMENTS, tuple(_agreements(summary, public)), {}),
        Sheet("เครือข่าย", GROUPS, tuple(_groups(summary)), {}),
        Sheet("หลักฐาน", EVIDENCE, tuple(_evidence(report)), {}),
    )


def _sums(totals):
    return {"cash_baht": totals.cash, "cash_unknown": totals.cash_unknown}


PARTNERS = (
    Column("รหัส", "code", 12),
    Column("บทบาท", "part", 16),
    Column("ชื่อ", "name", 40),
    Column("ประเภท", "kind", 24),
    Column("โครงการ", "projects", 10, COUNT),
    *CASH,
)


def _partners(summary):
    parts = {"partner": "ภาคี", "supporter": "ผู้ร่วมสนับสนุน"}
    for row in rows_of_partners(summary):
        yield row | {"part": parts[row["part"]], "kind": OrganizationKind(row["kind"]).label}


PROJECTS = (
    Column("รหัส", "code", 14),
    Column("ลำดับในรายงาน", "position", 10, COUNT),
    Column("โครงการ", "title", 40),
    Column("ประเภท", "category", 16),
    Column("ภาคี", "partner_name", 26),
    Column("วันที่จัด", "when", 15),
    Column("สถานที่", "venue", 20),
    Column("ตำบล", "subdistrict", 13),
    Column("อำเภอ", "district", 13),
    *CASH,
    Column("หลักฐาน", "evidence", 10),
)


def _projects(summary, public):
    for row in rows_of_projects(summary, public=public):
        evidence = "มี" if row["has_evidence"] else "ไม่มี"
        yield row | {"when": period_text(row["start_date"], row["end_date"]), "evidence": evidence}


GIVEN = (
    Column("รหัสโครงการ", "project_code", 14),
    Column("โครงการ", "project", 38),
    Column("รหัสผู้ให้", "giver_code", 12),
    Column("ผู้ให้", "giver_name", 28),
    Column("ประเภทผู้ให้", "giver_kind", 18),
)
RECIPIENT = Column("ผู้รับ", "recipient_name", 22)
GIFTS_OF_CASH = (*GIVEN, Column("จำนวนเงิน (บาท)", "amount_baht", 18, BAHT), RECIPIENT)
GIFTS_OF_THINGS = (
    *GIVEN,
    Column("รูปแบบ", "form_name", 10),
    Column("สิ่งที่ให้", "what", 18),
    Column("จำนวน", "quantity", 10, COUNT),
    Column("หน่วยนับ", "unit", 12),
    RECIPIENT,
)


def _gifts(summary, public):
    titles = {line.project.code: line.project.full_title for line in summary.projects}
    for row in rows_of_contributions(summary, public=public):
        yield row | {
            "project": titles.get(row["project_code"], ""),
            "giver_kind": OrganizationKind(row["giver_kind"]).label,
            "form_name": GiftForm(row["form"]).label,
        }


AGREEMENTS = (
    Column("รหัส", "code", 12),
    Column("ข้อตกลง", "title", 40),
    Column("เลขที่", "number", 14),
    Column("คู่ตกลง", "party_names", 38),
    Column("ลงนาม", "signed", 15),
    Column("เริ่มมีผล", "start", 14),
    Column("การสิ้นสุด", "end_name", 18),
    Column("วันสิ้นสุด", "end_day", 14),
    Column("สถานะ", "state_name", 16),
    Column("สถานะ ณ วันที่", "state_day", 14),
)


def _agreements(summary, public):
    for row in rows_of_agreements(summary, public=public):
        yield row | {
            "signed": period_text(row["signed_first"], row["signed_last"]),
            "start": day_text(row["start_date"]),
            "end_name": AgreementEnd(row["end"]).label,
            "end_day": day_text(row["end_date"]),
            "state_name": AgreementState(row["state"]).label,
            "state_day": day_text(row["state_on"]),
        }


GROUPS = (
    Column("รหัส", "code", 12),
    Column("ประเภท", "kind", 28),
    Column("ชื่อ", "name", 40),
    Column("ขอบเขต", "scope_name", 14),
    Column("ความเป็นทางการ", "formality_name", 18),
    Column("คำสั่งเลขที่", "order_number", 14),
    Column("ตำบล", "subdistrict", 13),
    Column("อำเภอ", "district", 13),
)


def _groups(summary):
    for row in rows_of_groups(summary):
        names = {"scope_name": Scope(row["scope"]).label, "formality_name": Formality(row["formality"]).label}
        yield row | names


EVIDENCE = (
    Column("ประเด็นที่", "item", 10),
    Column("ลำดับ", "number", 8, COUNT),
    Column("รหัสเอกสาร", "code", 12),
    Column("เอกสาร", "title", 54),
    Column("เลขที่และวันที่", "reference", 34),
    Column("ประเภท", "kind", 22),
    Column("ผู้ออก", "issuer", 30),
    Column("พูดถึงปี", "about_year", 10),
)


def _evidence(report):
    for item in report.narrative.items:
        for number, document in enumerate(item.evidence, start=1):
            yield {
                "item": item.item.standard_item.number,
                "number": number,
                "code": document.code,
                "title": document.title,
                "reference": document.reference,
                "kind": document.get_kind_display(),
                "issuer": name_for_reader(document.issuer, public=report.public) if document.issuer else "",
                "about_year": str(document.about_year or ""),
            }


COUNTED_SHEETS = ("ภาคี", "โครงการ", "เงินสนับสนุน", "สิ่งของและบุคลากร", "ข้อตกลง", "เครือข่าย")
