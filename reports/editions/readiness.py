"""Whether a year may be signed: what blocks it, what is left to look at, what was let stand with a reason."""

from dataclasses import dataclass

from reports.checks import Finding, Severity
from reports.models import Acknowledgement
from reports.report import Report


@dataclass(frozen=True)
class Readiness:
    """The findings of a year by what is to be done about them."""

    blockers: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    acknowledged: tuple[tuple[Finding, Acknowledgement], ...]

    @property
    def may_be_signed(self):
        return not self.blockers and not self.warnings


def readiness_of(report: Report) -> Readiness:
    """The findings of the report, those acknowledged apart; a blocker is never acknowledged."""
    stands = {}
    if report.narrative.report:
        stands = {row.finding: row for row in report.narrative.report.acknowledgements.select_related("by")}
    blockers = [finding for finding in report.findings if finding.severity == Severity.BLOCKER]
    warnings = [finding for finding in report.findings if finding.severity == Severity.WARNING]
    return Readiness(
        tuple(blockers),
        tuple(finding for finding in warnings if finding.key not in stands),
        tuple((finding, stands[finding.key]) for finding in warnings if finding.key in stands),
    )
