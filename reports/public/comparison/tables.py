"""Compared years as tables: every figure with the list that makes it."""

from dataclasses import dataclass

from projects.models import STAGES, Form
from reports.figures.metrics import METRICS
from reports.public.comparison.cells import (
    NONE,
    Cell,
    baht_cell,
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
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    rows: tuple[Row, ...]


def whole_table(years):
    """What each year comes to."""
    rows = {
        "ภาคี": metric_cell("partners"),
        "ผู้ร่วมสนับสนุน": supporters_cell,
        "โครงการและกิจกรรม": metric_cell("projects"),
        "เงินสนับสนุน (บาท)": cash_cell,
        "สิ่งของที่ได้รับ": lambda year: in_kind_cell(year, Form.THING),
        "คนที่มาช่วย": lambda year: in_kind_cell(year, Form.PEOPLE),
        "โรงเรียนที่ไปถึง": schools_cell,
        "โครงการที่มีหลักฐาน": evidence_cell,
        "บันทึกข้อตกลง": metric_cell("agreements"),
    }
    return _table("ภาพรวมรายปี", years, rows)


def stage_table(years):
    """In how many projects the partners took part in each stage of the work."""
    rows = {words: lambda year, stage=stage: stage_cell(year, stage) for stage, words in STAGES.items()}
    return _table("จำนวนโครงการที่ภาคีร่วมในแต่ละขั้นของ PDCA", years, rows)


def part_tables(years, part, *, asked, partners=False):
    """Projects and cash by kind, category or quarter; by kind the partners, under whom the projects are listed."""
    found = parts_by_year(years, part)
    first = ("ภาคีและโครงการ", _partners_of) if partners else ("โครงการ", _projects_of)
    return tuple(
        _table(
            caption,
            years,
            {
                label: lambda year, cell=cell, key=key, row=row: cell(
                    year, row.get(year.fiscal_year), {asked: key}
                )
                for (_, label, key), row in found.items()
            },
        )
        for caption, cell in (first, ("เงินสนับสนุน (บาท)", _cash_of))
    )


def _partners_of(year, part, query):
    if not part or not part.partners:
        return NONE
    where = METRICS["partners"].address(year.fiscal_year, **query)
    return Cell(f"{part.partners:,}", where, f"{part.counts['projects']:,} โครงการ")


def _projects_of(year, part, query):
    if not part or not part.counts["projects"]:
        return NONE
    return Cell(f"{part.counts['projects']:,}", METRICS["projects"].address(year.fiscal_year, **query))


def _cash_of(year, part, query):
    if not part or not part.totals.cash_count:
        return NONE
    return baht_cell(part.totals, METRICS["cash"].address(year.fiscal_year, **query))


def _table(caption, years, rows):
    """Without the rows of which no year tells anything."""
    cells = {label: tuple(cell(year) for year in years) for label, cell in rows.items()}
    return Table(caption, tuple(Row(label, row) for label, row in cells.items() if set(row) != {NONE}))
