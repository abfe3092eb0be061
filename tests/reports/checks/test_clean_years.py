"""Where nothing is wrong, nothing is found."""

import pytest

from portal.thai.dates import fiscal_year_bounds
from reports.checks import RULES, Severity, check
from reports.figures.summary import summarize
from reports.report import report_of
from reports.text.narrative import narrate
from tests.clean_year import CleanYear
from tests.district import TODAY

pytestmark = pytest.mark.django_db

# What the fictional district leaves out on purpose, so that screens have something to show.
LEFT_OUT = {
    "without_evidence",
    "amount_unknown",
    "date_unknown",
    "agreement_ended_before_the_project",
    "agreement_end_unknown",
    "agreement_undated",
    "item_without_evidence",
    "level_unknown",
    "indicator_unknown",
    "one_giver_above_half",
    "projects_nearly_alike",
    "pupils_beyond_the_schools",
    "schools_without_network",
}


@pytest.mark.parametrize(
    ("year", "seed"),
    [
        (2557, 1),
        (2566, 2),
        *(pytest.param(*drawn, marks=pytest.mark.slow) for drawn in [(2567, 3), (2570, 4), (2568, 5)]),
    ],
)
def test_a_clean_year_gives_no_finding(year, seed):
    """No false alarm, whatever the year and whatever the records say."""
    CleanYear(year, seed)
    report = report_of(year, today=fiscal_year_bounds(year)[1])
    assert [finding.sentence for finding in report.findings] == []


def test_the_fictional_district_has_only_the_gaps_it_was_given(district):
    """Its years can be signed once its known gaps are looked at: nothing blocks, and no other rule finds anything."""
    for year in district:
        summary, narrative = summarize(year, today=TODAY), narrate(year)
        found = {rule.__name__ for rule in RULES if list(rule(summary, narrative))}
        assert found <= LEFT_OUT
        assert not any(f.severity == Severity.BLOCKER for f in check(summary, narrative))
