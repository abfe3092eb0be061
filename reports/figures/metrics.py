"""METRICS, the table of the figures of a year.

To add a figure, add a row to the table. Its definition is printed in the notes of the report, its placeholders can be
written in paragraphs, and editions store and compare it if it has an `edition_label`. A figure becomes a control total
when reports/outputs/proof/control_totals.py counts it a second time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.urls import reverse
from django.utils.http import urlencode

from portal.thai.money import baht_text, format_baht
from projects.models import GiftForm
from reports.figures.facts import YearFigures

PROJECTS, MONEY, PARTNERS, NETWORKS = "โครงการและหลักฐาน", "เงินและสิ่งของ", "ภาคี", "เครือข่าย"
RECEIVED = "นับรายการที่ได้รับแล้วของโครงการที่ยืนยันแล้ว"
CASH_LIST = ("contribution-list", {"form": str(GiftForm.CASH)})


@dataclass(frozen=True)
class PlaceholderName:
    """A name to write between braces in a paragraph, its explanation to the writer, and the format of the value."""

    name: str
    about: str
    format_value: Callable[[Decimal | int], str] = format_baht


@dataclass(frozen=True)
class Metric:
    """One figure of a year: its value, which is None when unknown, its definition, and the list of its records.

    `records` is the name of a list page with its filters. A row without `value_of` defines a sort of figures.
    """

    key: str
    definition: str
    records: tuple[str, dict]
    label: str = ""
    unit: str = ""
    value_of: Callable[[YearFigures], Decimal | int | None] | None = None
    heading: str = ""
    placeholders: tuple[PlaceholderName, ...] = ()
    edition_label: str = ""
    edition_key: str = ""

    def address(self, fiscal_year: int, **filters) -> str:
        """Return the address of the list of the figure's records, which shows the same total."""
        page, query = self.records
        return f"{reverse(page)}?{urlencode({'year': fiscal_year} | query | filters)}"


_ROWS = (
    Metric(
        key="cash",
        label="เงินสนับสนุนที่ระบุจำนวน",
        unit="บาท",
        value_of=lambda figures: figures.totals.cash_or_none,
        definition=f"{RECEIVED} เฉพาะที่ระบุจำนวนเงิน",
        records=CASH_LIST,
        heading=MONEY,
        placeholders=(
            PlaceholderName("เงินสนับสนุนรวม", "บาท เฉพาะที่ระบุจำนวน"),
            PlaceholderName("เงินสนับสนุนรวมเป็นตัวอักษร", "เงินสนับสนุนรวม เขียนเป็นคำ", baht_text),
        ),
        edition_label="เงินสนับสนุนรวม",
    ),
    Metric(
        key="cash_known",
        label="รายการเงินที่ระบุจำนวน",
        unit="รายการ",
        value_of=lambda figures: figures.totals.cash_known,
        definition=RECEIVED,
        records=CASH_LIST,
        heading=MONEY,
        placeholders=(PlaceholderName("จำนวนรายการเงิน", "รายการเงินที่ระบุจำนวน"),),
    ),
    Metric(
        key="cash_unknown",
        label="รายการเงินที่ไม่ระบุจำนวน",
        unit="รายการ",
        value_of=lambda figures: figures.totals.cash_unknown,
        definition=f"{RECEIVED} แต่ไม่ทราบจำนวนเงิน ไม่นับเป็นศูนย์",
        records=CASH_LIST,
        heading=MONEY,
        placeholders=(PlaceholderName("จำนวนรายการไม่ระบุเงิน", "รายการเงินที่ไม่ระบุจำนวน"),),
        edition_label="รายการเงินที่ไม่ระบุจำนวน",
    ),
    Metric("cash_of_giver", f"{RECEIVED} รวมทุกรายการเงินของผู้ให้รายเดียวกัน", CASH_LIST),
    Metric("cash_of_kind", f"{RECEIVED} รวมตามประเภทของผู้ให้ ณ วันสิ้นปีงบประมาณ", CASH_LIST),
    Metric("cash_of_category", f"{RECEIVED} รวมตามประเภทของโครงการ", CASH_LIST),
    Metric(
        key="projects",
        label="โครงการและกิจกรรม",
        unit="โครงการ",
        value_of=lambda figures: figures.projects,
        definition="โครงการของปีงบประมาณที่ยืนยันแล้ว",
        records=("project-list", {}),
        heading=PROJECTS,
        placeholders=(PlaceholderName("จำนวนโครงการ", "โครงการที่ยืนยันแล้วของภาคี"),),
        edition_label="จำนวนโครงการ",
    ),
    Metric(
        key="partners",
        label="ภาคีเจ้าของโครงการ",
        unit="แห่ง",
        value_of=lambda figures: len(figures.partners),
        definition="หน่วยงานที่มีโครงการยืนยันแล้วในปี ไม่นับสำนักงานเอง",
        records=("partner-list", {"part": 1}),
        heading=PARTNERS,
        placeholders=(PlaceholderName("จำนวนภาคี", "หน่วยงานที่มีโครงการในปีนี้"),),
        edition_label="จำนวนภาคี",
    ),
    Metric(
        key="supporters",
        label="ผู้ร่วมสนับสนุน",
        unit="แห่ง",
        value_of=lambda figures: len(figures.supporters),
        definition="หน่วยงานที่ให้การสนับสนุนแต่ไม่มีโครงการของตนเองในปี ไม่นับสำนักงานเอง",
        records=("partner-list", {"part": 2}),
        heading=PARTNERS,
        placeholders=(PlaceholderName("จำนวนผู้ร่วมสนับสนุน", "ผู้ให้การสนับสนุนโครงการของผู้อื่น"),),
    ),
    Metric(
        key="evidence",
        label="โครงการที่มีหลักฐาน",
        unit="โครงการ",
        value_of=lambda figures: figures.with_evidence,
        definition="มีเอกสารของโครงการ ของการสนับสนุน หรือของข้อตกลง อย่างน้อยหนึ่งฉบับ",
        records=("project-list", {"evidence": "yes"}),
        heading=PROJECTS,
        placeholders=(PlaceholderName("จำนวนโครงการที่มีหลักฐาน", "โครงการที่มีเอกสารหลักฐาน"),),
        edition_label="โครงการที่มีหลักฐาน",
        edition_key="with_evidence",
    ),
    Metric(
        key="evidence_share",
        label="ส่วนของโครงการที่มีหลักฐาน",
        unit="ร้อยละ",
        value_of=lambda figures: figures.evidence_percent,
        definition="โครงการที่มีหลักฐานต่อโครงการทั้งหมดของปี ปัดเป็นจำนวนเต็ม",
        records=("project-list", {"evidence": "yes"}),
        heading=PROJECTS,
        placeholders=(PlaceholderName("ร้อยละโครงการที่มีหลักฐาน", "ส่วนของโครงการที่มีหลักฐาน"),),
    ),
    Metric(
        key="agreements",
        label="บันทึกข้อตกลง (MOU)",
        unit="ฉบับ",
        value_of=lambda figures: figures.agreements,
        definition="ข้อตกลงที่ยืนยันแล้ว ซึ่งโครงการของปีอ้างถึงหรือทราบว่ามีผลในปี",
        records=("agreement-list", {}),
        heading=PROJECTS,
        placeholders=(
            PlaceholderName("จำนวนข้อตกลง", "ข้อตกลงที่ใช้หรือมีผลในปีนี้"),
            PlaceholderName("จำนวน MOU", "ข้อตกลงที่ใช้หรือมีผลในปีนี้"),
        ),
    ),
    Metric(
        key="groups",
        label="เครือข่าย ชมรม และคณะ",
        unit="รายชื่อ",
        value_of=lambda figures: figures.groups,
        definition="ที่มีอยู่ในปี ไม่นับที่เลิกก่อนหรือตั้งหลัง",
        records=("network-list", {}),
        heading=NETWORKS,
        placeholders=(PlaceholderName("จำนวนเครือข่าย", "เครือข่าย ชมรม และคณะทั้งหมด"),),
        edition_label="จำนวนเครือข่าย",
    ),
    Metric("groups_of_kind", "นับรายชื่อที่มีอยู่ในปี ส่วนที่แจ้งไว้คือจำนวนตามที่แจ้ง ไม่ได้นับจากรายชื่อ", ("network-list", {})),
    Metric("things", "จำนวนที่ได้รับแล้วและระบุไว้ ไม่รวมกับเงิน", ("contribution-list", {})),
)
METRICS = {metric.key: metric for metric in _ROWS}


def things_key(what: str, unit: str) -> str:
    """Return the key of the total of one kind of thing."""
    return f"things:{what}:{unit}"


def metric_of(key: str) -> Metric:
    """Return the figure of a key, which may be the total of one kind of thing."""
    if not key.startswith("things:"):
        return METRICS[key]
    what, unit = key.split(":", 1)[1].rsplit(":", 1)

    def quantity(figures):
        quantities = {(thing.what, thing.unit): thing.quantity for thing in figures.totals.things}
        return quantities.get((what, unit)) or None

    return replace(METRICS["things"], key=key, label=what, unit=unit, value_of=quantity)
