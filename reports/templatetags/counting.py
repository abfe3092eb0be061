"""Figures that open what they count, and the notes that say how they are counted."""

from django import template

from reports.figures.notes import Notes

register = template.Library()


@register.simple_tag
def notes_of(part, summary):
    return Notes(part, summary.fiscal_year)


@register.simple_tag
def opened(notes, key, words, **query):
    return notes.opened(key, words, **query)


@register.simple_tag
def mark(notes, key):
    return notes.marked(key)
