"""Template tags of the report's chapters: figures with their notes, paragraphs, names, evidence.

Names are those that the readers of the report may see: for the public, a private person's role.
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
    """Return the empty notes of a chapter."""
    return Notes(part, summary.fiscal_year)


@register.simple_tag
def figure_link(notes, key, words, **query):
    """Return the words of a figure as a link to the list of its records."""
    return notes.link(key, words, **query)


@register.simple_tag
def mark(notes, key):
    """Return a link to the note on how a figure is counted."""
    return notes.mark(key)


@register.inclusion_tag("reports/outputs/book/_control.html")
def control_table(summary):
    """Show the control totals at the end of the report."""
    year = summary.fiscal_year
    totals = [(metric, value, metric.address(year)) for metric, value in control_totals(summary.figures)]
    return {"totals": totals, "year": year}


@register.simple_tag
def prose(paragraph, summary, notes):
    """Return a paragraph with the live figures of the year, each with a link to its list and to its note."""
    known = placeholders(summary) if "{" in paragraph.text else {}

    def link(name, words):
        placeholder = known[name]
        if not placeholder.metric:
            return words
        return notes.link(placeholder.metric, words, **placeholder.query) + notes.mark(placeholder.metric)

    return prose_html(paragraph.text, {name: each.value for name, each in known.items()}, link)


@register.filter
def marked_prose(paragraph, summary):
    """Return a paragraph for its writer, with live figures and other years marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)


@register.filter
def name_in(record, report):
    """Return the name that the readers of the report may see."""
    return name_for_reader(record, public=report.public)


@register.filter
def short_name_in(organization, report):
    """Return the short name that the readers of the report may see."""
    return organization.public_short_name if report.public else organization.short_name


@register.filter
def evidence_number(narrative, document):
    """Return the number of a document in the evidence list of its item, or None."""
    return narrative.evidence_numbers.get(document.pk)


@register.filter
def kinds_cited(paragraph, summary):
    """Return the year's kinds of group that a paragraph of results cites."""
    if paragraph.section != "results":
        return []
    cited = {kind.pk for kind in paragraph.group_kinds.all()}
    return [kind for kind in summary.kinds if kind.kind.pk in cited]
