"""One year's report as every form of it reads it: the sum, the words, and what the checks find in both."""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from reports.checks import Finding, check
from reports.figures.summary import YearSummary, summarize
from reports.outputs.redaction import for_the_public
from reports.text.narrative import Narrative, narrate


@dataclass(frozen=True)
class Remark:
    """The findings of one rule."""

    rule: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Report:
    """What the page and the print are made of; `records` are the sum and the words before anything is hidden."""

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
        """What the checks find, which takes as long as all the rest of the report: computed when it is read."""
        found = check(*self.records)
        return for_the_public(found) if self.public else found

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The findings in the order of the rules, by rule."""
        groups = groupby(self.findings, key=lambda finding: finding.rule)
        return tuple(Remark(rule, tuple(found)) for rule, found in groups)


def report_of(fiscal_year: int, *, today: datetime.date, public: bool = True) -> Report:
    """Return the report of one fiscal year (พ.ศ.) as the records stand, for the public or for the office."""
    return build_report(summarize(fiscal_year, today=today), narrate(fiscal_year), public=public)


def build_report(summary: YearSummary, narrative: Narrative, *, public: bool, **more) -> Report:
    """Return the report of a sum and its words: without private names for the public, with the givers' own for the office."""
    records = summary, narrative
    if public:
        summary, narrative = for_the_public(records)
    else:
        summary = _naming_people(summary)
    return Report(summary, narrative, records, public, **more)


def _naming_people(summary):
    """The sum in which private givers bear their own names."""
    partners, supporters = (
        tuple(_with_own_name(giver) for giver in givers) for givers in (summary.partners, summary.supporters)
    )
    return replace(summary, partners=partners, supporters=supporters)


def _with_own_name(giver):
    body = giver.organization
    return replace(giver, name=body.full_name, short_name=body.short_name) if body.is_person else giver
