"""The screen of organizations, and what schools' own screen shares with it."""

from django.contrib import admin

from partners.access import reads_people
from partners.admin.filters import KindFilter
from partners.columns import ORGANIZATIONS
from partners.filters import PartnerFilters
from partners.imports import ContactImport, OrganizationImport
from partners.models import Contact, FormerName, Organization, OrganizationKind
from portal.admin.base import RecordAdmin
from portal.admin.filters import from_filterset
from portal.admin.lists import in_order
from portal.admin.merging.duplicates import NearForm
from portal.admin.rows import RowInline


class FormerNameInline(RowInline):
    model = FormerName


class ContactInline(RowInline):
    model = Contact
    named_through = ["organization"]


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    list_display = ["shown_name", "kind_words", "subdistrict", "code"]
    list_filter = [KindFilter, from_filterset(PartnerFilters, "district"), "affiliation"]
    list_select_related = ["subdistrict__district"]
    form = NearForm
    identifying_fields = ("name", "kind", "smis_code", "moe_code")
    sheet = ORGANIZATIONS
    imports = (OrganizationImport, ContactImport)
    autocomplete_fields = ["subdistrict"]
    inlines = [FormerNameInline, ContactInline]
    fieldsets = [
        (None, {"fields": ["kind", "name", "public_role", "code"]}),
        ("ที่ตั้ง", {"fields": ["subdistrict", "address"]}),
        ("ระยะเวลา", {"fields": [("active_from", "active_to")]}),
        ("เฉพาะโรงเรียนและศูนย์พัฒนาเด็กเล็ก", {"fields": ["affiliation", ("smis_code", "moe_code")]}),
    ]
    public_fieldsets = [(None, {"fields": ["kind", "public_role", "code"]})]
    telling = {"name", "sort_key", "search_key", "spellings", "source_note", "address"}

    def get_fieldsets(self, request, obj=None):
        """Of a private person only what anybody may know, unless names may be seen."""
        if obj and obj.is_person and not reads_people(request.user):
            return self.public_fieldsets
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request, obj):
        if reads_people(request.user):
            return super().get_inlines(request, obj)
        hidden = {ContactInline, FormerNameInline} if obj and obj.is_person else {ContactInline}
        return [inline for inline in super().get_inlines(request, obj) if inline not in hidden]

    def get_search_results(self, request, queryset, search_term):
        """A private person is found by name only by those who may see it."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        if search_term and not reads_people(request.user):
            found = found.exclude(kind=OrganizationKind.PERSON)
        return found, doubled

    def near_records(self, request, record):
        found = super().near_records(request, record)
        return found if reads_people(request.user) else found.exclude(kind=OrganizationKind.PERSON)

    def near_label(self, request, record):
        name = self.name_for(request, record) if record.is_person else record.full_name
        return f"{name} ({record.subdistrict or record.address or record.code})"

    def lookup_allowed(self, lookup, value, request):
        """No name is guessed letter by letter through the list's address."""
        telling = lookup.split("__")[0] in self.telling
        return super().lookup_allowed(lookup, value, request) and (not telling or reads_people(request.user))

    def name_for(self, request, record):
        if record.is_person and reads_people(request.user):
            return f"{record.name} ({record.public_role})"
        return str(record)

    def read_page(self, request, records):
        """The names that this user may read."""
        for organization in records:
            organization.shown = organization.display_name(request.user, short=True)

    @admin.display(description="ชื่อ", ordering="sort_key")
    def shown_name(self, organization):
        return organization.shown

    @admin.display(description="ประเภท", ordering=in_order("kind", OrganizationKind))
    def kind_words(self, organization):
        return organization.get_kind_display()
