"""Cells of the comparison of years: a figure in words with the address of the list that it counts."""

from dataclasses import dataclass

from portal.templatetags.thai import baht
from reports.figures.metrics import METRICS

SHOWN_THINGS = 2


@dataclass(frozen=True)
class Cell:
    words: str
    address: str = ""
    note: str = ""


EMPTY_CELL = Cell("–")


def metric_cell(year, key):
    """Return the cell of a figure that is a number."""
    metric = METRICS[key]
    return Cell(f"{metric.value_of(year.figures):,}", metric.address(year.fiscal_year))


def cash_cell(fiscal_year, part, query):
    """Return the cash of a year or of a part of it, in baht; `query` filters the list of contributions."""
    totals = part.totals
    if not totals.cash_count:
        return EMPTY_CELL
    unknown = totals.cash_unknown if totals.cash_known else 0
    note = f"อีก {unknown:,} รายการไม่ระบุ" if unknown else ""
    return Cell(baht(totals.cash_or_none), METRICS["cash"].address(fiscal_year, **query), note)


def in_kind_cell(year, form):
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


def schools_cell(year):
    return Cell(
        f"{year.schools.number_reached:,}", f"#schools-{year.fiscal_year}", f"ใน {year.schools.number:,} แห่ง"
    )


def share_cell(year, number, address):
    """Return a number of projects with its percentage of all projects of the year."""
    projects = year.figures.projects
    return Cell(f"{number:,}", address, f"ร้อยละ {round(100 * number / projects)}" if projects else "")
