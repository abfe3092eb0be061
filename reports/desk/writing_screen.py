"""What the writing screen shows of a report: its parts in order, each with its numbered paragraphs."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from reports.figures.summary import YearSummary
from reports.models import AnnualReport, Paragraph, ReportItem, Section
from reports.text.markup import marked_html, other_years
from reports.text.narrative import Line, narrate
from reports.text.placeholders import Placeholder, placeholders, values_of

OF_ITEMS = [section for section in Section if section != Section.PREFACE]


@dataclass(frozen=True)
class Row:
    """A paragraph in its place, the history entry that its form bears, and the form that was sent, if any."""

    line: Line
    seen: int | None
    summary: YearSummary
    form: object = None
    asks: bool = False

    @property
    def paragraph(self):
        return self.line.paragraph

    @property
    def cited(self):
        """The records that the paragraph speaks of."""
        paragraph = self.paragraph
        ties = (paragraph.group_kinds, paragraph.groups, paragraph.projects, paragraph.agreements)
        return [record for tie in ties for record in tie.all()]

    @property
    def other_years(self):
        return other_years(self.paragraph.text, self.summary.fiscal_year)

    @property
    def marked(self):
        return marked_html(self.paragraph.text, values_of(self.summary), self.summary.fiscal_year)


@dataclass(frozen=True)
class Part:
    """A section of an item, or the preface."""

    section: Section
    item: ReportItem | None
    rows: tuple[Row, ...]

    @property
    def key(self):
        return f"{self.section}-{self.item.pk}" if self.item else str(self.section)


@dataclass(frozen=True)
class ItemParts:
    """An item of the standard, its level, and its sections."""

    item: ReportItem
    seen: int | None
    parts: tuple[Part, ...]
    form: object = None


@dataclass(frozen=True)
class Writing:
    """The whole screen; every paragraph of the report stands in one of the parts."""

    preface: Part
    items: tuple[ItemParts, ...]
    figures: dict[str, list[Placeholder]]

    @property
    def rows(self):
        parts = [self.preface, *(part for item in self.items for part in item.parts)]
        return [row for part in parts for row in part.rows]

    @property
    def unconfirmed(self):
        return [row.paragraph for row in self.rows if row.paragraph.is_unconfirmed]


def writing_of(report: AnnualReport, summary: YearSummary, *, form=None, asks: bool = False) -> Writing:
    """The report as it is written; a form that could not be stored stands in the place of its record."""
    narrative = narrate(report.fiscal_year, waiting=True)
    seen = newest_entries(Paragraph, report=report)
    seen_items = newest_entries(ReportItem, report=report)

    def row(line):
        sent = form if form and form.instance == line.paragraph else None
        return Row(line, seen.get(line.paragraph.pk), summary, sent, asks and sent is not None)

    def part(section, item, lines):
        return Part(section, item, tuple(row(line) for line in lines))

    return Writing(
        preface=part(Section.PREFACE, None, narrative.preface),
        items=tuple(
            ItemParts(
                told.item,
                seen_items.get(told.item.pk),
                tuple(part(section, told.item, told.lines.get(section, ())) for section in OF_ITEMS),
                form if form and form.instance == told.item else None,
            )
            for told in narrative.items
        ),
        figures=_by_heading(placeholders(summary)),
    )


def newest_entries(model, **records):
    """The newest entry in the history of each record, by the record's key; one query."""
    newest = model.history.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    found = model.objects.filter(**records).order_by()
    return dict(found.values_list("pk", Subquery(newest.values("history_id")[:1])))


def _by_heading(found):
    headings = {}
    for placeholder in found.values():
        headings.setdefault(placeholder.heading, []).append(placeholder)
    return headings
