"""The report of one year: its summary, its narrative, and the findings of the checks in both."""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property

from reports.checks import Finding, check
from reports.figures.summary import YearSummary, summarize
from reports.outputs.redaction import for_the_public
from reports.text.narrative import Narrative, narrate


@dataclass(frozen=True)
class Report:
    """The content of the report page and of the print; `records` are the summary and narrative before redaction."""

    summary: YearSummary
    narrative: Narrative
    records: tuple[YearSummary, Narrative]
    public: bool = True
    only: str = ""
    only_code: str = ""
    read_on: datetime.date | None = None
    annexes: bool = True

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the checks; finding them takes as long as the rest of the report."""
        findings = check(*self.records)
        return for_the_public(findings) if self.public else findings


def report_of(fiscal_year: int, *, today: datetime.date, public: bool = True) -> Report:
    """Return the report of a fiscal year (พ.ศ.) from the records, for the public or for the office."""
    return build_report(summarize(fiscal_year, today=today), narrate(fiscal_year), public=public)


def build_report(summary: YearSummary, narrative: Narrative, *, public: bool, **options) -> Report:
    """Return the report of a summary and a narrative: for the public redacted, for the office with private names."""
    records = summary, narrative
    if public:
        summary, narrative = for_the_public(records)
    else:
        partners = tuple(map(_show_private_name, summary.partners))
        supporters = tuple(map(_show_private_name, summary.supporters))
        summary = replace(summary, partners=partners, supporters=supporters)
    return Report(summary, narrative, records, public, **options)


def _show_private_name(giver):
    """Return the giver, a private person with the own name."""
    organization = giver.organization
    if not organization.is_person:
        return giver
    return replace(giver, name=organization.full_name, short_name=organization.short_name)
