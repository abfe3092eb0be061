"""A paragraph's place among the others of its section: new ones, moves, levels; the numbers follow from it."""

from reports.models import Paragraph

DEEPEST = 3


def add_after(paragraph: Paragraph) -> Paragraph:
    """An empty paragraph right behind this one, on its level."""
    rows = siblings(paragraph)
    new = _empty(paragraph, parent=paragraph.parent)
    rows.insert(rows.index(paragraph) + 1, new)
    _place(rows, paragraph.parent)
    return new


def add_last(report, item, section, text="") -> Paragraph:
    """A paragraph at the end of a section; empty it waits to be written."""
    new = Paragraph(report=report, item=item, section=section, text=text, is_waiting=not text)
    _place([*siblings(new), new], None)
    return new


def move(paragraph: Paragraph, step: int) -> None:
    """Takes it, with all below it, before (-1) or behind (1) its neighbour; the first and the last stay."""
    rows = siblings(paragraph)
    place = rows.index(paragraph)
    if 0 <= place + step < len(rows):
        rows.insert(place + step, rows.pop(place))
        _place(rows, paragraph.parent)


def indent(paragraph: Paragraph) -> None:
    """Puts it under the paragraph before it, unless that bears no number or the level would be too deep."""
    rows = siblings(paragraph)
    place = rows.index(paragraph)
    above = rows[place - 1] if place else None
    if above is None or above.is_lead or _level(paragraph) + _depth(paragraph) > DEEPEST:
        return
    _place([*above.children.order_by("order", "pk"), paragraph], above)


def outdent(paragraph: Paragraph) -> None:
    """Takes it out from under its parent, and puts it right behind that."""
    parent = paragraph.parent
    if parent is None:
        return
    rows = siblings(parent)
    rows.insert(rows.index(parent) + 1, paragraph)
    _place(rows, parent.parent)


def siblings(paragraph: Paragraph) -> list[Paragraph]:
    """Those of its section under the same parent, itself among them, in their order."""
    rows = Paragraph.objects.filter(
        report=paragraph.report, item=paragraph.item, section=paragraph.section, parent=paragraph.parent
    )
    return list(rows.order_by("order", "pk"))


def _empty(paragraph, parent):
    return Paragraph(
        report=paragraph.report,
        item=paragraph.item,
        section=paragraph.section,
        parent=parent,
        is_waiting=True,
    )


def _place(rows, parent):
    """Stores the order of the rows under a parent, of those that it changes."""
    for order, row in enumerate(rows, start=1):
        if row.pk is None or (row.order, row.parent_id) != (order, parent and parent.pk):
            row.order, row.parent = order, parent
            row.save()


def _level(paragraph):
    return 1 + (_level(paragraph.parent) if paragraph.parent else 0)


def _depth(paragraph):
    """How many levels it and those below it take up."""
    return 1 + max((_depth(child) for child in paragraph.children.all()), default=0)
