"""The figures of one compared year, in words, each with the list that makes it."""

from dataclasses import dataclass

from portal.templatetags.thai import baht
from reports.figures.metrics import METRICS

SHOWN_THINGS = 2


@dataclass(frozen=True)
class Cell:
    words: str
    address: str = ""
    note: str = ""


NONE = Cell("–")


def metric_cell(key):
    """Return what makes the cell of a figure that is a number, of a compared year."""

    def cell(year):
        metric = METRICS[key]
        return Cell(f"{metric.value_of(year.figures):,}", metric.address(year.fiscal_year))

    return cell


def supporters_cell(year):
    return metric_cell("supporters")(year) if year.figures.supporters else NONE


def cash_cell(fiscal_year, part, query):
    """The cash of a year or of a part of it, which `query` lists."""
    totals = part.totals
    if not totals.cash_count:
        return NONE
    unknown = totals.cash_unknown if totals.cash_known else 0
    note = f"อีก {unknown:,} รายการไม่ระบุ" if unknown else ""
    return Cell(baht(totals.cash_or_none), METRICS["cash"].address(fiscal_year, **query), note)


def in_kind_cell(year, form):
    things = year.figures.by_form[form].things
    if not things:
        return NONE
    named = [
        f"{thing.what} {f'{thing.quantity:,} {thing.unit}' if thing.quantity else 'ไม่ระบุจำนวน'}"
        for thing in things
    ]
    shown = " · ".join(named[:SHOWN_THINGS]) + (" ฯลฯ" if len(named) > SHOWN_THINGS else "")
    return Cell(f"{len(named):,} อย่าง", METRICS["things"].address(year.fiscal_year, form=form), shown)


def schools_cell(year):
    return Cell(
        f"{year.schools.number_reached:,}", f"#schools-{year.fiscal_year}", f"ใน {year.schools.number:,} แห่ง"
    )


def evidence_cell(year):
    return _share_cell(year, year.figures.with_evidence, METRICS["evidence"].address(year.fiscal_year))


def stage_cell(year, stage):
    where = METRICS["projects"].address(year.fiscal_year, stage=stage)
    return _share_cell(year, year.figures.whole.counts[stage], where)


def _share_cell(year, number, where):
    projects = year.figures.projects
    return Cell(f"{number:,}", where, f"ร้อยละ {round(100 * number / projects)}" if projects else "")
