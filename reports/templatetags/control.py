"""The table of control totals at the end of the report, and what stands under its figures."""

from django import template

from reports.control import control_totals

register = template.Library()


@register.inclusion_tag("reports/_control.html")
def control_table(summary):
    return {"figures": control_totals(summary), "year": summary.fiscal_year}
