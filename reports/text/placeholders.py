"""The figures that prose may name, with this year's values: all read from the summary, none added up here."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.thai.money import baht_text, format_baht
from portal.thai.text import normalize
from reports.figures.summary import YearSummary
from reports.text.markup import runs

UNKNOWN = "ไม่ระบุ"
YEAR, PROJECTS, MONEY, PARTNERS, NETWORKS = "ปี", "โครงการและหลักฐาน", "เงินและสิ่งของ", "ภาคี", "เครือข่าย"
SHORT_KINDS = {"sao": "อบต.", "pao": "อบจ."}


@dataclass(frozen=True)
class Figure:
    """A name to write between braces, what it stands for, and what it says today; `part` is its heading in the list.

    `counted` names how it is counted (reports/figures/definitions.py), `asked` narrows the list that it opens.
    """

    name: str
    what: str
    value: str
    part: str
    counted: str = ""
    asked: dict = field(default_factory=dict)


@dataclass(frozen=True)
class UnknownFigure:
    """A name in the text that is no figure's, and the figure most like it."""

    name: str
    nearest: str

    def __str__(self):
        hint = f" หมายถึง {{{self.nearest}}} หรือไม่" if self.nearest else " โปรดเลือกจากรายการตัวเลขสด"
        return f"ไม่มีตัวเลขชื่อ {{{self.name}}}{hint}"


def live_figures(summary: YearSummary) -> dict[str, Figure]:
    """The figures of a year by their names; of two of one name the first stands."""
    figures = {}
    for read in (_of_the_year, _of_projects, _of_money, _of_partners, _of_groups):
        for figure in read(summary):
            figures.setdefault(figure.name, figure)
    return figures


def values_of(summary: YearSummary) -> dict[str, str]:
    """What each name says."""
    return {name: figure.value for name, figure in live_figures(summary).items()}


def unknown_figures(text: str, figures) -> list[UnknownFigure]:
    """The names between braces that are no figure's, each once, with the nearest right one."""
    values = dict.fromkeys(figures, "")
    names = dict.fromkeys(run.figure for run in runs(text, values) if not run.known)
    return [
        UnknownFigure(name, next(iter(get_close_matches(name, list(figures), n=1, cutoff=0.4)), ""))
        for name in names
    ]


def _figure(name, what, value, part, counted="", **asked):
    return Figure(normalize(name), what, UNKNOWN if value is None else str(value), part, counted, asked)


def _count(number):
    return f"{number:,}"


def _of_the_year(summary) -> Iterator[Figure]:
    year = summary.fiscal_year
    yield _figure("ปีงบประมาณ", "ปีงบประมาณของรายงาน", year, YEAR)
    yield _figure("ปีงบประมาณก่อน", "ปีก่อนหน้า", year - 1, YEAR)
    yield _figure("ปีงบประมาณถัดไป", "ปีถัดไป", year + 1, YEAR)


def _of_projects(summary) -> Iterator[Figure]:
    projects, proven = len(summary.projects), len(summary.with_evidence)
    yield _figure("จำนวนโครงการ", "โครงการที่ยืนยันแล้วของภาคี", _count(projects), PROJECTS, "projects")
    yield _figure("จำนวนโครงการที่มีหลักฐาน", "โครงการที่มีเอกสารหลักฐาน", _count(proven), PROJECTS, "evidence")
    share = f"{proven / projects * 100:.0f}" if projects else None
    yield _figure("ร้อยละโครงการที่มีหลักฐาน", "ส่วนของโครงการที่มีหลักฐาน", share, PROJECTS, "evidence_share")
    agreements = _count(len(summary.agreements))
    for name in ("จำนวนข้อตกลง", "จำนวน MOU"):
        yield _figure(name, "ข้อตกลงที่ใช้หรือมีผลในปีนี้", agreements, PROJECTS, "agreements")


def _of_money(summary) -> Iterator[Figure]:
    totals, words = summary.totals, None
    if totals.cash_or_none is not None:
        words = baht_text(totals.cash)
    yield _figure("เงินสนับสนุนรวม", "บาท เฉพาะที่ระบุจำนวน", _baht(totals), MONEY, "cash")
    yield _figure("เงินสนับสนุนรวมเป็นตัวอักษร", "เงินสนับสนุนรวม เขียนเป็นคำ", words, MONEY, "cash")
    known, unknown = _count(totals.cash_known), _count(totals.cash_unknown)
    yield _figure("จำนวนรายการเงิน", "รายการเงินที่ระบุจำนวน", known, MONEY, "cash_known")
    yield _figure("จำนวนรายการไม่ระบุเงิน", "รายการเงินที่ไม่ระบุจำนวน", unknown, MONEY, "cash_unknown")
    for part in summary.by_kind:
        told = f"บาท จาก{part.label}", _baht(part.totals), MONEY, "cash_of_kind"
        yield _figure(f"เงินสนับสนุนจาก{part.label}", *told, kind=part.key)
        if short := SHORT_KINDS.get(part.key):
            yield _figure(f"เงินสนับสนุนจาก{short}", *told, kind=part.key)
    for part in summary.by_category:
        told = "บาท ตามประเภทโครงการ", _baht(part.totals), MONEY, "cash_of_category"
        yield _figure(f"เงินสนับสนุนด้าน{part.label}", *told, category=part.key)
    several = Counter(thing.what for thing in totals.things)
    for thing in totals.things:
        name = thing.what if several[thing.what] == 1 else f"{thing.what} ({thing.unit})"
        known = _count(thing.quantity) if thing.quantity or not thing.unknown else None
        yield _figure(f"จำนวน{name}", f"{thing.unit} ที่ได้รับ", known, MONEY, "things")


def _baht(totals):
    return None if totals.cash_or_none is None else format_baht(totals.cash)


def _of_partners(summary) -> Iterator[Figure]:
    partners, supporters = _count(len(summary.partners)), _count(len(summary.supporters))
    yield _figure("จำนวนภาคี", "หน่วยงานที่มีโครงการในปีนี้", partners, PARTNERS, "partners")
    what = "ผู้ให้การสนับสนุนโครงการของผู้อื่น"
    yield _figure("จำนวนผู้ร่วมสนับสนุน", what, supporters, PARTNERS, "supporters")
    for kind, number in Counter(partner.kind for partner in summary.partners).items():
        told = f"ภาคีที่เป็น{kind.label}", _count(number), PARTNERS, "partners"
        yield _figure(f"จำนวนภาคี{kind.label}", *told, kind=kind.value)
        if short := SHORT_KINDS.get(kind.value):
            yield _figure(f"จำนวนภาคี{short}", *told, kind=kind.value)


def _of_groups(summary) -> Iterator[Figure]:
    """Each kind under its name, and under its unit where no other kind is counted by it."""
    yield _figure("จำนวนเครือข่าย", "เครือข่าย ชมรม และคณะทั้งหมด", _count(len(summary.groups)), NETWORKS, "groups")
    units = Counter(told.kind.unit for told in summary.kinds)
    for told in summary.kinds:
        kind, counted = told.kind, _count(told.counted) if told.counted else None
        told_as = counted, NETWORKS, "groups_of_kind"
        yield _figure(f"จำนวน{kind.name}", f"{kind.unit} ที่มีรายชื่อ", *told_as, kind=kind.pk)
        if units[kind.unit] == 1:
            yield _figure(f"จำนวน{kind.unit}", f"{kind.name} ที่มีรายชื่อ", *told_as, kind=kind.pk)
        if told.claimed is not None:
            yield _figure(f"จำนวน{kind.name}ที่แจ้ง", f"{kind.unit} ตามที่แจ้งไว้", _count(told.claimed), NETWORKS)
