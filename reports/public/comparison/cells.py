"""The figures of one compared year, in words, each with the list that makes it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from portal.templatetags.thai import baht
from projects.models import Form
from projects.totals import Totals

PARTNER, SUPPORTER = 1, 2
SHOWN_THINGS = 2


@dataclass(frozen=True)
class Cell:
    words: str
    address: str = ""
    note: str = ""


NONE = Cell("–")


def list_of(name, year, **asked):
    return f"{reverse(name)}?{urlencode({'year': year} | asked)}"


def partners_cell(year):
    return Cell(f"{len(year.partners):,}", list_of("partner-list", year.fiscal_year, part=PARTNER))


def supporters_cell(year):
    if not year.supporters:
        return NONE
    return Cell(f"{len(year.supporters):,}", list_of("partner-list", year.fiscal_year, part=SUPPORTER))


def projects_cell(year):
    return Cell(f"{year.whole.counts['projects']:,}", list_of("project-list", year.fiscal_year))


def cash_cell(year):
    if not year.whole.totals.cash_count:
        return NONE
    return baht_cell(year.whole.totals, list_of("contribution-list", year.fiscal_year, form=Form.CASH))


def baht_cell(totals, where):
    unknown = totals.cash_unknown if totals.cash_known else 0
    return Cell(baht(totals.cash_or_none), where, f"อีก {unknown:,} รายการไม่ระบุ" if unknown else "")


def in_kind_cell(year, form):
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
    return share_cell(year, "proven", {"evidence": "yes"})


def share_cell(year, counted, asked):
    number, projects = year.whole.counts[counted], year.whole.counts["projects"]
    note = f"ร้อยละ {round(100 * number / projects)}" if projects else ""
    return Cell(f"{number:,}", list_of("project-list", year.fiscal_year, **asked), note)


def agreements_cell(year):
    return Cell(f"{year.agreements:,}", list_of("agreement-list", year.fiscal_year))
