"""One year's report as every form of it reads it: the sum, the words, the findings."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from reports.checks import Finding, check
from reports.narrative import Narrative, narrate
from reports.summary import YearSummary, summarize


@dataclass(frozen=True)
class Remark:
    """The findings of one rule, told together."""

    rule: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Report:
    """What the page and the print are made of."""

    summary: YearSummary
    narrative: Narrative
    findings: tuple[Finding, ...]
    public: bool = True
    only: str = ""
    annexes: bool = True

    @property
    def remarks(self):
        """The findings in the order of the rules, those of one rule together."""
        groups = groupby(self.findings, key=lambda finding: finding.rule)
        return tuple(Remark(rule, tuple(found)) for rule, found in groups)


def report_of(fiscal_year: int, *, today: datetime.date, public: bool = True) -> Report:
    """The report of one fiscal year (พ.ศ.) as the records stand, for the public or for readers in the office."""
    summary, narrative = summarize(fiscal_year, today=today), narrate(fiscal_year)
    return Report(summary, narrative, check(summary, narrative), public)
