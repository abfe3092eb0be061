"""The screen of schools."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.utils import timezone

from networks.filters import NetworkFilter
from networks.imports import SchoolImport
from networks.models import School, SchoolYear
from networks.models.schools import networks_on
from networks.sheets import SchoolSheet
from partners.admin import OrganizationAdmin
from partners.filters import KindFilter
from partners.imports import ContactImport
from partners.models import Affiliation, OrganizationKind
from portal.filters import DistrictFilter
from portal.lists import in_order
from portal.rows import RowInline
from portal.templatetags.thai import UNKNOWN

NEWEST_PUPILS = Subquery(
    SchoolYear.objects.filter(school=OuterRef("pk")).order_by("-academic_year").values("pupils")[:1]
)


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
    list_filter = [NetworkFilter, DistrictFilter, "affiliation", KindFilter]
    sheet = SchoolSheet
    imports = (SchoolImport, ContactImport)
    inlines = [SchoolYearInline, *OrganizationAdmin.inlines]
    fieldsets = [
        (None, {"fields": ["kind", "name", "affiliation", ("smis_code", "moe_code"), "code"]}),
        ("ที่ตั้ง", {"fields": ["subdistrict", "address"]}),
        ("ระยะเวลา", {"fields": [("active_from", "active_to")]}),
    ]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["choices"] = [(kind.value, kind.label) for kind in OrganizationKind.schools()]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def read_page(self, request, records):
        super().read_page(request, records)
        prefetch_related_objects(records, "years", networks_on(timezone.localdate()))

    @admin.display(description="สังกัด", ordering=in_order("affiliation", Affiliation))
    def affiliation_words(self, school):
        return school.get_affiliation_display()

    @admin.display(description="อำเภอ", ordering="subdistrict__district__sort_key")
    def district(self, school):
        return school.subdistrict and school.subdistrict.district.name

    @admin.display(description="เครือข่าย")
    def networks(self, school):
        return school.network_names

    @admin.display(description="นักเรียน", ordering=NEWEST_PUPILS)
    def pupils(self, school):
        newest = school.newest_year
        if not newest:
            return None
        number = UNKNOWN if newest.pupils is None else f"{newest.pupils:,}"
        return f"{number} ({newest.academic_year})"

    def get_changeform_initial_data(self, request):
        return {"kind": OrganizationKind.SCHOOL} | super().get_changeform_initial_data(request)
