"""The admin site, and the ground that every admin screen stands on."""

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.utils import timezone

from portal.chosen import choose_year, chosen_year
from portal.fields import ThaiDateField, ThaiDateFormField
from portal.forms import CalendarInput
from portal.models import District, Office, Province, Subdistrict
from portal.thai.dates import fiscal_year, format_date, format_period
from portal.thai.keys import search_key


class PortalAdminSite(admin.AdminSite):
    """The site of the staff; it registers the ground itself, since this module is read before it exists."""

    site_header = "ภาคี · ระบบบันทึกข้อมูล"
    site_title = "ภาคี"
    index_title = "บันทึกข้อมูล"

    def __init__(self, name="admin"):
        super().__init__(name)
        self.register(Office, OfficeAdmin)
        self.register([Province, District, Subdistrict], PlaceAdmin)

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)


class Suggestions(AutocompleteJsonView):
    """What a box suggests: records by the names that their own screen gives to whoever asks."""

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {
            "text": self.model_admin.name_for(self.request, obj)
        }


class ThaiForms:
    """What forms and inlines share: dates in พ.ศ., files without a public link, choices that name themselves."""

    formfield_overrides = {
        ThaiDateField: {"form_class": ThaiDateFormField, "widget": CalendarInput},
        models.FileField: {"widget": forms.FileInput},
        models.ImageField: {"widget": forms.FileInput},
    }

    def get_field_queryset(self, db, db_field, request):
        """The choices as their own screen reads them, with all that their names need."""
        related = db_field.remote_field.model
        if self.admin_site.is_registered(related):
            return self.admin_site.get_model_admin(related).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)


class RowAutocomplete(AutocompleteSelect):
    """The box of a row that has read what it chose, and asks the database only for another choice."""

    chosen = None

    def optgroups(self, name, value, attrs=None):
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options.append(self.create_option(name, value[0], str(self.chosen), True, len(options)))
        return [(None, options, 0)]


def opening_year(request):
    """The fiscal year a new form begins with: the one last chosen, else today's."""
    return chosen_year(request) or fiscal_year(timezone.localdate())


class RowFormSet(forms.BaseInlineFormSet):
    """The rows of a record; their boxes are given what the rows were read with."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, field in form.fields.items():
            box = getattr(field.widget, "widget", None)
            if isinstance(box, RowAutocomplete):
                box.chosen = form.instance._state.fields_cache.get(name)


class RowInline(ThaiForms, admin.TabularInline):
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


class PortalAdmin(ThaiForms, admin.ModelAdmin):
    """A screen of any model; `named_through` are the relations that a record's name is made from."""

    list_per_page = 50
    named_through = ()

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.named_through) if self.named_through else queryset

    def name_for(self, request, record):
        """What a box calls a record, for whoever asks."""
        return str(record)

    def get_changeform_initial_data(self, request):
        return {"fiscal_year": opening_year(request)} | super().get_changeform_initial_data(request)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if year := form.cleaned_data.get("fiscal_year"):
            choose_year(request, year)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if isinstance(formset, YearFormSet):
            for row in formset.new_objects:
                choose_year(request, row.fiscal_year)


class KeyedAdmin(PortalAdmin):
    """A screen of records found by their stored key or their code; autocomplete finds them alike."""

    search_fields = ["search_key"]
    search_help_text = "ชื่อ ชื่อย่อ การสะกดอื่น หรือรหัส"

    def get_search_results(self, request, queryset, search_term):
        term = search_term.replace("\0", "").strip()
        if not term:
            return queryset, False
        by_code = queryset.filter(code__iexact=term)
        return (queryset.search(term) | by_code if search_key(term) else by_code), False


class RecordAdmin(KeyedAdmin):
    """A screen of records with a code given once, and what is kept for the office alone."""

    internal = ("ภายใน", {"classes": ["collapse"], "fields": ["spellings", "source_note"]})

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), self.internal]

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        return [*readonly, "code"] if obj else readonly

    @admin.display(description="ชื่อ", ordering="sort_key")
    def named(self, record):
        return str(record)


class PlaceAdmin(KeyedAdmin):
    """The official places, to look up and never to change."""

    list_display = ["__str__", "code"]
    search_help_text = "ชื่อหรือรหัสกรมการปกครอง"

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.named_through = {District: ["province"], Subdistrict: ["district"]}.get(model, [])

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class OfficeAdmin(PortalAdmin):
    """The one office."""

    list_display = ["name", "short_name"]
    autocomplete_fields = ["districts"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Office.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False


def day_words(day):
    """A day for a list column, or nothing while it is unknown."""
    return format_date(day, "short") if day else None


def period_words(first, last):
    """A partial date for a list column, or nothing while it is unknown."""
    return format_period(first, last, "short") if first and last else None
