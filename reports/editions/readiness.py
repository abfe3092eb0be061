"""Whether a year may be signed: its blockers, its open warnings, and its acknowledged warnings."""

from dataclasses import dataclass

from reports.checks import Finding, Severity
from reports.models import Acknowledgement
from reports.report import Report


@dataclass(frozen=True)
class Readiness:
    """The findings of a year by what must be done about them."""

    blockers: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    acknowledged: tuple[tuple[Finding, Acknowledgement], ...]

    @property
    def may_be_signed(self):
        return not self.blockers and not self.warnings


def readiness_of(report: Report) -> Readiness:
    """Return the findings of a report by severity and acknowledgement; a blocker is never acknowledged."""
    acknowledged = {}
    if report.narrative.report:
        rows = report.narrative.report.acknowledgements.select_related("by")
        acknowledged = {row.finding: row for row in rows}
    blockers = [finding for finding in report.findings if finding.severity == Severity.BLOCKER]
    warnings = [finding for finding in report.findings if finding.severity == Severity.WARNING]
    return Readiness(
        tuple(blockers),
        tuple(finding for finding in warnings if finding.key not in acknowledged),
        tuple((each, acknowledged[each.key]) for each in warnings if each.key in acknowledged),
    )
