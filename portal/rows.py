"""The rows of a record on its own screen: boxes that ask the database little, places in an order, years to begin with."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from portal.chosen import opening_year
from portal.forms import ThaiForms


class RowAutocomplete(AutocompleteSelect):
    """The box of a row that has read what it chose, and asks the database only for another choice."""

    chosen = None

    def optgroups(self, name, value, attrs=None):
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, value[0], str(self.chosen), True, len(options)))
        return [(None, options, 0)]


class RowFormSet(forms.BaseInlineFormSet):
    """The rows of a record; one without a place in their order goes to the end.

    The boxes of a row are given what it was read with.
    """

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            if form.instance._state.adding:
                form.initial["order"] = None
        for name, field in form.fields.items():
            box = getattr(field.widget, "widget", None)
            if isinstance(box, RowAutocomplete):
                box.chosen = form.instance._state.fields_cache.get(name)

    def get_unique_error_message(self, unique_check):
        """Names the fields by their labels, where Django says the names of the columns."""
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
    """Rows of a record; `named_through` are the relations that a row's name and boxes are made from."""

    extra = 0
    formset = RowFormSet
    named_through = ()

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.named_through) if self.named_through else queryset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class YearFormSet(RowFormSet):
    """Rows of a fiscal year each; a row to be added bears one, and counts as filled because of it."""

    @property
    def empty_form(self):
        form = super().empty_form
        form.initial["fiscal_year"] = self.opening_year
        return form


class YearInline(RowInline):
    """Rows of a fiscal year each; a row to be added begins with the year last chosen."""

    formset = YearFormSet

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.opening_year = opening_year(request)
        return formset
