"""Adding, moving and indenting the paragraphs of a section."""

from reports.models import Paragraph

DEEPEST = 3


def add_after(paragraph: Paragraph) -> Paragraph:
    """Add an empty paragraph after this one, on the same level."""
    rows = siblings(paragraph)
    new = Paragraph(
        report=paragraph.report, item=paragraph.item, section=paragraph.section, parent=paragraph.parent
    )
    new.is_waiting = True
    rows.insert(rows.index(paragraph) + 1, new)
    _store_order(rows, paragraph.parent)
    return new


def add_last(report, item, section, text="") -> Paragraph:
    """Add a paragraph at the end of a section; without a text it is waiting to be written."""
    new = Paragraph(report=report, item=item, section=section, text=text, is_waiting=not text)
    _store_order([*siblings(new), new], None)
    return new


def move(paragraph: Paragraph, step: int) -> None:
    """Move a paragraph and those below it before (-1) or after (1) its neighbour, if there is one."""
    rows = siblings(paragraph)
    index = rows.index(paragraph)
    if 0 <= index + step < len(rows):
        rows.insert(index + step, rows.pop(index))
        _store_order(rows, paragraph.parent)


def indent(paragraph: Paragraph) -> None:
    """Move a paragraph under the one before it, unless that is a lead paragraph or the level would be too deep."""
    rows = siblings(paragraph)
    index = rows.index(paragraph)
    above = rows[index - 1] if index else None
    if above and not above.is_lead and _level_of(paragraph) + _depth_of(paragraph) <= DEEPEST:
        _store_order([*above.children.order_by("order", "pk"), paragraph], above)


def outdent(paragraph: Paragraph) -> None:
    """Move a paragraph out of its parent, to the place after it."""
    if parent := paragraph.parent:
        rows = siblings(parent)
        rows.insert(rows.index(parent) + 1, paragraph)
        _store_order(rows, parent.parent)


def siblings(paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraphs of the section under the same parent, including this one, in order."""
    rows = Paragraph.objects.filter(
        report=paragraph.report, item=paragraph.item, section=paragraph.section, parent=paragraph.parent
    )
    return list(rows.order_by("order", "pk"))


def _store_order(rows, parent):
    """Store the order and the parent of the rows that change."""
    for order, row in enumerate(rows, start=1):
        if row.pk is None or (row.order, row.parent_id) != (order, parent and parent.pk):
            row.order, row.parent = order, parent
            row.save()


def _level_of(paragraph):
    return 1 + (_level_of(paragraph.parent) if paragraph.parent else 0)


def _depth_of(paragraph):
    """Return the number of levels of a paragraph and those below it."""
    return 1 + max((_depth_of(child) for child in paragraph.children.all()), default=0)
