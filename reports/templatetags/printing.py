"""The form on the report's page that asks for a printing."""

from django import template

from reports.outputs.access import reads_inside
from reports.public.years.print_form import PrintForm

register = template.Library()


@register.inclusion_tag("reports/public/years/_print_form.html", takes_context=True)
def print_form(context, year):
    return {"form": PrintForm(year, inside=reads_inside(context["user"])), "year": year}
