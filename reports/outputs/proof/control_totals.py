"""The control totals of a year: the figures that every form of its report must agree on."""

from decimal import Decimal

from reports.figures.facts import YearFigures
from reports.figures.metrics import METRICS, Metric, metric_of, things_key
from reports.outputs.proof.counting_by_sql import ONE

CONTROLLED = tuple(METRICS[key] for key in ONE)


def control_totals(figures: YearFigures) -> list[tuple[Metric, Decimal | int | None]]:
    """Return each figure with its value, None when unknown, in the order in which they are printed."""
    things = [metric_of(things_key(thing.what, thing.unit)) for thing in figures.totals.things]
    return [(metric, metric.value_of(figures)) for metric in (*CONTROLLED, *things)]
