"""What the report says in words: its paragraphs, and the texts of the records that it tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from portal.thai.digits import to_arabic
from portal.thai.text import normalize
from reports.checks.findings import Finding, Severity

_MARKERS = re.compile(r"\*\*|\{[^{}\n]*\}")


@dataclass(frozen=True)
class Text:
    """A text, in Arabic digits and without markers, the record it stands in, and where, in words."""

    record: Model
    where: str
    field: str
    text: str

    def finding(self, rule: str, said: str, severity: Severity = Severity.WARNING) -> Finding:
        """What a rule says of it; the sentence begins with where it stands."""
        return Finding(rule, self.record, f"{self.where} {said}", severity, self.field)


def plain(text: str) -> str:
    """The text without the marks of bold and without live figures, in Arabic digits."""
    return to_arabic(_MARKERS.sub("", normalize(text)))


def texts_of(summary, narrative) -> Iterator[Text]:
    """All words of the year."""
    yield from paragraphs_of(narrative)
    yield from texts_of_records(summary)


def lines_of(narrative):
    """Each line of the report with the place where it stands, in words."""
    for number, line in enumerate(narrative.preface, start=1):
        yield line, f"คำนำ ย่อหน้าที่ {number}"
    for item in narrative.items:
        for lines in item.lines.values():
            for line in lines:
                place = f"ข้อ {line.number}" if line.number else "ย่อหน้านำ"
                section = line.paragraph.get_section_display()
                yield line, f"{place} ของ{section} ประเด็นที่ {item.item.standard_item.number}"


def paragraphs_of(narrative) -> Iterator[Text]:
    for line, where in lines_of(narrative):
        yield Text(line.paragraph, where, "text", plain(line.paragraph.text))


def texts_of_records(summary) -> Iterator[Text]:
    """The texts of what the year tells; those of documents are titles, which stay as the paper has them."""
    for line in summary.projects:
        yield from _texts_of_project(line.project)
    for row in summary.agreements:
        yield from _own(row.agreement, row.agreement, "title", "subject")
    for kind in summary.kinds:
        yield from texts_of_kind(kind)
        for group in kind.groups:
            yield from _texts_of_group(group)


def texts_of_kind(kind) -> Iterator[Text]:
    yield from _own(kind.kind, kind.kind, "name", "purpose", "usual_seats")
    if kind.year:
        yield from _own(kind.kind, kind.year, "method", field="")
    for duty in kind.kind.duties.all():
        yield from _own(kind.kind, duty, "heading", "text", field="")


def _texts_of_project(project):
    own = ("title", "co_organizers", "posts", "objective", "subjects", "venue", "story")
    yield from _own(project, project, *own)
    for activity in project.activities.all():
        yield from _own(project, activity, "name", field="")
    for result in project.results.all():
        yield from _own(project, result, "what", field="")
    for part in project.participations.all():
        yield from _own(project, part, "words", "detail", field="")
    for gift in project.gifts:
        yield from _own(project, gift, "what", "recipient_words", field="")


def _texts_of_group(group):
    yield from _own(group, group, "name", "purpose", "duties")
    for year in group.this_year:
        yield from _own(group, year, "activities", field="")
        for result in year.results.all():
            yield from _own(group, result, "what", field="")


def _own(record, holder, *names, field=None):
    """The texts in these columns of a holder, mended on the screen of the record."""
    for name in names:
        if text := getattr(holder, name):
            label = holder._meta.get_field(name).verbose_name
            yield Text(record, f"{record} ช่อง “{label}”", name if field is None else field, plain(text))
