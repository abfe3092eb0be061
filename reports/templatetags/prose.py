"""Paragraphs as they are read, in every form of the report."""

from django import template

from reports.text.markup import marked_html, prose_html
from reports.text.placeholders import placeholders, values_of

register = template.Library()


@register.simple_tag
def prose(paragraph, summary, notes):
    """The paragraph's words, with the live figures of the year summed up, each with its list and its note."""
    found = placeholders(summary) if "{" in paragraph.text else {}

    def opened(name, words):
        placeholder = found[name]
        if not placeholder.metric:
            return words
        return notes.opened(placeholder.metric, words, **placeholder.query) + notes.marked(placeholder.metric)

    return prose_html(paragraph.text, {name: each.value for name, each in found.items()}, opened)


@register.filter
def marked_prose(paragraph, summary):
    """The same for whoever writes it; in one that was copied the years of other reports are marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)
