"""Compared years as tables: every figure with the list that makes it."""

from dataclasses import dataclass

from projects.models import STAGES, GiftForm
from reports.figures.metrics import METRICS
from reports.public.comparison.cells import (
    NONE,
    Cell,
    cash_cell,
    evidence_cell,
    in_kind_cell,
    metric_cell,
    schools_cell,
    stage_cell,
    supporters_cell,
)
from reports.public.comparison.charts import parts_by_year


@dataclass(frozen=True)
class Row:
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    caption: str
    rows: tuple[Row, ...]


def whole_table(years):
    """What each year comes to."""
    cells = {
        "ภาคี": metric_cell("partners"),
        "ผู้ร่วมสนับสนุน": supporters_cell,
        "โครงการและกิจกรรม": metric_cell("projects"),
        "เงินสนับสนุน (บาท)": lambda year: cash_cell(year.fiscal_year, year.figures.whole, {}),
        "สิ่งของที่ได้รับ": lambda year: in_kind_cell(year, GiftForm.THING),
        "คนที่มาช่วย": lambda year: in_kind_cell(year, GiftForm.PEOPLE),
        "โรงเรียนที่ไปถึง": schools_cell,
        "โครงการที่มีหลักฐาน": evidence_cell,
        "บันทึกข้อตกลง": metric_cell("agreements"),
    }
    return _table("ภาพรวมรายปี", {label: [cell(year) for year in years] for label, cell in cells.items()})


def stage_table(years):
    """In how many projects the partners took part in each stage of the work."""
    rows = {words: [stage_cell(year, stage) for year in years] for stage, words in STAGES.items()}
    return _table("จำนวนโครงการที่ภาคีร่วมในแต่ละขั้นของ PDCA", rows)


def part_tables(years, part, *, query_key, partners=False):
    """Projects and cash by kind, category or quarter; by kind the partners, under whom the projects are listed."""
    found = parts_by_year(years, part)
    first = ("ภาคีและโครงการ", _partners_cell) if partners else ("โครงการ", _projects_cell)
    return tuple(
        _table(
            caption,
            {label: [cell(year, each, {query_key: key}) for year, each in row] for label, key, row in found},
        )
        for caption, cell in (first, ("เงินสนับสนุน (บาท)", cash_cell))
    )


def _partners_cell(year, part, query):
    where = METRICS["partners"].address(year, **query)
    note = f"{part.counts['projects']:,} โครงการ"
    return Cell(f"{part.partners:,}", where, note) if part.partners else NONE


def _projects_cell(year, part, query):
    where, number = METRICS["projects"].address(year, **query), part.counts["projects"]
    return Cell(f"{number:,}", where) if number else NONE


def _table(caption, rows):
    """Without the rows in which every year is empty."""
    return Table(caption, tuple(Row(label, cells) for label, cells in rows.items() if set(cells) != {NONE}))
