"""Model and form fields for normalised Thai text, dates in พ.ศ. and numbers as people type them."""

import datetime
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from portal.thai.dates import format_date, format_period, parse_date, parse_period
from portal.thai.digits import parse_number
from portal.thai.money import format_baht
from portal.thai.text import normalize


class NormalizedText:
    """A mixin of model fields that normalises Thai text in forms, writing and look-ups."""

    def to_python(self, value):
        value = super().to_python(value)
        return normalize(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return normalize(value) if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class ThaiCharField(NormalizedText, models.CharField):
    """One line of Thai text, normalised."""


class ThaiTextField(NormalizedText, models.TextField):
    """Thai text of several lines, normalised."""


class CalendarInput(forms.DateInput):
    """A text box that shows a date as 22/8/2557, in the admin with its calendar."""

    class Media:
        js = [
            "admin/js/core.js",
            "admin/js/calendar.js",
            "admin/js/admin/DateTimeShortcuts.js",
            "js/thai-calendar.js",
        ]

    def __init__(self, attrs=None):
        defaults = {"placeholder": "22/8/2557", "autocomplete": "off", "size": 14, "class": "vDateField"}
        super().__init__(defaults | (attrs or {}))

    def format_value(self, value):
        return format_date(value, "input") if isinstance(value, datetime.date) else value


def _parse(parse, text):
    """Return a parsed date or period, None for an empty text. Raise ValidationError with the message of `parse`."""
    if not text.strip():
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise ValidationError(str(error), code="invalid") from error


class ThaiDateFormField(forms.DateField):
    """A date typed as 22/8/2557, 22 ส.ค. 57, 22 สิงหาคม 2557, in Thai or Arabic digits, or 22/8/2014."""

    widget = CalendarInput
    parse = staticmethod(parse_date)

    def to_python(self, value):
        return _parse(self.parse, value) if isinstance(value, str) else value

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class PeriodFormField(ThaiDateFormField):
    """A box for a partial date (a day, a month, a year or a range), whose first and last day are two `columns`."""

    parse = staticmethod(parse_period)

    def __init__(self, label, first, last):
        super().__init__(
            label=label,
            required=False,
            widget=CalendarInput({"size": 28}),
            help_text="เช่น 22/8/2557, พ.ค. 2557, 2551 หรือ 29-30 เม.ย. 2557",
        )
        self.columns = first, last

    def prepare_value(self, value):
        return format_period(*value, "input") if isinstance(value, tuple) else value


class ThaiDateField(models.DateField):
    """A day, shown and typed in the Buddhist era."""

    def to_python(self, value):
        if isinstance(value, str):
            try:
                return datetime.date.fromisoformat(value)
            except ValueError:
                return _parse(parse_date, value)
        return super().to_python(value)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ThaiDateFormField, "widget": CalendarInput} | kwargs)


class TypedNumber:
    """A mixin that reads numbers as people type them: 45,500 or ๔๕,๕๐๐ บาท; the model refuses negative ones."""

    def to_python(self, value):
        if isinstance(value, str) and (text := value.strip()):
            minus = "-" if text.startswith("-") else ""
            try:
                value = f"{minus}{parse_number(text.removeprefix(minus))}"
            except ValueError as error:
                raise ValidationError(str(error), code="invalid") from error
        return super().to_python(value)


class BahtInput(forms.TextInput):
    """A text box that shows an amount as 45,500."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "size": 12} | (attrs or {}))

    def format_value(self, value):
        return format_baht(value) if isinstance(value, Decimal) else value


class BahtFormField(TypedNumber, forms.DecimalField):
    widget = BahtInput


# A text box, since a number box takes no Thai digits.
COUNT_INPUT = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": 6})


class CountFormField(TypedNumber, forms.IntegerField):
    widget = COUNT_INPUT
