"""The form on the report's page that asks for a printing."""

from django import template

from reports.print_form import PrintForm

register = template.Library()


@register.inclusion_tag("reports/_print_form.html")
def print_form(year):
    return {"form": PrintForm(year), "year": year}
