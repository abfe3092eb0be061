"""The charts of compared years: bars by year, each with the list that makes it."""

from dataclasses import dataclass
from decimal import Decimal

from reports.figures.facts import EMPTY
from reports.figures.metrics import METRICS
from reports.public.comparison.cells import schools_cell


@dataclass(frozen=True)
class Bar:
    label: str
    count: Decimal | int | None
    address: str


def cash_charts(years, part, *, query_key):
    """The cash of each kind or category by year, all to one scale; and the longest bar."""
    charts = [
        (label, [_cash_bar(year, each, {query_key: key}) for year, each in row])
        for label, key, row in parts_by_year(years, part)
        if any(each.totals.cash_known for _, each in row)
    ]
    return charts, max((bar.count or 0 for _, bars in charts for bar in bars), default=0)


def parts_by_year(years, name):
    """Each part of the compared years with its label and key, as it is in each fiscal year, in the order of the parts."""
    found = {}
    for year in years:
        for part in getattr(year.figures, name):
            found.setdefault((part.order, part.label, part.key), {})[year.fiscal_year] = part
    return [
        (
            label,
            key,
            [(year.fiscal_year, found[order, label, key].get(year.fiscal_year, EMPTY)) for year in years],
        )
        for order, label, key in sorted(found)
    ]


def whole_cash(years):
    return [_cash_bar(year.fiscal_year, year.figures.whole, {}) for year in years]


def _cash_bar(year, part, query):
    """Of a year in which nothing was given, no list."""
    if not part.totals.cash_count:
        return Bar(str(year), 0, "")
    return Bar(str(year), part.totals.cash_or_none, METRICS["cash"].address(year, **query))


def count_charts(years):
    """Each measure that is a number, by year."""
    captions = {
        "partners": "ภาคี (แห่ง)",
        "projects": "โครงการ (โครงการ)",
        "schools": "โรงเรียนที่ไปถึง (แห่ง)",
        "evidence_share": "โครงการที่มีหลักฐาน (ร้อยละ)",
        "agreements": "บันทึกข้อตกลง (ฉบับ)",
    }
    return [(caption, [_count_bar(year, key) for year in years]) for key, caption in captions.items()]


def _count_bar(year, key):
    label = str(year.fiscal_year)
    if key == "schools":
        return Bar(label, year.schools.number_reached, schools_cell(year).address)
    metric = METRICS[key]
    return Bar(label, metric.value_of(year.figures) or 0, metric.address(year.fiscal_year))
