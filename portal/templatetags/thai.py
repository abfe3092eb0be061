"""Dates and money in templates."""

from django import template

from portal.thai import dates, money

register = template.Library()

UNKNOWN = "ไม่ระบุ"


@register.filter
def baht(amount):
    """Return baht with thousands separators, ไม่ระบุ if unknown."""
    return UNKNOWN if amount is None else money.format_baht(amount)


@register.filter
def number(count):
    """Return a count with thousands separators, ไม่ระบุ if unknown."""
    return UNKNOWN if count is None else f"{count:,}"


register.filter("baht_text", money.baht_text)


@register.filter
def thai_date(day, style="long"):
    """Return a day in พ.ศ., ไม่ระบุ if unknown; styles are long, short, weekday and input."""
    return dates.format_date(day, style) if day else UNKNOWN


@register.simple_tag
def thai_period(first, last, style="long"):
    """Return a day, month, year or span in พ.ศ., ไม่ระบุ if unknown."""
    return dates.format_period(first, last, style) if first else UNKNOWN
