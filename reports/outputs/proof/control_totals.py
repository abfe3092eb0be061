"""The control totals of a year: the figures that every form of its report must agree on."""

from dataclasses import dataclass, replace
from decimal import Decimal

from reports.figures.definitions import COUNTED
from reports.figures.summary import YearSummary


@dataclass(frozen=True)
class Figure:
    """One control total; None is an unknown amount, never zero."""

    key: str
    label: str
    unit: str
    value: Decimal | int | None = None

    @property
    def counted(self):
        """How it is counted, and the list that it opens."""
        return COUNTED["things" if self.key.startswith("things:") else self.key]

    @property
    def how(self):
        return self.counted.how


FIGURES = (
    Figure("partners", "ภาคีเจ้าของโครงการ", "แห่ง"),
    Figure("projects", "โครงการและกิจกรรม", "โครงการ"),
    Figure("cash", "เงินสนับสนุนที่ระบุจำนวน", "บาท"),
    Figure("cash_known", "รายการเงินที่ระบุจำนวน", "รายการ"),
    Figure("cash_unknown", "รายการเงินที่ไม่ระบุจำนวน", "รายการ"),
    Figure("agreements", "บันทึกข้อตกลง (MOU)", "ฉบับ"),
    Figure("groups", "เครือข่าย ชมรม และคณะ", "รายชื่อ"),
    Figure("evidence", "โครงการที่มีหลักฐาน", "โครงการ"),
)


def things_key(what: str, unit: str) -> str:
    """The key of the total of one sort of thing."""
    return f"things:{what}:{unit}"


def of_things(what: str, unit: str, value: int | None = None) -> Figure:
    """The figure of one sort of thing."""
    return Figure(things_key(what, unit), what, unit, value)


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
