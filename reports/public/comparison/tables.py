"""Tables of the comparison of years."""

from dataclasses import dataclass

from projects.models import STAGES, GiftForm
from reports.figures.metrics import METRICS
from reports.public.comparison.cells import (
    EMPTY_CELL,
    Cell,
    cash_cell,
    in_kind_cell,
    metric_cell,
    schools_cell,
    share_cell,
)
from reports.public.comparison.charts import parts_by_year


@dataclass(frozen=True)
class ComparisonRow:
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class ComparisonTable:
    caption: str
    rows: tuple[ComparisonRow, ...]


def whole_table(years):
    """Return the table of the main figures."""
    return _table("ภาพรวมรายปี", _join_years([_main_cells(year) for year in years]))


def _main_cells(year):
    figures, fiscal_year = year.figures, year.fiscal_year
    evidence = METRICS["evidence"].address(fiscal_year)
    return {
        "ภาคี": metric_cell(year, "partners"),
        "ผู้ร่วมสนับสนุน": metric_cell(year, "supporters") if figures.supporters else EMPTY_CELL,
        "โครงการและกิจกรรม": metric_cell(year, "projects"),
        "เงินสนับสนุน (บาท)": cash_cell(fiscal_year, figures.whole, {}),
        "สิ่งของที่ได้รับ": in_kind_cell(year, GiftForm.THING),
        "คนที่มาช่วย": in_kind_cell(year, GiftForm.PEOPLE),
        "โรงเรียนที่ไปถึง": schools_cell(year),
        "โครงการที่มีหลักฐาน": share_cell(year, figures.with_evidence, evidence),
        "บันทึกข้อตกลง": metric_cell(year, "agreements"),
    }


def stage_table(years):
    """Return the table of projects in which partners took part, by stage of the work (PDCA)."""
    columns = [
        {
            words: share_cell(
                year,
                year.figures.whole.counts[stage],
                METRICS["projects"].address(year.fiscal_year, stage=stage),
            )
            for stage, words in STAGES.items()
        }
        for year in years
    ]
    return _table("จำนวนโครงการที่ภาคีร่วมในแต่ละขั้นของ PDCA", _join_years(columns))


def part_tables(years, part, *, query_key, partners=False):
    """Return a table of projects, or of partners with their projects, and one of cash, by kind, category or quarter."""
    parts = parts_by_year(years, part)
    first = ("ภาคีและโครงการ", _partners_cell) if partners else ("โครงการ", _projects_cell)
    return tuple(
        _table(
            caption,
            {label: [cell(year, each, {query_key: key}) for year, each in row] for label, key, row in parts},
        )
        for caption, cell in (first, ("เงินสนับสนุน (บาท)", cash_cell))
    )


def _partners_cell(year, part, query):
    address = METRICS["partners"].address(year, **query)
    note = f"{part.counts['projects']:,} โครงการ"
    return Cell(f"{part.partners:,}", address, note) if part.partners else EMPTY_CELL


def _projects_cell(year, part, query):
    address, number = METRICS["projects"].address(year, **query), part.counts["projects"]
    return Cell(f"{number:,}", address) if number else EMPTY_CELL


def _join_years(columns):
    return {label: [column[label] for column in columns] for label in columns[0]}


def _table(caption, rows):
    """Return a table without the rows that are empty in every year."""
    filled = {label: cells for label, cells in rows.items() if set(cells) != {EMPTY_CELL}}
    return ComparisonTable(caption, tuple(ComparisonRow(label, cells) for label, cells in filled.items()))
