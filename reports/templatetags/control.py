"""The table of control totals at the end of the report, and what stands under its figures."""

from django import template

from reports.figures.control_totals import control_totals

register = template.Library()


@register.inclusion_tag("reports/outputs/book/_control.html")
def control_table(summary):
    year = summary.fiscal_year
    figures = [(figure, figure.counted.address(year)) for figure in control_totals(summary)]
    return {"figures": figures, "year": year}
