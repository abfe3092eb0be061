"""The screen of schools."""

from django.contrib import admin
from django.db.models import prefetch_related_objects
from django.utils import timezone

from networks.admin.accounts import SchoolAccountInline, accounts_page, confirm_page
from networks.columns import SCHOOLS
from networks.filters import SchoolFilters
from networks.imports import SchoolImport
from networks.models import School, SchoolAccount, SchoolYear
from networks.models.schools import newest_number, prefetch_networks
from partners.admin import OrganizationAdmin
from partners.admin.organizations import KindFilter
from partners.imports import ContactImport
from partners.models import Affiliation, OrganizationKind
from portal.admin.filters import YesNoFilter, from_filterset
from portal.admin.forms import fieldset
from portal.admin.lists import choice_display
from portal.admin.rows import RowInline
from portal.templatetags.thai import number


class AccountFilter(YesNoFilter):
    title = "บัญชีผู้อำนวยการ"
    parameter_name = "account"
    yes, no = "มี", "ยังไม่มี"

    def matching(self, queryset):
        return queryset.filter(pk__in=SchoolAccount.objects.present().values("school"))


class SchoolYearInline(RowInline):
    model = SchoolYear
    named_through = ["school"]


@admin.register(School)
class SchoolAdmin(OrganizationAdmin):
    list_display = [
        "shown_name",
        "affiliation_words",
        "district",
        "networks",
        "pupils",
        "smis_code",
        "moe_code",
        "code",
    ]
    affiliation_words = choice_display("affiliation", "สังกัด", Affiliation)
    list_filter = [
        from_filterset(SchoolFilters, "network"),
        from_filterset(SchoolFilters, "district"),
        "affiliation",
        KindFilter,
        AccountFilter,
    ]
    sheet = SCHOOLS
    imports = (SchoolImport, ContactImport)
    inlines = [SchoolYearInline, *OrganizationAdmin.inlines, SchoolAccountInline]
    actions = ["make_accounts"]
    fieldsets = [
        fieldset(None, "kind", "name", "affiliation", ("smis_code", "moe_code"), "code"),
        fieldset("ที่ตั้ง", "subdistrict", "address"),
        fieldset("ระยะเวลา", ("active_from", "active_to")),
    ]

    def get_urls(self):
        return [self.page("accounts", "accounts/", accounts_page), *super().get_urls()]

    def get_inlines(self, request, obj):
        """Leave out the accounts of a school that is not saved yet."""
        return [row for row in super().get_inlines(request, obj) if obj or row is not SchoolAccountInline]

    def has_account_permission(self, request, obj=None):
        return request.user.has_perm("networks.add_schoolaccount")

    @admin.action(description="ทำบัญชีผู้อำนวยการ", permissions=["account"])
    def make_accounts(self, request, queryset):
        return confirm_page(self, request, queryset)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["choices"] = [(kind.value, kind.label) for kind in OrganizationKind.schools()]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def read_page(self, request, records):
        super().read_page(request, records)
        prefetch_related_objects(records, "years", prefetch_networks(timezone.localdate(), request.user))

    @admin.display(description="อำเภอ", ordering="subdistrict__district__sort_key")
    def district(self, school):
        return school.subdistrict and school.subdistrict.district.name

    @admin.display(description="เครือข่าย")
    def networks(self, school):
        return school.network_names

    @admin.display(description="นักเรียน", ordering=newest_number("pupils"))
    def pupils(self, school):
        year = school.newest_year
        return f"{number(year.pupils)} ({year.academic_year})" if year else None

    def get_changeform_initial_data(self, request):
        return {"kind": OrganizationKind.SCHOOL} | super().get_changeform_initial_data(request)
