"""The control totals of a year: the figures that every form of its report must agree on, and how each is counted."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.urls import reverse
from django.utils.http import urlencode

from projects.models import Form
from reports.summary import YearSummary

RECEIVED = "นับรายการที่ได้รับแล้วของโครงการที่ยืนยันแล้ว"


@dataclass(frozen=True)
class Figure:
    """One control total: how it is counted, and the list of what it counts; None is an unknown amount, never zero."""

    key: str
    label: str
    unit: str
    how: str
    page: str
    asked: tuple = ()
    value: Decimal | int | None = None

    def address(self, fiscal_year):
        """The list that makes the figure, with the same total below."""
        return f"{reverse(self.page)}?{urlencode([('year', fiscal_year), *self.asked])}"


CASH = (("form", Form.CASH),)
FIGURES = (
    Figure(
        "partners",
        "ภาคีเจ้าของโครงการ",
        "แห่ง",
        "หน่วยงานที่มีโครงการยืนยันแล้วในปี ไม่นับสำนักงานเอง",
        "partner-list",
        (("part", 1),),
    ),
    Figure("projects", "โครงการและกิจกรรม", "โครงการ", "โครงการของปีงบประมาณที่ยืนยันแล้ว", "project-list"),
    Figure("cash", "เงินสนับสนุนที่ระบุจำนวน", "บาท", f"{RECEIVED} เฉพาะที่ระบุจำนวนเงิน", "contribution-list", CASH),
    Figure("cash_known", "รายการเงินที่ระบุจำนวน", "รายการ", RECEIVED, "contribution-list", CASH),
    Figure(
        "cash_unknown",
        "รายการเงินที่ไม่ระบุจำนวน",
        "รายการ",
        f"{RECEIVED} แต่ไม่ทราบจำนวนเงิน ไม่นับเป็นศูนย์",
        "contribution-list",
        CASH,
    ),
    Figure(
        "agreements",
        "บันทึกข้อตกลง (MOU)",
        "ฉบับ",
        "ข้อตกลงที่ยืนยันแล้ว ซึ่งโครงการของปีอ้างถึงหรือทราบว่ามีผลในปี",
        "agreement-list",
    ),
    Figure("groups", "เครือข่าย ชมรม และคณะ", "รายชื่อ", "ที่มีอยู่ในปี ไม่นับที่เลิกก่อนหรือตั้งหลัง", "network-list"),
    Figure(
        "evidence",
        "โครงการที่มีหลักฐาน",
        "โครงการ",
        "มีเอกสารของโครงการ ของการสนับสนุน หรือของข้อตกลง อย่างน้อยหนึ่งฉบับ",
        "project-list",
        (("evidence", "yes"),),
    ),
)


def things_key(what: str, unit: str) -> str:
    """The key of the total of one sort of thing."""
    return f"things:{what}:{unit}"


def of_things(what: str, unit: str, value: int | None = None) -> Figure:
    """The figure of one sort of thing."""
    how = "จำนวนที่ได้รับแล้วและระบุไว้ ไม่รวมกับเงิน"
    return Figure(things_key(what, unit), what, unit, how, "contribution-list", value=value)


def control_totals(summary: YearSummary) -> tuple[Figure, ...]:
    """The figures of the year as its summary states them, in the order in which they are printed."""
    totals = summary.totals
    values = {
        "partners": len(summary.partners),
        "projects": len(summary.projects),
        "cash": totals.cash_or_none,
        "cash_known": totals.cash_known,
        "cash_unknown": totals.cash_unknown,
        "agreements": len(summary.agreements),
        "groups": sum(kind.counted for kind in summary.kinds),
        "evidence": len(summary.with_evidence),
    }
    stated = [replace(figure, value=values[figure.key]) for figure in FIGURES]
    things = [of_things(thing.what, thing.unit, thing.quantity or None) for thing in totals.things]
    return (*stated, *things)
