"""What is missing or contradictory in a year's records and words: one small function a rule."""

from reports.checks.findings import Finding, Severity
from reports.checks.records import (
    agreements,
    evidence,
    groups,
    money,
    names,
    participants,
    projects,
    report_items,
)
from reports.checks.words import (
    blanks,
    claims,
    counts,
    paragraphs,
    private_people,
    typing_slips,
    unknown_figures,
)
from reports.figures.summary import YearSummary
from reports.text.narrative import Narrative

# In the order in which their findings are shown.
MODULES = (
    blanks,
    unknown_figures,
    private_people,
    evidence,
    money,
    projects,
    participants,
    agreements,
    groups,
    counts,
    claims,
    paragraphs,
    report_items,
    names,
    typing_slips,
)
RULES = tuple(rule for module in MODULES for rule in module.RULES)

__all__ = ["RULES", "Finding", "Severity", "check"]


def check(summary: YearSummary, narrative: Narrative) -> tuple[Finding, ...]:
    """Return all findings of the year, the blockers first, else rule by rule."""
    findings = [finding for rule in RULES for finding in rule(summary, narrative)]
    return tuple(sorted(findings, key=lambda finding: not finding.is_blocker))
