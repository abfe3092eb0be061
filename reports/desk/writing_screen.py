"""The content of the writing screen: the sections of a report in order, each with its numbered paragraphs."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from reports.figures.summary import YearSummary
from reports.models import AnnualReport, Paragraph, ReportItem, Section
from reports.text.markup import marked_html, other_years
from reports.text.narrative import CITED, NumberedParagraph, narrate
from reports.text.placeholders import Placeholder, placeholders, values_of

ITEM_SECTIONS = [section for section in Section if section != Section.PREFACE]


@dataclass(frozen=True)
class ParagraphRow:
    """A numbered paragraph, the history entry that its form names, and the form that was sent, if any."""

    line: NumberedParagraph
    seen: int | None
    summary: YearSummary
    form: object = None

    @property
    def paragraph(self):
        return self.line.paragraph

    @property
    def cited(self):
        """The records that the paragraph refers to."""
        return [record for name in CITED for record in getattr(self.paragraph, name).all()]

    @property
    def other_years(self):
        return other_years(self.paragraph.text, self.summary.fiscal_year)

    @property
    def marked(self):
        return marked_html(self.paragraph.text, values_of(self.summary), self.summary.fiscal_year)


@dataclass(frozen=True)
class SectionPart:
    """A section of an item, or the preface."""

    section: Section
    item: ReportItem | None
    rows: tuple[ParagraphRow, ...]

    @property
    def key(self):
        return part_key(self.section, self.item and self.item.pk)


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
    figures: tuple[Placeholder, ...]

    @property
    def parts(self):
        return [self.preface, *(part for item in self.items for part in item.parts)]

    @property
    def unconfirmed(self):
        paragraphs = [row.paragraph for part in self.parts for row in part.rows]
        return [paragraph for paragraph in paragraphs if paragraph.is_unconfirmed]


def writing_of(report: AnnualReport, summary: YearSummary, *, form=None) -> Writing:
    """Return the screen of a report; a form that could not be stored takes the place of its record."""
    narrative = narrate(report.fiscal_year, waiting=True)
    seen = newest_entries(Paragraph, report=report)
    seen_items = newest_entries(ReportItem, report=report)

    def form_of(record):
        return form if form and form.instance == record else None

    def row(line):
        return ParagraphRow(line, seen.get(line.paragraph.pk), summary, form_of(line.paragraph))

    def part(section, item, lines):
        return SectionPart(section, item, tuple(map(row, lines)))

    def item_parts(entry):
        item = entry.item
        parts = tuple(part(section, item, entry.sections.get(section, ())) for section in ITEM_SECTIONS)
        return ItemParts(item, seen_items.get(item.pk), parts, form_of(item))

    return Writing(
        preface=part(Section.PREFACE, None, narrative.preface),
        items=tuple(map(item_parts, narrative.items)),
        figures=tuple(placeholders(summary).values()),
    )


def part_key(section: str, item_pk: int | None) -> str:
    """Return the key of a section of an item, or of the preface."""
    return f"{section}-{item_pk}" if item_pk else str(section)


def newest_entries(model, **records):
    """Return the newest history entry of each record by the record's key, in one query."""
    newest = model.history.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    entries = model.objects.filter(**records).order_by()
    return dict(entries.values_list("pk", Subquery(newest.values("history_id")[:1])))
