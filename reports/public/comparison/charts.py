"""The charts of compared years: bars by year, each with the list that makes it."""

from dataclasses import dataclass
from decimal import Decimal

from projects.models import Form
from reports.public.comparison.cells import (
    agreements_cell,
    list_of,
    partners_cell,
    projects_cell,
    proven_cell,
    schools_cell,
)


@dataclass(frozen=True)
class Bar:
    label: str
    count: Decimal | int | None
    address: str


def cash_charts(years, part, *, asked):
    """The cash of each kind or category by year, all to one scale; and the longest bar."""
    keys = sorted(
        {key for year in years for key, found in getattr(year, part).items() if found.totals.cash_known}
    )
    charts = [
        (key[1], [_cash_bar(year, getattr(year, part).get(key), {asked: key[2]}) for year in years])
        for key in keys
    ]
    return charts, max((bar.count or 0 for _, rows in charts for bar in rows), default=0)


def whole_cash(years):
    return [_cash_bar(year, year.whole, {}) for year in years]


def _cash_bar(year, part, asked):
    """Of a year in which nothing was given, no list."""
    label = str(year.fiscal_year)
    if not part or not part.totals.cash_count:
        return Bar(label, 0, "")
    where = list_of("contribution-list", year.fiscal_year, form=Form.CASH, **asked)
    return Bar(label, part.totals.cash_or_none, where)


def count_charts(years):
    """Each measure that is a number, by year."""
    measures = {
        "ภาคี (แห่ง)": (lambda year: len(year.partners), partners_cell),
        "โครงการ (โครงการ)": (lambda year: year.whole.counts["projects"], projects_cell),
        "โรงเรียนที่ไปถึง (แห่ง)": (lambda year: year.schools.number_reached, schools_cell),
        "โครงการที่มีหลักฐาน (ร้อยละ)": (_proven_share, proven_cell),
        "บันทึกข้อตกลง (ฉบับ)": (lambda year: year.agreements, agreements_cell),
    }
    return [
        (caption, [Bar(str(year.fiscal_year), count(year), cell(year).address) for year in years])
        for caption, (count, cell) in measures.items()
    ]


def _proven_share(year):
    projects = year.whole.counts["projects"]
    return round(100 * year.whole.counts["proven"] / projects) if projects else 0
