"""The base classes of the admin screens, and the screens of the office and the places."""

from functools import partial

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Q
from django.urls import path

from portal.admin.conflicts import GuardedForm
from portal.admin.deletion import describe_protected, without_link_rows
from portal.admin.forms import ThaiForms
from portal.admin.history.pages import history_context, restore_page
from portal.admin.lists import PortalList
from portal.admin.merging.duplicates import NearForm, find_near, near_view
from portal.admin.merging.page import may_merge, merge_page
from portal.models import District, Office, Province, Subdistrict
from portal.query_params import choose_year, opening_year
from portal.tables import import_pages as imports
from portal.tables.export import export_list
from portal.thai.digits import to_arabic
from portal.thai.keys import search_key


class PortalAdmin(ThaiForms, admin.ModelAdmin):
    """A screen of any model, with the ExportSheet and the kinds of import of its list."""

    form = GuardedForm
    list_per_page = 50
    sheet = None
    imports = ()

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
        """Return the URL pattern of a page of this screen, whose view takes the screen as its first argument."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(partial(view, self)), name=name)

    def history_view(self, request, object_id, extra_context=None):
        """Show the portal's history of a record that has one, else Django's log."""
        record = self.get_object(request, unquote(object_id)) if hasattr(self.model, "history") else None
        context = {"entries": None}
        if record and self.has_view_or_change_permission(request, record):
            context = history_context(self, request, record)
        return super().history_view(request, object_id, context | (extra_context or {}))

    def after_change(self, request, record):
        """Act on a change of a record that was not made by its form."""

    def search_related(self, request, queryset, search_term, **models):
        """Filter by the relations whose own lists find the term; `models` are their models by field."""
        if not search_term:
            return queryset
        found = Q()
        for field, model in models.items():
            screen = self.admin_site.get_model_admin(model)
            records, _ = screen.get_search_results(request, model.objects.order_by(), search_term)
            found |= Q(**{f"{field}__in": records.values("pk")})
        return queryset.filter(found)

    def read_page(self, request, records):
        """Read related figures for the records of a list page at once."""

    def name_for(self, request, record):
        """Return the name of a record in a box, as far as the user may read it."""
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
        for row in formset.new_objects:
            if hasattr(row, "fiscal_year"):
                choose_year(request, row.fiscal_year)

    def get_deleted_objects(self, objs, request):
        deleted, counts, missing, protected = super().get_deleted_objects(objs, request)
        return *without_link_rows(deleted, counts), missing, describe_protected(objs) if protected else []


class ReadOnly:
    """A mixin of screens on which records are only looked up."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class KeyedAdmin(PortalAdmin):
    """A screen whose search finds records by name or code, or by the names of the relations `found_through`."""

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
    """A screen of records with a code and internal notes; `identifying_fields` are those of a NearForm."""

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
            form.find_near = staticmethod(partial(find_near, self, request))
            form.identifying_fields = self.identifying_fields
        return form

    def near_records(self, request, record):
        """Return the near records of a new or renamed one that the user may find."""
        return self.get_queryset(request).like(record)

    def near_label(self, request, record):
        """Return a name that distinguishes a record from near ones."""
        return self.name_for(request, record)

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), self.internal]

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        return [*readonly, "code"] if obj else readonly


@admin.register(Province, District, Subdistrict)
class PlaceAdmin(ReadOnly, KeyedAdmin):
    """The screens of the official places."""

    list_display = ["named", "code"]
    search_help_text = "ชื่อหรือรหัสกรมการปกครอง"

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.named_through = {District: ["province"], Subdistrict: ["district"]}.get(model, [])


@admin.register(Office)
class OfficeAdmin(PortalAdmin):
    """The screen of the one office."""

    list_display = ["name", "short_name"]
    autocomplete_fields = ["districts"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Office.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False
