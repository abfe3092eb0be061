"""Paragraphs as they are read, in every form of the report."""

from django import template

from reports.live_figures import values_of
from reports.prose import marked_html, prose_html

register = template.Library()


@register.filter
def prose(paragraph, summary):
    """The paragraph's words, with the live figures of the year summed up."""
    return prose_html(paragraph.text, values_of(summary) if "{" in paragraph.text else {})


@register.filter
def marked_prose(paragraph, summary):
    """The same for whoever writes it; in one that was copied the years of other reports are marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)
