"""The table of control totals at the end of the report."""

from django import template

from reports.outputs.proof.control_totals import control_totals

register = template.Library()


@register.inclusion_tag("reports/outputs/book/_control.html")
def control_table(summary):
    year = summary.fiscal_year
    totals = [(metric, value, metric.address(year)) for metric, value in control_totals(summary.figures)]
    return {"totals": totals, "year": year}
