"""Charts drawn as SVG shapes with their words in HTML, alike on a page and in print."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from projects.models import GiftForm

register = template.Library()


@register.inclusion_tag("reports/outputs/book/_bars.html")
def bars(rows, caption, by="", year=None, first=None, mark=""):
    """Horizontal bars of baht, the longest first; rows have a label (or short_name) and totals.

    Years stand in their order, one without a known amount too. `by` is the filter that makes a row of the list
    of contributions of the year; then each label leads there. What follows the `first` rows is folded away.
    The `mark` behind the caption is that of the note on how the bars are counted.
    """
    if by != "year":
        rows = sorted((row for row in rows if row.totals.cash_known), key=lambda row: -row.totals.cash)
    longest = max((row.totals.cash for row in rows), default=0) or 1
    bars = [
        {
            "label": getattr(row, "label", None) or row.short_name,
            "address": _address(row, by, year),
            "baht": row.totals.cash_or_none,
            "width": f"{row.totals.cash / longest * 100:.1f}",
        }
        for row in rows
    ]
    return {"caption": caption, "mark": mark, "bars": bars[:first], "more": bars[first:] if first else []}


@register.inclusion_tag("reports/outputs/book/_bars.html")
def counts(rows, caption, unit, longest=None):
    """Horizontal bars of numbers in the order of the rows, which have a label, a count and an address.

    Charts that stand together are drawn to one scale by the number of the `longest` bar of all.
    """
    longest = longest or max((row.count or 0 for row in rows), default=0) or 1
    bars = [
        {
            "label": row.label,
            "address": row.address,
            "baht": row.count,
            "width": f"{(row.count or 0) / longest * 100:.1f}",
        }
        for row in rows
    ]
    return {"caption": caption, "bars": bars, "more": [], "unit": unit}


def _address(row, by, year):
    """The list that makes a row."""
    key = row.organization.code if by == "giver" else getattr(row, "key", "")
    if not by or not key:
        return ""
    return (
        f"{reverse('contribution-list')}?{urlencode({'year': year, 'form': GiftForm.CASH.value} | {by: key})}"
    )
