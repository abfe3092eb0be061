"""Names as the report's readers may read them: outside the office, of a private person the role."""

from django import template

register = template.Library()


@register.filter
def named(record, report):
    return record.public_name if report.public else record.full_name


@register.filter
def short_named(organization, report):
    return organization.public_short_name if report.public else organization.short_name
