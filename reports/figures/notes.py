"""How each figure of the report is counted, in the one place where the words stand, and the list that it opens."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from projects.models import Form


@dataclass(frozen=True)
class Counted:
    """How one figure is counted, and the list of what it counts."""

    how: str
    page: str
    asked: tuple = ()

    def address(self, fiscal_year, **more):
        """The list that makes the figure, with the same total below."""
        asked = {"year": fiscal_year} | dict(self.asked) | more
        return f"{reverse(self.page)}?{urlencode(asked)}"


RECEIVED = "นับรายการที่ได้รับแล้วของโครงการที่ยืนยันแล้ว"
CASH = (("form", Form.CASH.value),)
COUNTED = {
    "partners": Counted("หน่วยงานที่มีโครงการยืนยันแล้วในปี ไม่นับสำนักงานเอง", "partner-list", (("part", 1),)),
    "supporters": Counted(
        "หน่วยงานที่ให้การสนับสนุนแต่ไม่มีโครงการของตนเองในปี ไม่นับสำนักงานเอง", "partner-list", (("part", 2),)
    ),
    "projects": Counted("โครงการของปีงบประมาณที่ยืนยันแล้ว", "project-list"),
    "cash": Counted(f"{RECEIVED} เฉพาะที่ระบุจำนวนเงิน", "contribution-list", CASH),
    "cash_known": Counted(RECEIVED, "contribution-list", CASH),
    "cash_unknown": Counted(f"{RECEIVED} แต่ไม่ทราบจำนวนเงิน ไม่นับเป็นศูนย์", "contribution-list", CASH),
    "cash_of_giver": Counted(f"{RECEIVED} รวมทุกรายการเงินของผู้ให้รายเดียวกัน", "contribution-list", CASH),
    "cash_of_kind": Counted(f"{RECEIVED} รวมตามประเภทของผู้ให้ ณ วันสิ้นปีงบประมาณ", "contribution-list", CASH),
    "cash_of_category": Counted(f"{RECEIVED} รวมตามประเภทของโครงการ", "contribution-list", CASH),
    "things": Counted("จำนวนที่ได้รับแล้วและระบุไว้ ไม่รวมกับเงิน", "contribution-list"),
    "agreements": Counted("ข้อตกลงที่ยืนยันแล้ว ซึ่งโครงการของปีอ้างถึงหรือทราบว่ามีผลในปี", "agreement-list"),
    "groups": Counted("ที่มีอยู่ในปี ไม่นับที่เลิกก่อนหรือตั้งหลัง", "network-list"),
    "groups_of_kind": Counted("นับรายชื่อที่มีอยู่ในปี ส่วนที่แจ้งไว้คือจำนวนตามที่แจ้ง ไม่ได้นับจากรายชื่อ", "network-list"),
    "evidence": Counted(
        "มีเอกสารของโครงการ ของการสนับสนุน หรือของข้อตกลง อย่างน้อยหนึ่งฉบับ",
        "project-list",
        (("evidence", "yes"),),
    ),
    "evidence_share": Counted(
        "โครงการที่มีหลักฐานต่อโครงการทั้งหมดของปี ปัดเป็นจำนวนเต็ม", "project-list", (("evidence", "yes"),)
    ),
}


@dataclass(frozen=True)
class Notes:
    """The notes of one part of the report, numbered in the order in which its figures come."""

    part: str
    fiscal_year: int
    keys: list[str] = field(default_factory=list)

    def opened(self, key: str, words, **asked) -> SafeString:
        """The words of a figure as a link to the list that makes it."""
        address = COUNTED[key].address(self.fiscal_year, **asked)
        return format_html('<a class="opens" href="{}">{}</a>', address, words)

    def marked(self, key: str) -> SafeString:
        """The number of the note that says how the figure is counted; the note leads back to the first."""
        own = mark_safe("")
        if key not in self.keys:
            self.keys.append(key)
            own = format_html(' id="mark-{}-{}"', self.part, len(self.keys))
        number = self.keys.index(key) + 1
        return format_html(
            '<sup{}><a href="#how-{}-{}" aria-label="วิธีนับข้อ {}">{}</a></sup>',
            own,
            self.part,
            number,
            number,
            number,
        )

    def told(self):
        """Each note under its number."""
        return [(number, COUNTED[key].how) for number, key in enumerate(self.keys, start=1)]
