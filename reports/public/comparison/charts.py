"""Charts of the comparison of years: a bar for each year, with the address of the list that it counts."""

from dataclasses import dataclass
from decimal import Decimal

from reports.figures.facts import EMPTY
from reports.figures.metrics import METRICS

COUNTED = {
    "partners": "ภาคี (แห่ง)",
    "projects": "โครงการ (โครงการ)",
    "schools": "โรงเรียนที่ไปถึง (แห่ง)",
    "evidence_share": "โครงการที่มีหลักฐาน (ร้อยละ)",
    "agreements": "บันทึกข้อตกลง (ฉบับ)",
}


@dataclass(frozen=True)
class Bar:
    label: str
    count: Decimal | int | None
    address: str


def cash_charts(years, part, *, query_key):
    """Return a chart of cash in baht for each kind, category or quarter, and the greatest bar of all."""
    charts = [
        (label, [_cash_bar(year, each, {query_key: key}) for year, each in row])
        for label, key, row in parts_by_year(years, part)
        if any(each.totals.cash_known for _, each in row)
    ]
    return charts, max((bar.count or 0 for _, bars in charts for bar in bars), default=0)


def parts_by_year(years, name):
    """Return label, key and (fiscal year, figures) for each part that occurs in any of the years, in order."""
    figures = {}
    for year in years:
        for part in getattr(year.figures, name):
            figures.setdefault((part.order, part.label, part.key), {})[year.fiscal_year] = part
    return [
        (label, key, [(year.fiscal_year, by_year.get(year.fiscal_year, EMPTY)) for year in years])
        for (_, label, key), by_year in sorted(figures.items(), key=lambda item: item[0])
    ]


def whole_cash(years):
    return [_cash_bar(year.fiscal_year, year.figures.whole, {}) for year in years]


def _cash_bar(year, part, query):
    """Return the bar of a year, without an address when no cash was given."""
    if not part.totals.cash_count:
        return Bar(str(year), 0, "")
    return Bar(str(year), part.totals.cash_or_none, METRICS["cash"].address(year, **query))


def count_charts(years):
    """Return the caption and bars of each figure that is a number."""
    return [(caption, [_count_bar(year, key) for year in years]) for key, caption in COUNTED.items()]


def _count_bar(year, key):
    label = str(year.fiscal_year)
    if key == "schools":
        return Bar(label, year.schools.number_reached, f"#schools-{label}")
    metric = METRICS[key]
    return Bar(label, metric.value_of(year.figures) or 0, metric.address(year.fiscal_year))
