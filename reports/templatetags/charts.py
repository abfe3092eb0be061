"""Bar charts, drawn as SVG shapes with HTML labels on the page and in print."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from projects.models import GiftForm

register = template.Library()


@register.inclusion_tag("reports/outputs/book/_bars.html")
def bars(rows, caption, by="", year=None, first=None, mark=""):
    """Show bars of known amounts in baht, the largest first; rows have a label (or short_name) and totals.

    `by` is the filter of the list of contributions to which a label links; bars by "year" keep the order of the rows.
    Bars after the `first` are folded away. `mark`, behind the caption, links to the note on how the bars are counted.
    """
    if by != "year":
        rows = sorted((row for row in rows if row.totals.cash_known), key=lambda row: -row.totals.cash)
    longest = max((row.totals.cash for row in rows), default=0)
    bars = [
        _bar(
            getattr(row, "label", None) or row.short_name,
            _contributions_address(row, by, year),
            row.totals.cash_or_none,
            longest,
        )
        for row in rows
    ]
    return {"caption": caption, "mark": mark, "bars": bars[:first], "more": bars[first:] if first else []}


@register.inclusion_tag("reports/outputs/book/_bars.html")
def counts(rows, caption, unit, longest=None):
    """Show bars of numbers in the order of the rows, which have a label, a count and an address.

    Charts with the same `longest` number have the same scale.
    """
    longest = longest or max((row.count or 0 for row in rows), default=0)
    bars = [_bar(row.label, row.address, row.count, longest) for row in rows]
    return {"caption": caption, "bars": bars, "unit": unit}


def _bar(label, address, number, longest):
    width = f"{(number or 0) / (longest or 1) * 100:.1f}"
    return {"label": label, "address": address, "baht": number, "width": width}


def _contributions_address(row, by, year):
    """Return the address of the contributions of a row, or nothing for a row without a key."""
    key = row.organization.code if by == "giver" else getattr(row, "key", "")
    if not by or not key:
        return ""
    query = {"year": year, "form": GiftForm.CASH.value, by: key}
    return f"{reverse('contribution-list')}?{urlencode(query)}"
