"""The report's words: its items, their numbered paragraphs, and their evidence in order."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Prefetch

from partners.models import Document
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, Section

CITED = ("group_kinds", "groups", "projects", "agreements")


@dataclass(frozen=True)
class Line:
    """A paragraph under the number that follows from its place; a lead paragraph has none."""

    number: str
    level: int
    paragraph: Paragraph


@dataclass(frozen=True)
class Item:
    """A point of the standard as the year's report tells it."""

    item: ReportItem
    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)
    evidence: tuple[Document, ...] = ()

    @property
    def methods(self):
        return self.lines.get(Section.METHODS, ())

    @property
    def results(self):
        return self.lines.get(Section.RESULTS, ())

    @property
    def problems(self):
        return self.lines.get(Section.PROBLEMS, ())

    @property
    def recommendations(self):
        return self.lines.get(Section.RECOMMENDATIONS, ())

    @property
    def by_partners(self):
        return self.item.standard_item.results_by == "partners"


@dataclass(frozen=True)
class Narrative:
    """All the words of one year's report; a narrowed one has none, and keeps the numbers of the whole."""

    report: AnnualReport | None
    preface: tuple[Line, ...]
    items: tuple[Item, ...]
    numbers_of_the_whole: dict[int, int] = field(default_factory=dict)

    @property
    def evidence_numbers(self):
        """The number of each document in its item's list, by the document's key."""
        return self.numbers_of_the_whole or {
            document.pk: number
            for item in self.items
            for number, document in enumerate(item.evidence, start=1)
        }


def narrate(fiscal_year: int, *, waiting: bool = False) -> Narrative:
    """The words of one fiscal year's report (พ.ศ.); paragraphs waiting to be written only where asked for."""
    report = AnnualReport.objects.filter(fiscal_year=fiscal_year).first()
    if report is None:
        return Narrative(None, (), ())
    paragraphs = report.paragraphs.order_by("order", "pk").prefetch_related(*CITED)
    if not waiting:
        paragraphs = paragraphs.filter(is_waiting=False)
    sections = defaultdict(list)
    for paragraph in paragraphs:
        sections[paragraph.item_id, paragraph.section].append(paragraph)
    lines = {key: tuple(_numbered(found)) for key, found in sections.items()}
    evidence = EvidenceLine.objects.select_related("document__issuer")
    items = report.items.select_related("standard_item").prefetch_related(
        Prefetch("evidence_lines", evidence)
    )
    return Narrative(
        report=report,
        preface=lines.get((None, Section.PREFACE), ()),
        items=tuple(
            Item(
                item,
                {section: found for (item_id, section), found in lines.items() if item_id == item.pk},
                tuple(line.document for line in item.evidence_lines.all()),
            )
            for item in items
        ),
    )


def _numbered(paragraphs, parent=None, prefix="", level=1):
    """Paragraphs of one section in the order of reading, numbered 1, 2, 2.1, 2.2, 3; one that waits has no number."""
    count = 0
    for paragraph in (p for p in paragraphs if p.parent_id == parent):
        numbered = not paragraph.is_lead and not paragraph.is_waiting and prefix is not None
        count += numbered
        number = f"{prefix}{count}" if numbered else ""
        yield Line(number, level, paragraph)
        yield from _numbered(paragraphs, paragraph.pk, f"{number}." if number else None, level + 1)
