"""The figures of a year as an edition keeps them: money as text in baht, things by what they are."""

from decimal import Decimal

from projects.totals import Totals
from reports.figures.facts import YearFigures
from reports.figures.metrics import ROWS

KEPT = {metric.edition_key or metric.key: metric for metric in ROWS if metric.edition_label}


def kept_figures(figures: YearFigures) -> dict:
    """Return what an edition keeps of the figures of a year."""
    return {
        **{key: _plain(metric.value_of(figures)) for key, metric in KEPT.items()},
        "things": things_of(figures.totals),
        "by_kind": {part.label: baht_or_none(part.totals.cash_or_none) for part in figures.cash_by_kind},
        "by_category": {
            part.label: baht_or_none(part.totals.cash_or_none) for part in figures.cash_by_category
        },
    }


def _plain(value):
    return f"{value:.2f}" if isinstance(value, Decimal) else value


def given(totals: Totals) -> dict:
    """Return what somebody gave, in baht and in things."""
    return {"cash": baht_or_none(totals.cash_or_none), "things": things_of(totals)}


def baht_or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def things_of(totals: Totals) -> list[dict]:
    return [{"what": t.what, "quantity": t.quantity or None, "unit": t.unit} for t in totals.things]
