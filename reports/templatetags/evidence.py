"""Where a document stands in the evidence lists."""

from django import template

register = template.Library()


@register.filter
def evidence_number(narrative, document):
    """The document's number in its item's list, or nothing when no list has it."""
    return narrative.evidence_numbers.get(document.pk)


@register.filter
def kinds_cited(line, summary):
    """The year's kinds of group that a paragraph of results cites."""
    if line.paragraph.section != "results":
        return []
    cited = {kind.pk for kind in line.paragraph.group_kinds.all()}
    return [kind for kind in summary.kinds if kind.kind.pk in cited]
