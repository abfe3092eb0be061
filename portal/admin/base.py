"""The ground that every admin screen stands on, and the screens of the office and the places."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.urls import path

from portal.admin.conflicts import GuardedForm
from portal.admin.deletion import holders, without_ties
from portal.admin.forms import ThaiForms
from portal.admin.history.pages import history_context, restore_page
from portal.admin.lists import PortalList
from portal.admin.merging.duplicates import NearForm, found_near, near_view
from portal.admin.merging.page import may_merge, merge_page
from portal.admin.rows import YearFormSet
from portal.chosen_year import choose_year, opening_year
from portal.models import District, Office, Province, Subdistrict
from portal.tables import import_pages as imports
from portal.tables.export import export_list
from portal.thai.dates import format_date, format_period
from portal.thai.digits import to_arabic
from portal.thai.keys import search_key


class PortalAdmin(ThaiForms, admin.ModelAdmin):
    """A screen of any model; `named_through` are the relations that a record's name is made from.

    `sheet` has the columns in which its list is exported, `imports` the kinds of files that its list takes in.
    """

    form = GuardedForm
    list_per_page = 50
    named_through = ()
    sheet = None
    imports = ()

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.named_through) if self.named_through else queryset

    def get_changelist(self, request, **kwargs):
        return PortalList

    def get_urls(self):
        own = []
        if self.sheet:
            own.append(self.page("export", "export/<str:form>/", export_list))
        if hasattr(self.model, "history"):
            own.append(self.page("restore", "<path:object_id>/history/<int:version>/", restore_page))
        if self.imports:
            address = "import/<str:name>/"
            own += [
                self.page("import", address, imports.start),
                self.page("import_look", f"{address}<int:pk>/", imports.look),
                self.page("import_file", f"{address}<str:what>.xlsx", imports.download),
            ]
        return [*own, *super().get_urls()]

    def page(self, name, route, view):
        """The address of a page of this screen that is made by a function."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(partial(view, self)), name=name)

    def history_view(self, request, object_id, extra_context=None):
        """Of a record with a history of its own, that; of an account, Django's log."""
        record = self.get_object(request, unquote(object_id)) if hasattr(self.model, "history") else None
        told = {"acts": None}
        if record and self.has_view_or_change_permission(request, record):
            told = history_context(self, request, record)
        return super().history_view(request, object_id, told | (extra_context or {}))

    def after_change(self, request, record):
        """What follows when a record was changed past its form."""

    def read_page(self, request, records):
        """Reads what the columns of a list tell beyond the records themselves, for a whole page at once."""

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
        if formset.model._meta.auto_created and formset.has_changed():
            form.instance.save(update_fields=[])
        if isinstance(formset, YearFormSet):
            for row in formset.new_objects:
                choose_year(request, row.fiscal_year)

    def get_deleted_objects(self, objs, request):
        deleted, counts, missing, protected = super().get_deleted_objects(objs, request)
        return *without_ties(deleted, counts), missing, holders(objs) if protected else []


class KeyedAdmin(PortalAdmin):
    """A screen of records found by their stored key or their code; autocomplete finds them alike.

    `found_through` are the relations whose names find a record too.
    """

    search_fields = ["search_key"]
    search_help_text = "ชื่อ ชื่อย่อ การสะกดอื่น หรือรหัส"
    found_through = ()

    def get_search_results(self, request, queryset, search_term):
        term = to_arabic(search_term.replace("\0", "").strip())
        if not term:
            return queryset, False
        by_code = queryset.filter(code__iexact=term)
        named = queryset.search(term, *self.found_through)
        return (named | by_code if search_key(term) else by_code), False

    @admin.display(description="ชื่อ", ordering="sort_key")
    def named(self, record):
        return str(record)


class RecordAdmin(KeyedAdmin):
    """A screen of records with a code given once, and what is kept for the office alone.

    `identifying_fields` are the boxes that tell one record from another, where `form` is a NearForm.
    """

    identifying_fields = ()
    internal = ("ภายใน", {"classes": ["collapse"], "fields": ["spellings", "source_note"]})

    def get_urls(self):
        merging = hasattr(self.model, "merge_refusal")
        own = [self.page("merge", "<path:object_id>/merge/", merge_page)] if merging else []
        own += [self.page("near", "near/", near_view)] if self.identifying_fields else []
        return [*own, *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        merging = hasattr(self.model, "merge_refusal") and may_merge(self, request, None)
        context = {"may_merge": merging} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if issubclass(form, NearForm):
            form.alike, form.identifying_fields = (
                staticmethod(partial(found_near, self, request)),
                self.identifying_fields,
            )
        return form

    def near_records(self, request, record):
        """The records that a new or renamed one may be, as far as whoever asks may find them."""
        return self.get_queryset(request).like(record)

    def near_label(self, request, record):
        """What tells a record from others of its name."""
        return self.name_for(request, record)

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), self.internal]

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        return [*readonly, "code"] if obj else readonly


@admin.register(Province, District, Subdistrict)
class PlaceAdmin(KeyedAdmin):
    """The official places, to look up and never to change."""

    list_display = ["named", "code"]
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


@admin.register(Office)
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
    """A partial date for a list column."""
    return format_period(first, last, "short") if first and last else "ไม่ระบุ"
