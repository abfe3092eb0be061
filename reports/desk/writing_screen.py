"""The content of the writing screen: the sections of a report in order, each with its numbered paragraphs."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from reports.figures.summary import YearSummary
from reports.models import AnnualReport, Paragraph, ReportItem, Section
from reports.text.markup import marked_html, other_years
from reports.text.narrative import Line, narrate
from reports.text.placeholders import Placeholder, placeholders, values_of

ITEM_SECTIONS = [section for section in Section if section != Section.PREFACE]


@dataclass(frozen=True)
class ParagraphRow:
    """A numbered paragraph, the history entry that its form names, and the form that was sent, if any."""

    line: Line
    seen: int | None
    summary: YearSummary
    form: object = None
    asks_to_delete: bool = False

    @property
    def paragraph(self):
        return self.line.paragraph

    @property
    def cited(self):
        """The records that the paragraph refers to."""
        paragraph = self.paragraph
        relations = (paragraph.group_kinds, paragraph.groups, paragraph.projects, paragraph.agreements)
        return [record for relation in relations for record in relation.all()]

    @property
    def other_years(self):
        return other_years(self.paragraph.text, self.summary.fiscal_year)

    @property
    def marked(self):
        return marked_html(self.paragraph.text, values_of(self.summary), self.summary.fiscal_year)


@dataclass(frozen=True)
class SectionPart:
    """A section of an item, or the preface."""

    key: str
    section: Section
    item: ReportItem | None
    rows: tuple[ParagraphRow, ...]


@dataclass(frozen=True)
class ItemParts:
    """An item of the standard, its level, and its sections."""

    item: ReportItem
    seen: int | None
    parts: tuple[SectionPart, ...]
    form: object = None


@dataclass(frozen=True)
class Writing:
    """The whole screen; every paragraph of the report is in one of the parts."""

    preface: SectionPart
    items: tuple[ItemParts, ...]
    figures: dict[str, list[Placeholder]]

    @property
    def parts(self):
        return [self.preface, *(part for item in self.items for part in item.parts)]

    @property
    def unconfirmed(self):
        paragraphs = [row.paragraph for part in self.parts for row in part.rows]
        return [paragraph for paragraph in paragraphs if paragraph.is_unconfirmed]


def writing_of(report: AnnualReport, summary: YearSummary, *, form=None, asks_to_delete=False) -> Writing:
    """Return the screen of a report; a form that could not be stored takes the place of its record."""
    narrative = narrate(report.fiscal_year, waiting=True)
    seen = newest_entries(Paragraph, report=report)
    seen_items = newest_entries(ReportItem, report=report)

    def form_of(record):
        return form if form and form.instance == record else None

    def row(line):
        sent = form_of(line.paragraph)
        return ParagraphRow(
            line, seen.get(line.paragraph.pk), summary, sent, asks_to_delete and sent is not None
        )

    def part(section, item, lines):
        return SectionPart(_key_of(section, item and item.pk), section, item, tuple(map(row, lines)))

    def item_parts(entry):
        item = entry.item
        parts = tuple(part(section, item, entry.lines.get(section, ())) for section in ITEM_SECTIONS)
        return ItemParts(item, seen_items.get(item.pk), parts, form_of(item))

    return Writing(
        preface=part(Section.PREFACE, None, narrative.preface),
        items=tuple(map(item_parts, narrative.items)),
        figures=_by_heading(placeholders(summary)),
    )


def section_key(paragraph: Paragraph) -> str:
    """Return the key of the part that a paragraph is in."""
    return _key_of(paragraph.section, paragraph.item_id)


def newest_entries(model, **records):
    """Return the newest history entry of each record by the record's key, in one query."""
    newest = model.history.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    entries = model.objects.filter(**records).order_by()
    return dict(entries.values_list("pk", Subquery(newest.values("history_id")[:1])))


def _key_of(section, item_pk):
    return f"{section}-{item_pk}" if item_pk else str(section)


def _by_heading(found):
    headings = {}
    for placeholder in found.values():
        headings.setdefault(placeholder.heading, []).append(placeholder)
    return headings
