"""The forms of the admin: days with a Thai calendar, partial dates in one box, numbers as people write them."""

from collections import defaultdict

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models

from portal.admin.conflicts import GuardedForm
from portal.fields import (
    COUNT_INPUT,
    BahtFormField,
    BahtInput,
    CalendarInput,
    CountFormField,
    PeriodFormField,
    ThaiDateField,
    ThaiDateFormField,
)


class PeriodForm(GuardedForm):
    """A form with one box for the two columns of a partial date."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.boxes = {n: box for n, box in self.fields.items() if isinstance(box, PeriodFormField)}
        for name, box in self.boxes.items():
            first, last = (getattr(self.instance, column) for column in box.columns)
            if first:
                self.initial.setdefault(name, (first, last or first))

    def clean(self):
        """Set the first and last day of the record, None if the box cannot be read."""
        super().clean()
        for name, box in self.boxes.items():
            days = self.cleaned_data.get(name) or (None, None)
            for column, day in zip(box.columns, days, strict=True):
                setattr(self.instance, column, day)

    def add_error(self, field, error):
        """Add the errors of either column to the one box."""
        if hasattr(error, "error_dict"):
            box_of = {column: name for name, box in self.boxes.items() for column in box.columns}
            errors = defaultdict(list)
            for column, sentences in error.error_dict.items():
                errors[box_of.get(column, column)] += sentences
            error = ValidationError(errors)
        super().add_error(field, error)

    def _get_validation_exclusions(self):
        """Validate the two columns as if each had its own box."""
        columns = {column for box in self.boxes.values() for column in box.columns}
        return super()._get_validation_exclusions() - columns


class ThaiForms:
    """A mixin of screens and inlines: dates in พ.ศ., numbers as typed, files without a public link, plain choices.

    `named_through` are the relations that the names of records are made from.
    """

    named_through = ()

    formfield_overrides = {
        ThaiDateField: {"form_class": ThaiDateFormField, "widget": CalendarInput},
        models.DecimalField: {"form_class": BahtFormField, "widget": BahtInput},
        models.IntegerField: {"form_class": CountFormField, "widget": COUNT_INPUT},
        models.FileField: {"widget": forms.FileInput},
        models.ImageField: {"widget": forms.FileInput},
    }

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.named_through) if self.named_through else queryset

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave out the links to change or delete a related record, which has a screen of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Leave out select2's button to clear all, which breaks its list for screen readers."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field:
            field.widget.is_required = True
        return field

    def get_field_queryset(self, db, db_field, request):
        """Return the choices as read by their own screen, with all that their names need."""
        related = db_field.remote_field.model
        if self.admin_site.is_registered(related):
            return self.admin_site.get_model_admin(related).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)


def fieldset(title, *lines, collapsed=False):
    """Return a fieldset of a screen; a line is the name of a field or a tuple of names."""
    options = {"classes": ["collapse"]} if collapsed else {}
    return title, options | {"fields": list(lines)}
