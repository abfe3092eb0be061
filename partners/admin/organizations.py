"""The screen of organizations, and the filter and rows that other screens share with it."""

from django.contrib import admin

from partners.columns import ORGANIZATIONS
from partners.filters import PartnerFilters
from partners.imports import ContactImport, OrganizationImport
from partners.models import Contact, FormerName, Organization, OrganizationKind
from portal.admin.base import RecordAdmin
from portal.admin.filters import PathFilter, from_filterset
from portal.admin.forms import fieldset
from portal.admin.lists import choice_display
from portal.admin.merging.duplicates import NearForm
from portal.admin.rows import RowInline
from portal.roles import reads_people

PEOPLE_FIELDS = {"person", "phone", "signatory_name"}


class KindFilter(PathFilter):
    """The kinds of organization that occur in the list."""

    title = "ประเภท"
    parameter_name = "kind"
    path = "kind"

    def lookups(self, request, model_admin):
        used = set(model_admin.model.objects.order_by().values_list(self.path, flat=True).distinct())
        return [(kind.value, kind.label) for kind in OrganizationKind if kind in used]


class PeopleInline(RowInline):
    """Rows that hide names and phones of people from users who may not read them; each line of boxes is a tuple."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if reads_people(request.user):
            return fieldsets
        visible = []
        for name, options in fieldsets:
            lines = [tuple(box for box in line if box not in PEOPLE_FIELDS) for line in options["fields"]]
            visible.append((name, options | {"fields": lines}))
        return visible


class FormerNameInline(RowInline):
    model = FormerName


class ContactInline(RowInline):
    model = Contact
    named_through = ["organization"]


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    list_display = ["shown_name", "kind_words", "subdistrict", "code"]
    kind_words = choice_display("kind", "ประเภท", OrganizationKind)
    list_filter = [KindFilter, from_filterset(PartnerFilters, "district"), "affiliation"]
    list_select_related = ["subdistrict__district"]
    form = NearForm
    identifying_fields = ("name", "kind", "smis_code", "moe_code")
    sheet = ORGANIZATIONS
    imports = (OrganizationImport, ContactImport)
    autocomplete_fields = ["subdistrict"]
    inlines = [FormerNameInline, ContactInline]
    fieldsets = [
        fieldset(None, "kind", "name", "public_role", "code"),
        fieldset("ที่ตั้ง", "subdistrict", "address"),
        fieldset("ระยะเวลา", ("active_from", "active_to")),
        fieldset("เฉพาะโรงเรียนและศูนย์พัฒนาเด็กเล็ก", "affiliation", ("smis_code", "moe_code")),
    ]
    public_fieldsets = [fieldset(None, "kind", "public_role", "code")]
    name_lookups = {"name", "sort_key", "search_key", "spellings", "source_note", "address"}

    def get_fieldsets(self, request, obj=None):
        """Return only the public boxes of a private person to users who may not read people."""
        if obj and obj.is_person and not reads_people(request.user):
            return self.public_fieldsets
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request, obj):
        if reads_people(request.user):
            return super().get_inlines(request, obj)
        hidden = {ContactInline, FormerNameInline} if obj and obj.is_person else {ContactInline}
        return [inline for inline in super().get_inlines(request, obj) if inline not in hidden]

    def get_search_results(self, request, queryset, search_term):
        """Exclude private persons from searches by users who may not read people."""
        found, has_duplicates = super().get_search_results(request, queryset, search_term)
        if search_term and not reads_people(request.user):
            found = found.exclude(kind=OrganizationKind.PERSON)
        return found, has_duplicates

    def near_records(self, request, record):
        found = super().near_records(request, record)
        return found if reads_people(request.user) else found.exclude(kind=OrganizationKind.PERSON)

    def near_label(self, request, record):
        name = self.name_for(request, record) if record.is_person else record.full_name
        return f"{name} ({record.subdistrict or record.address or record.code})"

    def lookup_allowed(self, lookup, value, request):
        """Refuse lookups in the address that would let a user guess hidden names letter by letter."""
        if lookup.split("__")[0] in self.name_lookups and not reads_people(request.user):
            return False
        return super().lookup_allowed(lookup, value, request)

    def name_for(self, request, record):
        if record.is_person and reads_people(request.user):
            return f"{record.name} ({record.public_role})"
        return str(record)

    def read_page(self, request, records):
        """Read the names that the user may read."""
        for organization in records:
            organization.shown_name = organization.display_name(request.user, short=True)

    @admin.display(description="ชื่อ", ordering="sort_key")
    def shown_name(self, organization):
        return organization.shown_name
