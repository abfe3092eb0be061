"""The boxes in which staff type: days with a Thai calendar, one box for a partial date, numbers as people write them."""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models

from portal.admin.conflicts import GuardedForm
from portal.fields import (
    BahtFormField,
    BahtInput,
    CountFormField,
    CountInput,
    ThaiDateField,
    ThaiDateFormField,
    ThaiDateInput,
    ThaiPeriodFormField,
)


class CalendarInput(ThaiDateInput):
    """A text box for a date with the admin's own calendar beside it, in the Buddhist era."""

    class Media:
        js = [
            "admin/js/core.js",
            "admin/js/calendar.js",
            "admin/js/admin/DateTimeShortcuts.js",
            "js/thai-calendar.js",
        ]

    def __init__(self, attrs=None):
        super().__init__({"class": "vDateField"} | (attrs or {}))


class PeriodBox(ThaiPeriodFormField):
    """The box of a partial date, with the calendar and the ways to type into it."""

    def __init__(self, label, first, last):
        super().__init__(
            columns=(first, last),
            label=label,
            required=False,
            widget=CalendarInput({"size": 28}),
            help_text="เช่น 22/8/2557, พ.ค. 2557, 2551 หรือ 29-30 เม.ย. 2557",
        )


class PeriodForm(GuardedForm):
    """A form in which one box stands for the two columns of a partial date."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.boxes = {n: box for n, box in self.fields.items() if isinstance(box, ThaiPeriodFormField)}
        for name, box in self.boxes.items():
            first, last = (getattr(self.instance, column) for column in box.columns)
            if first:
                self.initial.setdefault(name, (first, last or first))

    def clean(self):
        """Gives the record the first and last day, none while the box cannot be read."""
        super().clean()
        for name, box in self.boxes.items():
            days = self.cleaned_data.get(name) or (None, None)
            for column, day in zip(box.columns, days, strict=True):
                setattr(self.instance, column, day)

    def add_error(self, field, error):
        """What the record says of either column stands beside the one box."""
        if hasattr(error, "error_dict"):
            box_of = {column: name for name, box in self.boxes.items() for column in box.columns}
            said = {}
            for column, sentences in error.error_dict.items():
                said.setdefault(box_of.get(column, column), []).extend(sentences)
            error = ValidationError(said)
        super().add_error(field, error)

    def _get_validation_exclusions(self):
        """The two columns are checked with the rest of the record, as if each had its box."""
        columns = {column for box in self.boxes.values() for column in box.columns}
        return super()._get_validation_exclusions() - columns


class ThaiForms:
    """What forms and inlines share: dates in พ.ศ., numbers as typed, files without a public link, plain choices."""

    formfield_overrides = {
        ThaiDateField: {"form_class": ThaiDateFormField, "widget": CalendarInput},
        models.DecimalField: {"form_class": BahtFormField, "widget": BahtInput},
        models.IntegerField: {"form_class": CountFormField, "widget": CountInput},
        models.FileField: {"widget": forms.FileInput},
        models.ImageField: {"widget": forms.FileInput},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a choice: look at it or add a missing one; it is changed and deleted on its own screen."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Without select2's button to clear all, which breaks its list for those who hear it."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field:
            field.widget.is_required = True
        return field

    def get_field_queryset(self, db, db_field, request):
        """The choices as their own screen reads them, with all that their names need."""
        related = db_field.remote_field.model
        if self.admin_site.is_registered(related):
            return self.admin_site.get_model_admin(related).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)
