"""The charts of compared years: bars by year, each with the list that makes it."""

from dataclasses import dataclass
from decimal import Decimal

from reports.figures.metrics import METRICS
from reports.public.comparison.cells import schools_cell


@dataclass(frozen=True)
class Bar:
    label: str
    count: Decimal | int | None
    address: str


def cash_charts(years, part, *, asked):
    """The cash of each kind or category by year, all to one scale; and the longest bar."""
    found = parts_by_year(years, part)
    charts = [
        (label, [_cash_bar(year, row.get(year.fiscal_year), {asked: key}) for year in years])
        for (_, label, key), row in found.items()
        if any(part.totals.cash_known for part in row.values())
    ]
    return charts, max((bar.count or 0 for _, rows in charts for bar in rows), default=0)


def parts_by_year(years, part):
    """The parts of compared years by (order, label, key), each by year, in the order of the keys."""
    found = {}
    for year in years:
        for each in getattr(year.figures, part):
            found.setdefault((each.order, each.label, each.key), {})[year.fiscal_year] = each
    return dict(sorted(found.items()))


def whole_cash(years):
    return [_cash_bar(year, year.figures.whole, {}) for year in years]


def _cash_bar(year, part, asked):
    """Of a year in which nothing was given, no list."""
    label = str(year.fiscal_year)
    if not part or not part.totals.cash_count:
        return Bar(label, 0, "")
    return Bar(label, part.totals.cash_or_none, METRICS["cash"].address(year.fiscal_year, **asked))


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
