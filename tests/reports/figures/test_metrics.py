"""Each figure of a year is named once, and every form of the report follows from its row."""

import pytest

from reports.editions.snapshot import EDITION_METRICS, edition_figures
from reports.figures.facts import facts
from reports.figures.metrics import METRICS, metric_of
from reports.figures.summary import summarize
from reports.outputs.proof.control_totals import control_totals
from reports.text.placeholders import placeholders
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db


def test_the_figures_of_2557_are_those_of_the_office(year_2557):
    """13 projects of 7 partners, 1,189,260 baht, 7 buses of 5 supporters, 9 of 13 with evidence."""
    figures = facts([2557])[2557]
    values = {metric.key: metric.value_of(figures) for metric in METRICS.values() if metric.value_of}
    assert values == {
        "cash": 1_189_260,
        "cash_known": 11,
        "cash_unknown": 0,
        "projects": 13,
        "partners": 7,
        "supporters": 5,
        "evidence": 9,
        "evidence_share": 69,
        "agreements": 3,
        "groups": 39,
    }
    assert metric_of("things:รถบัส:คัน").value_of(figures) == 7


def test_every_form_follows_from_the_table(year_2557):
    """Prose, editions and control totals have the figures of METRICS, and each has its label and its note."""
    summary = summarize(2557, today=TODAY)
    names = {row.name for metric in METRICS.values() for row in metric.placeholders}
    assert names <= set(placeholders(summary))
    assert set(EDITION_METRICS) <= set(edition_figures(summary.figures))
    assert {metric.key for metric, _ in control_totals(summary.figures)} <= {*METRICS, "things:รถบัส:คัน"}
    assert all(metric.label and metric.unit for metric in METRICS.values() if metric.value_of)
    assert all(metric.definition for metric in METRICS.values())


@pytest.mark.parametrize("key", METRICS)
def test_each_figure_opens_a_list(client, key):
    """Of the year that it counts."""
    assert client.get(METRICS[key].address(2557)).status_code == 200
