"""What the chapters of the report use: figures with their notes, paragraphs, names, evidence.

Names are given as the report's readers may read them: outside the office, of a private person the role.
"""

from django import template

from reports.figures.notes import Notes
from reports.outputs.access import name_for_reader
from reports.outputs.proof.control_totals import control_totals
from reports.text.markup import marked_html, prose_html
from reports.text.placeholders import placeholders, values_of

register = template.Library()


@register.simple_tag
def notes_of(part, summary):
    """Begin the notes of one part of the report."""
    return Notes(part, summary.fiscal_year)


@register.simple_tag
def opened(notes, key, words, **query):
    """Link the words of a figure to the list that makes it."""
    return notes.opened(key, words, **query)


@register.simple_tag
def mark(notes, key):
    """Number the note that says how a figure is counted."""
    return notes.marked(key)


@register.inclusion_tag("reports/outputs/book/_control.html")
def control_table(summary):
    """Show the control totals at the end of the report."""
    year = summary.fiscal_year
    totals = [(metric, value, metric.address(year)) for metric, value in control_totals(summary.figures)]
    return {"totals": totals, "year": year}


@register.simple_tag
def prose(paragraph, summary, notes):
    """Show a paragraph with the live figures of the year, each with its list and its note."""
    found = placeholders(summary) if "{" in paragraph.text else {}

    def opened(name, words):
        placeholder = found[name]
        if not placeholder.metric:
            return words
        return notes.opened(placeholder.metric, words, **placeholder.query) + notes.marked(placeholder.metric)

    return prose_html(paragraph.text, {name: each.value for name, each in found.items()}, opened)


@register.filter
def marked_prose(paragraph, summary):
    """Show a paragraph to its writer; in one that was copied the years of other reports are marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)


@register.filter
def named(record, report):
    """Return the name that the readers of the report may read."""
    return name_for_reader(record, public=report.public)


@register.filter
def short_named(organization, report):
    """Return the short name that the readers of the report may read."""
    return organization.public_short_name if report.public else organization.short_name


@register.filter
def evidence_number(narrative, document):
    """Return the number of a document in the evidence list of its item, or None when no list has it."""
    return narrative.evidence_numbers.get(document.pk)


@register.filter
def kinds_cited(line, summary):
    """Return the year's kinds of group that a paragraph of results cites."""
    if line.paragraph.section != "results":
        return []
    cited = {kind.pk for kind in line.paragraph.group_kinds.all()}
    return [kind for kind in summary.kinds if kind.kind.pk in cited]
