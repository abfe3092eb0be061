"""How dates and money look in every template."""

from django import template

from portal.thai import dates, money

register = template.Library()

UNKNOWN = "ไม่ระบุ"


@register.filter
def baht(amount):
    """Baht with thousands separators; unknown is said, never shown as zero."""
    return UNKNOWN if amount is None else money.format_baht(amount)


@register.filter
def thousands(number):
    """A count with thousands separators; unknown is said, never shown as zero."""
    return UNKNOWN if number is None else f"{number:,}"


@register.filter
def baht_text(amount):
    """Baht in words, as the total of a report ends."""
    return money.baht_text(amount)


@register.filter
def thai_date(day, style="long"):
    """A day in the Buddhist era: long, short, weekday or input."""
    return dates.format_date(day, style) if day else UNKNOWN


@register.simple_tag
def thai_period(first, last, style="long"):
    """A day, month, year or span in the Buddhist era."""
    return dates.format_period(first, last, style) if first else UNKNOWN
