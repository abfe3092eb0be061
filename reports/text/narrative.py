"""The narrative of a report: its items with their numbered paragraphs and their evidence."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from django.db.models import Prefetch

from partners.models import Document
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, ResultsBy, Section

CITED = ("group_kinds", "groups", "projects", "agreements")


@dataclass(frozen=True)
class NumberedParagraph:
    """A paragraph with its number, which follows from its place and is empty for a lead paragraph."""

    number: str
    level: int
    paragraph: Paragraph


@dataclass(frozen=True)
class NarrativeItem:
    """An item of the report with its paragraphs by section, and its evidence in order."""

    item: ReportItem
    sections: dict[str, tuple[NumberedParagraph, ...]]
    evidence: tuple[Document, ...]

    number = property(attrgetter("item.standard_item.number"))

    @property
    def paragraphs(self):
        return tuple(chain.from_iterable(self.sections.values()))

    @property
    def by_partners(self):
        return self.item.standard_item.results_by == ResultsBy.PARTNERS


@dataclass(frozen=True)
class Narrative:
    """The narrative of one year's report.

    The narrative of a selection has no paragraphs, but the evidence numbers of the whole report.
    """

    report: AnnualReport | None
    preface: tuple[NumberedParagraph, ...]
    items: tuple[NarrativeItem, ...]
    numbers_of_whole_report: dict[int, int] = field(default_factory=dict)

    @property
    def evidence_numbers(self):
        """The number of each document in the evidence list of its item, by the key of the document."""
        return self.numbers_of_whole_report or {
            document.pk: number
            for item in self.items
            for number, document in enumerate(item.evidence, start=1)
        }


def narrate(fiscal_year: int, *, waiting: bool = False) -> Narrative:
    """Return the narrative of a fiscal year (พ.ศ.), on request with the paragraphs that are not written yet."""
    report = AnnualReport.objects.filter(fiscal_year=fiscal_year).first()
    if report is None:
        return Narrative(None, (), ())
    paragraphs = report.paragraphs.order_by("order", "pk").prefetch_related(*CITED)
    if not waiting:
        paragraphs = paragraphs.filter(is_waiting=False)
    by_section = defaultdict(list)
    for paragraph in paragraphs:
        by_section[paragraph.item_id, paragraph.section].append(paragraph)
    sections: dict = defaultdict(dict)
    for (item, section), rows in by_section.items():
        sections[item][section] = tuple(_number_paragraphs(rows))
    evidence = Prefetch("evidence_lines", EvidenceLine.objects.select_related("document__issuer"))
    items = report.items.select_related("standard_item").prefetch_related(evidence)
    return Narrative(
        report=report,
        preface=sections[None].get(Section.PREFACE, ()),
        items=tuple(
            NarrativeItem(item, sections[item.pk], tuple(row.document for row in item.evidence_lines.all()))
            for item in items
        ),
    )


def _number_paragraphs(paragraphs, parent=None, prefix="", level=1):
    """Yield the paragraphs of a section in reading order, numbered 1, 2, 2.1, 2.2, 3; waiting ones have no number."""
    count = 0
    for paragraph in (p for p in paragraphs if p.parent_id == parent):
        numbered = not paragraph.is_lead and not paragraph.is_waiting and prefix is not None
        count += numbered
        number = f"{prefix}{count}" if numbered else ""
        yield NumberedParagraph(number, level, paragraph)
        yield from _number_paragraphs(paragraphs, paragraph.pk, f"{number}." if number else None, level + 1)
