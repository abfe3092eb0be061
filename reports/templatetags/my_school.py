"""What a page shows a director of the own school."""

from django import template

from reports.public.networks.my_school import my_school_of

register = template.Library()


@register.inclusion_tag("reports/public/networks/_my_school.html", takes_context=True)
def my_school(context):
    return {"mine": my_school_of(context["user"])}
