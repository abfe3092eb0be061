"""The rules that find missing or contradictory records and texts of a year, one function each."""

from reports.checks.findings import Finding, Severity
from reports.checks.records import agreements, evidence, groups, money, names, projects, report_items
from reports.checks.words import blanks, claims, counts, paragraphs, private_people, typing_slips
from reports.figures.summary import YearSummary
from reports.text.narrative import Narrative

# In the order in which their findings are shown.
MODULES = (
    blanks,
    private_people,
    evidence,
    money,
    projects,
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


def check(summary: YearSummary, narrative: Narrative) -> tuple[Finding, ...]:
    """Return all findings of the year, blockers first, in the order of the rules."""
    findings = [finding for rule in RULES for finding in rule(summary, narrative)]
    return tuple(sorted(findings, key=lambda finding: not finding.is_blocker))
