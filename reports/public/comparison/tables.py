"""Compared years as tables: every figure with the list that makes it."""

from dataclasses import dataclass

from projects.models import STAGES, Form
from reports.public.comparison.cells import (
    NONE,
    PARTNER,
    Cell,
    agreements_cell,
    baht_cell,
    cash_cell,
    in_kind_cell,
    list_of,
    partners_cell,
    projects_cell,
    proven_cell,
    schools_cell,
    share_cell,
    supporters_cell,
)


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
        "ภาคี": partners_cell,
        "ผู้ร่วมสนับสนุน": supporters_cell,
        "โครงการและกิจกรรม": projects_cell,
        "เงินสนับสนุน (บาท)": cash_cell,
        "สิ่งของที่ได้รับ": lambda year: in_kind_cell(year, Form.THING),
        "คนที่มาช่วย": lambda year: in_kind_cell(year, Form.PEOPLE),
        "โรงเรียนที่ไปถึง": schools_cell,
        "โครงการที่มีหลักฐาน": proven_cell,
        "บันทึกข้อตกลง": agreements_cell,
    }
    return _table("ภาพรวมรายปี", years, rows)


def stage_table(years):
    """In how many projects the partners took part in each stage of the work."""
    rows = {
        words: lambda year, stage=stage: share_cell(year, stage, {"stage": stage})
        for stage, words in STAGES.items()
    }
    return _table("จำนวนโครงการที่ภาคีร่วมในแต่ละขั้นของ PDCA", years, rows)


def part_tables(years, part, *, asked, partners=False):
    """Projects and cash by kind, category or quarter; by kind the partners, under whom the projects are listed."""
    keys = sorted({key for year in years for key in getattr(year, part)})

    def rows(cell):
        return {key[1]: lambda year, key=key: cell(year, key, getattr(year, part).get(key)) for key in keys}

    def of_partners(year, key, found):
        if not found or not found.partners:
            return NONE
        where = list_of("partner-list", year.fiscal_year, part=PARTNER, **{asked: key[2]})
        return Cell(f"{found.partners:,}", where, f"{found.counts['projects']:,} โครงการ")

    def of_projects(year, key, found):
        if not found or not found.counts["projects"]:
            return NONE
        return Cell(
            f"{found.counts['projects']:,}", list_of("project-list", year.fiscal_year, **{asked: key[2]})
        )

    def of_cash(year, key, found):
        if not found or not found.totals.cash_count:
            return NONE
        where = list_of("contribution-list", year.fiscal_year, form=Form.CASH, **{asked: key[2]})
        return baht_cell(found.totals, where)

    first = ("ภาคีและโครงการ", of_partners) if partners else ("โครงการ", of_projects)
    return tuple(
        _table(caption, years, rows(cell)) for caption, cell in (first, ("เงินสนับสนุน (บาท)", of_cash))
    )


def _table(caption, years, rows):
    """Without the rows of which no year tells anything."""
    cells = {label: tuple(cell(year) for year in years) for label, cell in rows.items()}
    return Table(caption, tuple(Row(label, row) for label, row in cells.items() if set(row) != {NONE}))
