"""Tables of the comparison of years: figures in words with the addresses of the lists that they count."""

from dataclasses import dataclass

from portal.templatetags.thai import baht
from projects.models import STAGES, GiftForm
from reports.figures.metrics import METRICS
from reports.public.comparison.charts import parts_by_year

SHOWN_THINGS = 2


@dataclass(frozen=True)
class Cell:
    words: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class ComparisonRow:
    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class ComparisonTable:
    caption: str
    rows: tuple[ComparisonRow, ...]


EMPTY_CELL = Cell("–")


def whole_table(years):
    """Return the table of the main figures."""
    columns = [_main_cells(year) for year in years]
    return _table("ภาพรวมรายปี", {label: [column[label] for column in columns] for label in columns[0]})


def _main_cells(year):
    figures, fiscal_year = year.figures, year.fiscal_year
    evidence = METRICS["evidence"].address(fiscal_year)
    return {
        "ภาคี": _metric_cell(year, "partners"),
        "ผู้ร่วมสนับสนุน": _metric_cell(year, "supporters") if figures.supporters else EMPTY_CELL,
        "โครงการและกิจกรรม": _metric_cell(year, "projects"),
        "เงินสนับสนุน (บาท)": _cash_cell(fiscal_year, figures.whole, {}),
        "สิ่งของที่ได้รับ": _in_kind_cell(year, GiftForm.THING),
        "คนที่มาช่วย": _in_kind_cell(year, GiftForm.PEOPLE),
        "โรงเรียนที่ไปถึง": _schools_cell(year),
        "โครงการที่มีหลักฐาน": _share_cell(year, figures.with_evidence, evidence),
        "บันทึกข้อตกลง": _metric_cell(year, "agreements"),
    }


def stage_table(years):
    """Return the table of projects in which partners took part, by stage of the work (PDCA)."""
    rows = {words: [_stage_cell(year, stage) for year in years] for stage, words in STAGES.items()}
    return _table("จำนวนโครงการที่ภาคีร่วมในแต่ละขั้นของ PDCA", rows)


def _stage_cell(year, stage):
    address = METRICS["projects"].address(year.fiscal_year, stage=stage)
    return _share_cell(year, year.figures.whole.counts[stage], address)


def part_tables(years, part, *, query_key, partners=False):
    """Return a table of projects, or of partners with their projects, and one of cash, by kind, category or quarter."""
    parts = parts_by_year(years, part)
    first = ("ภาคีและโครงการ", _partners_cell) if partners else ("โครงการ", _projects_cell)
    return tuple(
        _table(
            caption,
            {label: [cell(year, each, {query_key: key}) for year, each in row] for label, key, row in parts},
        )
        for caption, cell in (first, ("เงินสนับสนุน (บาท)", _cash_cell))
    )


def _metric_cell(year, key):
    """Return the cell of a figure that is a number."""
    metric = METRICS[key]
    return Cell(f"{metric.value_of(year.figures):,}", metric.address(year.fiscal_year))


def _cash_cell(fiscal_year, part, query):
    """Return the cash of a year or of a part of it, in baht; `query` filters the list of contributions."""
    totals = part.totals
    if not totals.cash_count:
        return EMPTY_CELL
    unknown = totals.cash_unknown if totals.cash_known else 0
    note = f"อีก {unknown:,} รายการไม่ระบุ" if unknown else ""
    return Cell(baht(totals.cash_or_none), METRICS["cash"].address(fiscal_year, **query), note)


def _in_kind_cell(year, form):
    """Return how many kinds of things or helpers a year received, naming the first two."""
    things = year.figures.by_form[form].things
    if not things:
        return EMPTY_CELL
    names = [
        f"{thing.what} {f'{thing.quantity:,} {thing.unit}' if thing.quantity else 'ไม่ระบุจำนวน'}"
        for thing in things
    ]
    note = " · ".join(names[:SHOWN_THINGS]) + (" ฯลฯ" if len(names) > SHOWN_THINGS else "")
    return Cell(f"{len(names):,} อย่าง", METRICS["things"].address(year.fiscal_year, form=form), note)


def _schools_cell(year):
    note = f"ใน {year.schools.number:,} แห่ง"
    return Cell(f"{year.schools.number_reached:,}", f"#schools-{year.fiscal_year}", note)


def _share_cell(year, number, address):
    """Return a number of projects with its percentage of all projects of the year."""
    projects = year.figures.projects
    return Cell(f"{number:,}", address, f"ร้อยละ {round(100 * number / projects)}" if projects else "")


def _partners_cell(year, part, query):
    address = METRICS["partners"].address(year, **query)
    note = f"{part.counts['projects']:,} โครงการ"
    return Cell(f"{part.partners:,}", address, note) if part.partners else EMPTY_CELL


def _projects_cell(year, part, query):
    address, number = METRICS["projects"].address(year, **query), part.counts["projects"]
    return Cell(f"{number:,}", address) if number else EMPTY_CELL


def _table(caption, rows):
    """Return a table without the rows that are empty in every year."""
    filled = {label: cells for label, cells in rows.items() if set(cells) != {EMPTY_CELL}}
    return ComparisonTable(caption, tuple(ComparisonRow(label, cells) for label, cells in filled.items()))
