"""One year's report as every form of it reads it: the sum, the words, the findings."""

import datetime
from dataclasses import dataclass, replace
from itertools import groupby

from reports.checks import Finding, check
from reports.figures.summary import YearSummary, summarize
from reports.outputs.redaction import for_the_public
from reports.text.narrative import Narrative, narrate


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
    only_code: str = ""
    read_on: datetime.date | None = None
    annexes: bool = True

    @property
    def remarks(self):
        """The findings in the order of the rules, those of one rule together."""
        groups = groupby(self.findings, key=lambda finding: finding.rule)
        return tuple(Remark(rule, tuple(found)) for rule, found in groups)


def report_of(fiscal_year: int, *, today: datetime.date, public: bool = True) -> Report:
    """The report of one fiscal year (พ.ศ.) as the records stand, for the public or for readers in the office."""
    return told(summarize(fiscal_year, today=today), narrate(fiscal_year), public=public)


def told(summary: YearSummary, narrative: Narrative, *, public: bool, **more) -> Report:
    """The report of a sum and its words, as its readers may read it."""
    report = Report(summary, narrative, check(summary, narrative), public, **more)
    return for_the_public(report) if public else replace(report, summary=_naming_people(summary))


def _naming_people(summary):
    """The sum in which private givers bear their own names."""
    partners, supporters = (tuple(map(_named, those)) for those in (summary.partners, summary.supporters))
    return replace(summary, partners=partners, supporters=supporters)


def _named(giver):
    body = giver.organization
    return replace(giver, name=body.full_name, short_name=body.short_name) if body.is_person else giver
