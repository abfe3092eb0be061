"""Compared years as tables and charts: every figure with the list that makes it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from portal.templatetags.thai import baht
from projects.models import STAGES, Form
from projects.totals import Totals

PARTNER, SUPPORTER = 1, 2
SHOWN_THINGS = 2


@dataclass(frozen=True)
class Cell:
    words: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class Row:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    rows: tuple[Row, ...]


NONE = Cell("–")


def list_of(name, year, **asked):
    return f"{reverse(name)}?{urlencode({'year': year} | asked)}"


def whole_table(years):
    """What each year comes to."""
    rows = {
        "ภาคี": partners_cell,
        "ผู้ร่วมสนับสนุน": _supporters,
        "โครงการและกิจกรรม": projects_cell,
        "เงินสนับสนุน (บาท)": _cash,
        "สิ่งของที่ได้รับ": lambda year: _in_kind(year, Form.THING),
        "คนที่มาช่วย": lambda year: _in_kind(year, Form.PEOPLE),
        "โรงเรียนที่ไปถึง": schools_cell,
        "โครงการที่มีหลักฐาน": proven_cell,
        "บันทึกข้อตกลง": agreements_cell,
    }
    return _table("ภาพรวมรายปี", years, rows)


def stage_table(years):
    """In how many projects the partners took part in each stage of the work."""
    rows = {
        words: lambda year, stage=stage: _share(year, stage, {"stage": stage})
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
        return _baht(found.totals, where)

    first = ("ภาคีและโครงการ", of_partners) if partners else ("โครงการ", of_projects)
    return tuple(
        _table(caption, years, rows(cell)) for caption, cell in (first, ("เงินสนับสนุน (บาท)", of_cash))
    )


def _table(caption, years, rows):
    """Without the rows of which no year tells anything."""
    cells = {label: tuple(cell(year) for year in years) for label, cell in rows.items()}
    return Table(caption, tuple(Row(label, row) for label, row in cells.items() if set(row) != {NONE}))


def partners_cell(year):
    return Cell(f"{len(year.partners):,}", list_of("partner-list", year.fiscal_year, part=PARTNER))


def _supporters(year):
    if not year.supporters:
        return NONE
    return Cell(f"{len(year.supporters):,}", list_of("partner-list", year.fiscal_year, part=SUPPORTER))


def projects_cell(year):
    return Cell(f"{year.whole.counts['projects']:,}", list_of("project-list", year.fiscal_year))


def _cash(year):
    if not year.whole.totals.cash_count:
        return NONE
    return _baht(year.whole.totals, list_of("contribution-list", year.fiscal_year, form=Form.CASH))


def _baht(totals, where):
    unknown = totals.cash_unknown if totals.cash_known else 0
    return Cell(baht(totals.cash_or_none), where, f"อีก {unknown:,} รายการไม่ระบุ" if unknown else "")


def _in_kind(year, form):
    things = next((part.totals for key, part in year.by_form.items() if key[2] == form), Totals()).things
    if not things:
        return NONE
    named = [
        f"{thing.what} {f'{thing.quantity:,} {thing.unit}' if thing.quantity else 'ไม่ระบุจำนวน'}"
        for thing in things
    ]
    shown = " · ".join(named[:SHOWN_THINGS]) + (" ฯลฯ" if len(named) > SHOWN_THINGS else "")
    return Cell(f"{len(named):,} อย่าง", list_of("contribution-list", year.fiscal_year, form=form), shown)


def schools_cell(year):
    return Cell(
        f"{year.schools.number_reached:,}", f"#schools-{year.fiscal_year}", f"ใน {year.schools.number:,} แห่ง"
    )


def proven_cell(year):
    return _share(year, "proven", {"evidence": "yes"})


def _share(year, counted, asked):
    number, projects = year.whole.counts[counted], year.whole.counts["projects"]
    note = f"ร้อยละ {round(100 * number / projects)}" if projects else ""
    return Cell(f"{number:,}", list_of("project-list", year.fiscal_year, **asked), note)


def agreements_cell(year):
    return Cell(f"{year.agreements:,}", list_of("agreement-list", year.fiscal_year))
