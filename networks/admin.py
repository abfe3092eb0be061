"""The screens of schools, kinds of group, groups and what they did each year."""

from django.contrib import admin

from networks.models import (
    Group,
    GroupKind,
    GroupResult,
    GroupYear,
    KindDuty,
    KindYear,
    LearningStrand,
    Meeting,
    Membership,
    School,
    SchoolYear,
)
from partners.admin import OrganizationAdmin, sees_people
from partners.models import OrganizationKind
from portal.admin import PortalAdmin, RecordAdmin, RowInline, YearInline


class SchoolYearInline(RowInline):
    model = SchoolYear
    named_through = ["school"]


@admin.register(School)
class SchoolAdmin(OrganizationAdmin):
    list_display = ["named", "kind", "affiliation", "subdistrict", "smis_code", "moe_code", "code"]
    list_filter = ["affiliation", "kind"]
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

    def get_changeform_initial_data(self, request):
        return {"kind": OrganizationKind.SCHOOL} | super().get_changeform_initial_data(request)


@admin.register(LearningStrand)
class LearningStrandAdmin(PortalAdmin):
    list_display = ["name", "order"]


class KindDutyInline(RowInline):
    model = KindDuty


class KindYearInline(YearInline):
    model = KindYear
    named_through = ["kind"]


@admin.register(GroupKind)
class GroupKindAdmin(PortalAdmin):
    list_display = ["name", "unit", "scope", "formality", "order"]
    list_filter = ["scope", "formality"]
    inlines = [KindDutyInline, KindYearInline]
    fieldsets = [
        (None, {"fields": ["name", "unit", "order", ("scope", "formality"), "purpose", "usual_seats"]}),
        ("ลักษณะ", {"fields": ["schools_belong", "covers_strands", "works_in_teams", "members_hidden"]}),
    ]


class MembershipInline(RowInline):
    model = Membership
    named_through = ["organization"]
    autocomplete_fields = ["organization"]

    def get_exclude(self, request, obj=None):
        return [] if sees_people(request) else ["person", "phone"]


class GroupYearInline(YearInline):
    model = GroupYear
    named_through = ["group"]
    show_change_link = True


class MeetingInline(RowInline):
    model = Meeting
    named_through = ["group", "document"]
    autocomplete_fields = ["document"]


@admin.register(Group)
class GroupAdmin(RecordAdmin):
    list_display = ["named", "kind", "order", "subdistrict", "strand", "code"]
    list_filter = ["kind"]
    list_select_related = ["kind", "subdistrict__district", "strand"]
    autocomplete_fields = ["order_document", "district", "subdistrict"]
    inlines = [MembershipInline, GroupYearInline, MeetingInline]
    fieldsets = [
        (None, {"fields": ["kind", "name", "order", "strand", ("district", "subdistrict"), "code"]}),
        ("เฉพาะกลุ่มนี้", {"fields": [("scope", "formality"), "purpose", "duties"]}),
        ("การแต่งตั้ง", {"fields": ["order_document", ("established_on", "dissolved_on")]}),
    ]


class GroupResultInline(RowInline):
    model = GroupResult


@admin.register(GroupYear)
class GroupYearAdmin(PortalAdmin):
    list_display = ["group", "fiscal_year", "teams", "people_per_team"]
    list_filter = ["fiscal_year"]
    list_select_related = ["group"]
    named_through = ["group"]
    search_fields = ["group__search_key"]
    autocomplete_fields = ["group"]
    inlines = [GroupResultInline]

    def get_search_results(self, request, queryset, search_term):
        if not search_term:
            return queryset, False
        groups, _ = self.admin_site.get_model_admin(Group).get_search_results(
            request, Group.objects.all(), search_term
        )
        return queryset.filter(group__in=groups.order_by()), False
