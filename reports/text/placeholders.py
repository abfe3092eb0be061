"""The figures that prose may name between braces, with this year's values; none is added up here."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.thai.money import format_baht
from portal.thai.text import normalize
from reports.figures.metrics import MONEY, NETWORKS, PARTNERS, PROJECTS, ROWS
from reports.figures.summary import YearSummary
from reports.text.markup import runs

UNKNOWN = "ไม่ระบุ"
YEAR = "ปี"
SHORT_KINDS = {"sao": "อบต.", "pao": "อบจ."}


@dataclass(frozen=True)
class Placeholder:
    """A name to write between braces, what it stands for, its value of the year, and its heading in the list.

    `metric` is the key of the figure that it opens (reports/figures/metrics.py), `query` narrows the opened list.
    """

    name: str
    about: str
    value: str
    heading: str
    metric: str = ""
    query: dict = field(default_factory=dict)


@dataclass(frozen=True)
class UnknownFigure:
    """A name in the text that is no figure's, and the figure most like it."""

    name: str
    nearest: str

    def __str__(self):
        hint = f" หมายถึง {{{self.nearest}}} หรือไม่" if self.nearest else " โปรดเลือกจากรายการตัวเลขสด"
        return f"ไม่มีตัวเลขชื่อ {{{self.name}}}{hint}"


def placeholders(summary: YearSummary) -> dict[str, Placeholder]:
    """Return the placeholders of a year by their names, in the order of the list; of two of one name the first."""
    found = {}
    parts_of = {YEAR: _years, MONEY: _parts_of_money, PARTNERS: _partners_by_kind, NETWORKS: _kinds_of_group}
    for heading in (YEAR, PROJECTS, MONEY, PARTNERS, NETWORKS):
        parts = parts_of[heading](summary) if heading in parts_of else ()
        for placeholder in (*_metrics_under(heading, summary.figures), *parts):
            found.setdefault(placeholder.name, placeholder)
    return found


def values_of(summary: YearSummary) -> dict[str, str]:
    """Return the value of each placeholder by its name."""
    return {name: placeholder.value for name, placeholder in placeholders(summary).items()}


def unknown_figures(text: str, names) -> list[UnknownFigure]:
    """Return what stands between braces and is no placeholder's name, each once, with the nearest right one."""
    values = dict.fromkeys(names, "")
    wrong = dict.fromkeys(run.figure for run in runs(text, values) if not run.known)
    return [
        UnknownFigure(name, next(iter(get_close_matches(name, list(values), n=1, cutoff=0.4)), ""))
        for name in wrong
    ]


def _placeholder(name, about, value, heading, metric="", write=format_baht, **query):
    words = UNKNOWN if value is None else write(value)
    return Placeholder(normalize(name), about, words, heading, metric, query)


def _years(summary) -> Iterator[Placeholder]:
    year = summary.fiscal_year
    yield _placeholder("ปีงบประมาณ", "ปีงบประมาณของรายงาน", year, YEAR, write=str)
    yield _placeholder("ปีงบประมาณก่อน", "ปีก่อนหน้า", year - 1, YEAR, write=str)
    yield _placeholder("ปีงบประมาณถัดไป", "ปีถัดไป", year + 1, YEAR, write=str)


def _metrics_under(heading, figures) -> Iterator[Placeholder]:
    for metric in ROWS:
        for said in metric.prose if metric.heading == heading else ():
            value = metric.value_of(figures)
            yield _placeholder(said.name, said.about, value, heading, metric.key, said.write)


def _parts_of_money(summary) -> Iterator[Placeholder]:
    for part in summary.by_kind:
        for name in _names_of_kind(part.key, part.label):
            cash = part.totals.cash_or_none, MONEY, "cash_of_kind"
            yield _placeholder(f"เงินสนับสนุนจาก{name}", f"บาท จาก{part.label}", *cash, kind=part.key)
    for part in summary.by_category:
        cash = part.totals.cash_or_none, MONEY, "cash_of_category"
        yield _placeholder(f"เงินสนับสนุนด้าน{part.label}", "บาท ตามประเภทโครงการ", *cash, category=part.key)
    several = Counter(thing.what for thing in summary.totals.things)
    for thing in summary.totals.things:
        name = thing.what if several[thing.what] == 1 else f"{thing.what} ({thing.unit})"
        known = thing.quantity if thing.quantity or not thing.unknown else None
        yield _placeholder(f"จำนวน{name}", f"{thing.unit} ที่ได้รับ", known, MONEY, "things")


def _partners_by_kind(summary) -> Iterator[Placeholder]:
    for kind, number in Counter(partner.kind for partner in summary.partners).items():
        for name in _names_of_kind(kind.value, kind.label):
            count = number, PARTNERS, "partners"
            yield _placeholder(f"จำนวนภาคี{name}", f"ภาคีที่เป็น{kind.label}", *count, kind=kind.value)


def _names_of_kind(key, label):
    """The name of a kind of organization, and the short one that offices write."""
    return [label, SHORT_KINDS[key]] if key in SHORT_KINDS else [label]


def _kinds_of_group(summary) -> Iterator[Placeholder]:
    """Each kind under its name, and under its unit where no other kind is counted by it."""
    units = Counter(row.kind.unit for row in summary.kinds)
    for row in summary.kinds:
        kind, count = row.kind, (row.counted or None, NETWORKS, "groups_of_kind")
        yield _placeholder(f"จำนวน{kind.name}", f"{kind.unit} ที่มีรายชื่อ", *count, kind=kind.pk)
        if units[kind.unit] == 1:
            yield _placeholder(f"จำนวน{kind.unit}", f"{kind.name} ที่มีรายชื่อ", *count, kind=kind.pk)
        if row.claimed is not None:
            about = f"{kind.unit} ตามที่แจ้งไว้"
            yield _placeholder(f"จำนวน{kind.name}ที่แจ้ง", about, row.claimed, NETWORKS)
