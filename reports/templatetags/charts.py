"""Charts drawn as SVG shapes with their words in HTML, alike on a page and in print."""

from django import template

register = template.Library()


@register.inclusion_tag("reports/_bars.html")
def bars(rows, caption):
    """Horizontal bars of baht, the longest first; rows have a label (or short_name) and totals."""
    rows = sorted((row for row in rows if row.totals.cash_known), key=lambda row: -row.totals.cash)
    longest = rows[0].totals.cash if rows else 1
    return {
        "caption": caption,
        "bars": [
            {
                "label": getattr(row, "label", None) or row.short_name,
                "baht": row.totals.cash,
                "width": f"{row.totals.cash / longest * 100:.1f}",
            }
            for row in rows
        ],
    }
