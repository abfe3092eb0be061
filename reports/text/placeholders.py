"""The live figures that a writer may name between braces, with the values of the year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.thai.money import format_baht
from portal.thai.text import normalize
from reports.figures.metrics import METRICS, MONEY, NETWORKS, PARTNERS, PROJECTS
from reports.figures.summary import YearSummary
from reports.text.markup import runs

UNKNOWN = "ไม่ระบุ"
YEAR = "ปี"
HEADINGS = (YEAR, PROJECTS, MONEY, PARTNERS, NETWORKS)
SHORT_KINDS = {"sao": "อบต.", "pao": "อบจ."}


@dataclass(frozen=True)
class Placeholder:
    """A name to write between braces, its explanation, its value of the year, and its heading in the writer's list.

    `metric` is the key of the figure whose list it links to (reports/figures/metrics.py); `query` filters that list.
    """

    name: str
    about: str
    value: str
    heading: str
    metric: str = ""
    query: dict = field(default_factory=dict)


@dataclass(frozen=True)
class UnknownFigure:
    """A name between braces that is not a placeholder, and the nearest placeholder."""

    name: str
    nearest: str

    def __str__(self):
        hint = f" หมายถึง {{{self.nearest}}} หรือไม่" if self.nearest else " โปรดเลือกจากรายการตัวเลขสด"
        return f"ไม่มีตัวเลขชื่อ {{{self.name}}}{hint}"


def placeholders(summary: YearSummary) -> dict[str, Placeholder]:
    """Return the placeholders of a year by name, in the order of the writer's list; of two of one name the first."""
    rows = [
        *_list_years(summary),
        *_list_metrics(summary.figures),
        *_list_parts_of_money(summary),
        *_list_partners_by_kind(summary),
        *_list_group_kinds(summary),
    ]
    found: dict[str, Placeholder] = {}
    for row in sorted(rows, key=lambda row: HEADINGS.index(row.heading)):
        found.setdefault(row.name, row)
    return found


def values_of(summary: YearSummary) -> dict[str, str]:
    """Return the value of each placeholder by its name."""
    return {name: placeholder.value for name, placeholder in placeholders(summary).items()}


def unknown_figures(text: str, names) -> list[UnknownFigure]:
    """Return the unknown names between braces, each once, with the nearest of the known names."""
    values = dict.fromkeys(names, "")
    unknown = dict.fromkeys(run.figure for run in runs(text, values) if not run.known)
    nearest = {name: get_close_matches(name, list(values), n=1, cutoff=0.4) for name in unknown}
    return [UnknownFigure(name, "".join(matches)) for name, matches in nearest.items()]


def _placeholder(name, about, value, heading, metric="", format_value=format_baht, **query):
    words = UNKNOWN if value is None else format_value(value)
    return Placeholder(normalize(name), about, words, heading, metric, query)


def _list_years(summary) -> Iterator[Placeholder]:
    year = summary.fiscal_year
    yield _placeholder("ปีงบประมาณ", "ปีงบประมาณของรายงาน", year, YEAR, format_value=str)
    yield _placeholder("ปีงบประมาณก่อน", "ปีก่อนหน้า", year - 1, YEAR, format_value=str)
    yield _placeholder("ปีงบประมาณถัดไป", "ปีถัดไป", year + 1, YEAR, format_value=str)


def _list_metrics(figures) -> Iterator[Placeholder]:
    for metric in METRICS.values():
        for row in metric.placeholders:
            value = metric.value_of(figures)
            yield _placeholder(row.name, row.about, value, metric.heading, metric.key, row.format_value)


def _list_parts_of_money(summary) -> Iterator[Placeholder]:
    for part in summary.by_kind:
        for name in _names_of_kind(part.key, part.label):
            cash = part.totals.cash_or_none, MONEY, "cash_of_kind"
            yield _placeholder(f"เงินสนับสนุนจาก{name}", f"บาท จาก{part.label}", *cash, kind=part.key)
    for part in summary.by_category:
        cash = part.totals.cash_or_none, MONEY, "cash_of_category"
        yield _placeholder(f"เงินสนับสนุนด้าน{part.label}", "บาท ตามประเภทโครงการ", *cash, category=part.key)
    units = Counter(thing.what for thing in summary.totals.things)
    for thing in summary.totals.things:
        name = thing.what if units[thing.what] == 1 else f"{thing.what} ({thing.unit})"
        known = thing.quantity if thing.quantity or not thing.unknown else None
        yield _placeholder(f"จำนวน{name}", f"{thing.unit} ที่ได้รับ", known, MONEY, "things")


def _list_partners_by_kind(summary) -> Iterator[Placeholder]:
    for kind, number in Counter(partner.kind for partner in summary.partners).items():
        for name in _names_of_kind(kind.value, kind.label):
            count = number, PARTNERS, "partners"
            yield _placeholder(f"จำนวนภาคี{name}", f"ภาคีที่เป็น{kind.label}", *count, kind=kind.value)


def _names_of_kind(key, label):
    """Return the name of a kind of organization, and its common abbreviation if it has one."""
    return [label, SHORT_KINDS[key]] if key in SHORT_KINDS else [label]


def _list_group_kinds(summary) -> Iterator[Placeholder]:
    """Yield each kind of group by its name, and by its unit where no other kind has the same unit."""
    units = Counter(row.kind.unit for row in summary.kinds)
    for row in summary.kinds:
        kind, count = row.kind, (row.counted or None, NETWORKS, "groups_of_kind")
        yield _placeholder(f"จำนวน{kind.name}", f"{kind.unit} ที่มีรายชื่อ", *count, kind=kind.pk)
        if units[kind.unit] == 1:
            yield _placeholder(f"จำนวน{kind.unit}", f"{kind.name} ที่มีรายชื่อ", *count, kind=kind.pk)
        if row.claimed is not None:
            about = f"{kind.unit} ตามที่แจ้งไว้"
            yield _placeholder(f"จำนวน{kind.name}ที่แจ้ง", about, row.claimed, NETWORKS)
