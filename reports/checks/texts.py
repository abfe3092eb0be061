"""The texts of a year that the rules read: the paragraphs of the report and the texts of its records."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model

from portal.thai.digits import to_arabic
from portal.thai.text import normalize
from reports.checks.findings import Finding, Severity

_MARKERS = re.compile(r"\*\*|\{[^{}\n]*\}")


@dataclass(frozen=True)
class CheckedText:
    """A text in Arabic digits without markers, its record and field, and its place in Thai."""

    record: Model
    place: str
    field: str
    text: str

    def finding(self, rule: str, message: str, severity: Severity = Severity.WARNING) -> Finding:
        """Return a finding whose sentence is the place of the text followed by the message."""
        return Finding(rule, self.record, f"{self.place} {message}", severity, self.field)


def plain(text: str) -> str:
    """Return the text without bold markers and live figures, in Arabic digits."""
    return to_arabic(_MARKERS.sub("", normalize(text)))


def texts_of(summary, narrative) -> Iterator[CheckedText]:
    """Yield all texts of the year, except the titles of documents, which are as printed on them."""
    yield from paragraphs_of(narrative)
    for row in summary.projects:
        yield from _texts_of_project(row.project)
    for row in summary.agreements:
        yield from _texts_in(row.agreement, [row.agreement], "title", "subject")
    for kind in summary.kinds:
        yield from _texts_of_kind(kind)
        for group in kind.groups:
            yield from _texts_of_group(group)


def search_texts(pattern: re.Pattern, texts: Iterable[CheckedText]) -> Iterator[tuple[CheckedText, str]]:
    """Yield each text that matches the pattern, with the first words that match."""
    for text in texts:
        if match := pattern.search(text.text):
            yield text, match.group().strip()


def paragraphs_and_kinds(summary, narrative) -> list[CheckedText]:
    """Return the paragraphs and the texts of the kinds of group: the texts that state numbers and claims."""
    return [*paragraphs_of(narrative), *(text for kind in summary.kinds for text in _texts_of_kind(kind))]


def paragraphs_of(narrative) -> Iterator[CheckedText]:
    """Yield the paragraphs of the report, each with its place."""
    for number, row in enumerate(narrative.preface, start=1):
        yield _text_of_paragraph(row.paragraph, f"คำนำ ย่อหน้าที่ {number}")
    for item in narrative.items:
        for row in item.paragraphs:
            number = f"ข้อ {row.number}" if row.number else "ย่อหน้านำ"
            section = row.paragraph.get_section_display()
            yield _text_of_paragraph(row.paragraph, f"{number} ของ{section} ประเด็นที่ {item.number}")


def _text_of_paragraph(paragraph, place):
    return CheckedText(paragraph, place, "text", plain(paragraph.text))


def _texts_of_kind(kind):
    yield from _texts_in(kind.kind, [kind.kind], "name", "purpose", "usual_seats")
    yield from _texts_in(kind.kind, filter(None, [kind.year]), "method")
    yield from _texts_in(kind.kind, kind.kind.duties.all(), "heading", "text")


def _texts_of_project(project):
    own = ("title", "co_organizers", "posts", "objective", "subjects", "venue", "story")
    yield from _texts_in(project, [project], *own)
    yield from _texts_in(project, project.activities.all(), "name")
    yield from _texts_in(project, project.results.all(), "what")
    yield from _texts_in(project, project.participations.all(), "words", "detail")
    yield from _texts_in(project, project.gifts, "what", "recipient_words")


def _texts_of_group(group):
    yield from _texts_in(group, [group], "name", "purpose", "duties")
    for year in group.this_year:
        yield from _texts_in(group, [year], "activities")
        yield from _texts_in(group, year.results.all(), "what")


def _texts_in(record, holders, *columns):
    """Yield the texts of the record or of its related rows, all of which are corrected in the record's form."""
    for holder in holders:
        for column in columns:
            if text := getattr(holder, column):
                place = f"{record} ช่อง “{holder._meta.get_field(column).verbose_name}”"
                yield CheckedText(record, place, column if holder is record else "", plain(text))
