"""Last year's prose carried into a new report: each paragraph a copy that waits until somebody confirms it."""

from projects.models import Project
from reports.models import AnnualReport, Paragraph
from reports.text.narrative import narrate


def carry_prose(old: AnnualReport, new: AnnualReport) -> list[Paragraph]:
    """Copies the paragraphs of all points that both reports have; returns those whose point the new one lacks.

    Kinds, groups and agreements stay cited; of a project its twin of the new year is, where there is one.
    """
    items = _items(old, new)
    twins = dict(Project.objects.in_year(new.fiscal_year).values_list("last_year", "pk"))
    told = narrate(old.fiscal_year, waiting=True)
    lines = [*told.preface, *(line for item in told.items for found in item.lines.values() for line in found)]
    copies, left = {None: None}, []
    for paragraph in (line.paragraph for line in lines):
        if paragraph.item_id not in items:
            left.append(paragraph)
            continue
        copies[paragraph.pk] = _copy(
            paragraph, new, items[paragraph.item_id], copies[paragraph.parent_id], twins
        )
    return left


def _items(old, new):
    """Of each item of the old report the new one's: the same point, or that of the same number."""
    found = list(new.items.select_related("standard_item"))
    by_point = {item.standard_item_id: item for item in found}
    by_number = {item.standard_item.number: item for item in found}
    items = {None: None}
    for item in old.items.select_related("standard_item"):
        twin = by_point.get(item.standard_item_id) or by_number.get(item.standard_item.number)
        if twin:
            items[item.pk] = twin
    return items


def _copy(paragraph, report, item, parent, twins):
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
    copy.projects.set([twins[project.pk] for project in paragraph.projects.all() if project.pk in twins])
    return copy
