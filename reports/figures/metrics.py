"""The figures of a year, each named once: how it is called, counted and written, and the list that it opens.

A row of METRICS is all that a figure needs. Notes explain each of them; prose may write a figure by its names in
`prose`, between braces; editions keep and compare a figure that has an `edition_label`; control totals are the figures
that reports/outputs/proof/control_totals.py counts a second time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.urls import reverse
from django.utils.http import urlencode

from portal.thai.money import baht_text, format_baht
from projects.models import GiftForm
from reports.figures.facts import YearFigures

PROJECTS, MONEY, PARTNERS, NETWORKS = "โครงการและหลักฐาน", "เงินและสิ่งของ", "ภาคี", "เครือข่าย"
RECEIVED = "นับรายการที่ได้รับแล้วของโครงการที่ยืนยันแล้ว"
CASH = {"form": str(GiftForm.CASH)}
PROVEN = {"evidence": "yes"}


@dataclass(frozen=True)
class InProse:
    """A name of a figure between braces, what it stands for in the writer's list, and how its value is written."""

    name: str
    about: str
    write: Callable[[Decimal | int], str] = format_baht


@dataclass(frozen=True)
class Metric:
    """One figure of a year, or of its parts, which have their values elsewhere; an unknown value is None, never zero.

    `query` narrows the list `page` to what is counted.
    """

    key: str
    definition: str
    page: str
    query: dict = field(default_factory=dict)
    label: str = ""
    unit: str = ""
    value_of: Callable[[YearFigures], Decimal | int | None] | None = None
    heading: str = ""
    prose: tuple[InProse, ...] = ()
    edition_label: str = ""
    edition_key: str = ""

    def address(self, fiscal_year: int, **more) -> str:
        """Return the list that makes the figure, with the same total below."""
        return f"{reverse(self.page)}?{urlencode({'year': fiscal_year} | self.query | more)}"


ROWS = (
    Metric(
        "cash",
        f"{RECEIVED} เฉพาะที่ระบุจำนวนเงิน",
        "contribution-list",
        CASH,
        label="เงินสนับสนุนที่ระบุจำนวน",
        unit="บาท",
        value_of=lambda figures: figures.totals.cash_or_none,
        heading=MONEY,
        prose=(
            InProse("เงินสนับสนุนรวม", "บาท เฉพาะที่ระบุจำนวน"),
            InProse("เงินสนับสนุนรวมเป็นตัวอักษร", "เงินสนับสนุนรวม เขียนเป็นคำ", baht_text),
        ),
        edition_label="เงินสนับสนุนรวม",
    ),
    Metric(
        "cash_known",
        RECEIVED,
        "contribution-list",
        CASH,
        label="รายการเงินที่ระบุจำนวน",
        unit="รายการ",
        value_of=lambda figures: figures.totals.cash_known,
        heading=MONEY,
        prose=(InProse("จำนวนรายการเงิน", "รายการเงินที่ระบุจำนวน"),),
    ),
    Metric(
        "cash_unknown",
        f"{RECEIVED} แต่ไม่ทราบจำนวนเงิน ไม่นับเป็นศูนย์",
        "contribution-list",
        CASH,
        label="รายการเงินที่ไม่ระบุจำนวน",
        unit="รายการ",
        value_of=lambda figures: figures.totals.cash_unknown,
        heading=MONEY,
        prose=(InProse("จำนวนรายการไม่ระบุเงิน", "รายการเงินที่ไม่ระบุจำนวน"),),
        edition_label="รายการเงินที่ไม่ระบุจำนวน",
    ),
    Metric("cash_of_giver", f"{RECEIVED} รวมทุกรายการเงินของผู้ให้รายเดียวกัน", "contribution-list", CASH),
    Metric("cash_of_kind", f"{RECEIVED} รวมตามประเภทของผู้ให้ ณ วันสิ้นปีงบประมาณ", "contribution-list", CASH),
    Metric("cash_of_category", f"{RECEIVED} รวมตามประเภทของโครงการ", "contribution-list", CASH),
    Metric(
        "projects",
        "โครงการของปีงบประมาณที่ยืนยันแล้ว",
        "project-list",
        label="โครงการและกิจกรรม",
        unit="โครงการ",
        value_of=lambda figures: figures.projects,
        heading=PROJECTS,
        prose=(InProse("จำนวนโครงการ", "โครงการที่ยืนยันแล้วของภาคี"),),
        edition_label="จำนวนโครงการ",
    ),
    Metric(
        "partners",
        "หน่วยงานที่มีโครงการยืนยันแล้วในปี ไม่นับสำนักงานเอง",
        "partner-list",
        {"part": 1},
        label="ภาคีเจ้าของโครงการ",
        unit="แห่ง",
        value_of=lambda figures: len(figures.partners),
        heading=PARTNERS,
        prose=(InProse("จำนวนภาคี", "หน่วยงานที่มีโครงการในปีนี้"),),
        edition_label="จำนวนภาคี",
    ),
    Metric(
        "supporters",
        "หน่วยงานที่ให้การสนับสนุนแต่ไม่มีโครงการของตนเองในปี ไม่นับสำนักงานเอง",
        "partner-list",
        {"part": 2},
        label="ผู้ร่วมสนับสนุน",
        unit="แห่ง",
        value_of=lambda figures: len(figures.supporters),
        heading=PARTNERS,
        prose=(InProse("จำนวนผู้ร่วมสนับสนุน", "ผู้ให้การสนับสนุนโครงการของผู้อื่น"),),
    ),
    Metric(
        "evidence",
        "มีเอกสารของโครงการ ของการสนับสนุน หรือของข้อตกลง อย่างน้อยหนึ่งฉบับ",
        "project-list",
        PROVEN,
        label="โครงการที่มีหลักฐาน",
        unit="โครงการ",
        value_of=lambda figures: figures.with_evidence,
        heading=PROJECTS,
        prose=(InProse("จำนวนโครงการที่มีหลักฐาน", "โครงการที่มีเอกสารหลักฐาน"),),
        edition_label="โครงการที่มีหลักฐาน",
        edition_key="with_evidence",
    ),
    Metric(
        "evidence_share",
        "โครงการที่มีหลักฐานต่อโครงการทั้งหมดของปี ปัดเป็นจำนวนเต็ม",
        "project-list",
        PROVEN,
        label="ส่วนของโครงการที่มีหลักฐาน",
        unit="ร้อยละ",
        value_of=lambda figures: figures.evidence_percent,
        heading=PROJECTS,
        prose=(InProse("ร้อยละโครงการที่มีหลักฐาน", "ส่วนของโครงการที่มีหลักฐาน"),),
    ),
    Metric(
        "agreements",
        "ข้อตกลงที่ยืนยันแล้ว ซึ่งโครงการของปีอ้างถึงหรือทราบว่ามีผลในปี",
        "agreement-list",
        label="บันทึกข้อตกลง (MOU)",
        unit="ฉบับ",
        value_of=lambda figures: figures.agreements,
        heading=PROJECTS,
        prose=(
            InProse("จำนวนข้อตกลง", "ข้อตกลงที่ใช้หรือมีผลในปีนี้"),
            InProse("จำนวน MOU", "ข้อตกลงที่ใช้หรือมีผลในปีนี้"),
        ),
    ),
    Metric(
        "groups",
        "ที่มีอยู่ในปี ไม่นับที่เลิกก่อนหรือตั้งหลัง",
        "network-list",
        label="เครือข่าย ชมรม และคณะ",
        unit="รายชื่อ",
        value_of=lambda figures: figures.groups,
        heading=NETWORKS,
        prose=(InProse("จำนวนเครือข่าย", "เครือข่าย ชมรม และคณะทั้งหมด"),),
        edition_label="จำนวนเครือข่าย",
    ),
    Metric(
        "groups_of_kind",
        "นับรายชื่อที่มีอยู่ในปี ส่วนที่แจ้งไว้คือจำนวนตามที่แจ้ง ไม่ได้นับจากรายชื่อ",
        "network-list",
    ),
    Metric("things", "จำนวนที่ได้รับแล้วและระบุไว้ ไม่รวมกับเงิน", "contribution-list"),
)
METRICS = {metric.key: metric for metric in ROWS}


def things_key(what: str, unit: str) -> str:
    """Return the key of the total of one sort of thing."""
    return f"things:{what}:{unit}"


def metric_of(key: str) -> Metric:
    """Return the figure of a key, which may be that of one sort of thing."""
    if not key.startswith("things:"):
        return METRICS[key]
    what, unit = key.split(":", 1)[1].rsplit(":", 1)

    def quantity(figures):
        return (
            next((t.quantity for t in figures.totals.things if (t.what, t.unit) == (what, unit)), 0) or None
        )

    return replace(METRICS["things"], key=key, label=what, unit=unit, value_of=quantity)
