"""The rows of a record on its screen: boxes with few queries, an order, a year to begin with."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.forms.formsets import INITIAL_FORM_COUNT

from portal.admin.forms import ThaiForms
from portal.query_params import opening_year


class RowAutocomplete(AutocompleteSelect):
    """A box of a row that queries the database only for another choice than the stored one."""

    chosen = None

    def optgroups(self, name, value, attrs=None):
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, value[0], str(self.chosen), True, len(options)))
        return [(None, options, 0)]


class RowFormSet(forms.BaseInlineFormSet):
    """The rows of a record; rows without an order go to the end, rows that were deleted meanwhile are added again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self._restore_deleted()

    def _restore_deleted(self):
        """Move deleted rows behind the stored ones, as if they had just been added."""
        key, count = self.model._meta.pk.name, self.initial_form_count()
        keys = {number: self.data.get(f"{self.add_prefix(number)}-{key}") for number in range(count)}
        missing = set(keys.values()) - {str(row.pk) for row in self.get_queryset()} - {"", None}
        if missing:
            existing = self.model._base_manager.filter(pk__in=missing).values_list("pk", flat=True)
            missing -= {str(pk) for pk in existing}
        deleted = [number for number, pk in keys.items() if pk in missing]
        if not deleted:
            return
        stored = [number for number in keys if number not in deleted]
        order = [*stored, *deleted, *range(count, self.total_form_count())]
        self.data, self.files = self._in_order(self.data, order), self._in_order(self.files, order)
        self.data[f"{self.prefix}-{INITIAL_FORM_COUNT}"] = str(len(stored))
        for number in range(len(stored), count):
            self.data[f"{self.add_prefix(number)}-{key}"] = ""
        del self.management_form

    def _in_order(self, sent, order):
        """Return sent data with the rows in another order."""
        moved = sent.copy()
        for number in order:
            for name in [name for name in sent if name.startswith(f"{self.add_prefix(number)}-")]:
                del moved[name]
        for place, number in enumerate(order):
            old = f"{self.add_prefix(number)}-"
            for name in [name for name in sent if name.startswith(old)]:
                moved.setlist(f"{self.add_prefix(place)}-{name.removeprefix(old)}", sent.getlist(name))
        return moved

    @property
    def empty_form(self):
        """A row to be added; its fiscal year is the one last chosen, and makes it count as filled."""
        form = super().empty_form
        if "fiscal_year" in form.fields:
            form.initial["fiscal_year"] = self.opening_year
        return form

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            if form.instance._state.adding:
                form.initial["order"] = None
        for name, field in form.fields.items():
            box = getattr(field.widget, "widget", None)
            if isinstance(box, RowAutocomplete):
                box.chosen = form.instance._meta.get_field(name).get_cached_value(form.instance, default=None)

    def get_unique_error_message(self, unique_check):
        """Return the message with the labels of the fields, not their names."""
        own = [self.model._meta.get_field(name) for name in unique_check if name != self.fk.name]
        return super().get_unique_error_message([field.verbose_name for field in own])

    def save_new(self, form, commit=True):
        self._put_last(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self._put_last(obj)
        return super().save_existing(form, obj, commit)

    def _put_last(self, row):
        if getattr(row, "order", 0) is None:
            row.order = 1 + max((form.instance.order or 0 for form in self.forms), default=0)


class RowInline(ThaiForms, admin.StackedInline):
    """The rows of a record on its screen."""

    extra = 0  # blank rows on a new record; a stored one opens without
    formset = RowFormSet

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else self.extra

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.opening_year = opening_year(request)
        return formset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
