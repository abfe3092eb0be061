"""Names as the report's readers may read them: outside the office, of a private person the role."""

from django import template

from reports.outputs.access import name_for_reader

register = template.Library()


@register.filter
def named(record, report):
    return name_for_reader(record, public=report.public)


@register.filter
def short_named(organization, report):
    return organization.public_short_name if report.public else organization.short_name
