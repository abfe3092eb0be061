"""Copying last year's paragraphs into a new report, where each must be confirmed."""

from projects.models import Project
from reports.models import AnnualReport, Paragraph
from reports.text.narrative import narrate


def carry_prose(old: AnnualReport, new: AnnualReport) -> list[Paragraph]:
    """Copy the paragraphs of the items that both reports have, and return the paragraphs of the other items.

    Copies cite the same kinds, groups and agreements, and the projects that repeat the cited ones in the new year.
    """
    items = _match_items(old, new)
    repeated = dict(Project.objects.in_year(new.fiscal_year).values_list("last_year", "pk"))
    narrative = narrate(old.fiscal_year, waiting=True)
    rows = [*narrative.preface, *(row for item in narrative.items for row in item.paragraphs)]
    copies, left_out = {None: None}, []
    for paragraph in (row.paragraph for row in rows):
        if paragraph.item_id in items:
            parent = copies[paragraph.parent_id]
            copies[paragraph.pk] = _copy_paragraph(paragraph, new, items[paragraph.item_id], parent, repeated)
        else:
            left_out.append(paragraph)
    return left_out


def _match_items(old, new):
    """Return the new report's item for each item of the old: of the same standard item, or else of its number."""
    new_items = list(new.items.select_related("standard_item"))
    by_standard_item = {item.standard_item_id: item for item in new_items}
    by_number = {item.standard_item.number: item for item in new_items}
    items = {None: None}
    for item in old.items.select_related("standard_item"):
        match = by_standard_item.get(item.standard_item_id) or by_number.get(item.standard_item.number)
        if match:
            items[item.pk] = match
    return items


def _copy_paragraph(paragraph, report, item, parent, repeated):
    copy = Paragraph.objects.create(
        report=report,
        item=item,
        section=paragraph.section,
        parent=parent,
        order=paragraph.order,
        is_lead=paragraph.is_lead,
        text=paragraph.text,
        is_waiting=paragraph.is_waiting,
        copied_from=paragraph,
        is_unconfirmed=bool(paragraph.text),
    )
    copy.group_kinds.set(paragraph.group_kinds.all())
    copy.groups.set(paragraph.groups.all())
    copy.agreements.set(paragraph.agreements.all())
    copy.projects.set(
        [repeated[project.pk] for project in paragraph.projects.all() if project.pk in repeated]
    )
    return copy
