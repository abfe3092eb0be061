"""Paragraphs as they are read, in every form of the report."""

from django import template

from reports.text.markup import marked_html, prose_html
from reports.text.placeholders import live_figures, values_of

register = template.Library()


@register.simple_tag
def prose(paragraph, summary, notes):
    """The paragraph's words, with the live figures of the year summed up, each with its list and its note."""
    figures = live_figures(summary) if "{" in paragraph.text else {}

    def opened(name, words):
        figure = figures[name]
        if not figure.counted:
            return words
        return notes.opened(figure.counted, words, **figure.asked) + notes.marked(figure.counted)

    return prose_html(paragraph.text, {name: figure.value for name, figure in figures.items()}, opened)


@register.filter
def marked_prose(paragraph, summary):
    """The same for whoever writes it; in one that was copied the years of other reports are marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)
