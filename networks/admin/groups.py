"""The screens of groups, their members and their yearly results."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from networks.columns import GROUPS
from networks.imports import MembershipImport
from networks.models import Group, GroupResult, GroupYear, Meeting, Membership, Position
from networks.terms import NewTermForm, start_term
from partners.admin import PeopleInline
from portal.admin.base import PortalAdmin, RecordAdmin
from portal.admin.filters import DistrictListFilter, FiscalYearFilter, YesNoFilter
from portal.admin.forms import fieldset
from portal.admin.rows import RowInline
from portal.roles import reads_people


class AreaDistrictFilter(DistrictListFilter):
    """The district of a group's area."""

    def queryset(self, request, queryset):
        return queryset.in_district(self.value()) if self.value() else queryset


class TermEndedFilter(YesNoFilter):
    title = "วาระสิ้นสุดแล้ว"
    parameter_name = "term_ended"
    yes, no = "ใช่", "ไม่ใช่"

    def matching(self, queryset):
        return queryset.of_ended_term(timezone.localdate())


class MembershipInline(PeopleInline):
    """Memberships of the current and coming terms."""

    model = Membership
    extra = 1
    named_through = ["organization"]
    autocomplete_fields = ["organization"]
    ordering = ["order", "pk"]
    fieldsets = [
        fieldset(
            None,
            ("position", "organization", "person", "role"),
            ("from_on", "to_on", "phone", "is_public", "order"),
        ),
        fieldset("จำนวนที่นั่ง เมื่อหนึ่งแถวแทนหลายคน", ("seats_low", "seats_high", "seats_per"), collapsed=True),
    ]

    def get_queryset(self, request):
        ended = Membership.objects.ended(on=timezone.localdate())
        return super().get_queryset(request).exclude(pk__in=ended)


class PastMembershipInline(PeopleInline):
    """Memberships of past terms, read-only."""

    model = Membership
    verbose_name_plural = "สมาชิกวาระก่อน"
    classes = ["collapse"]
    named_through = ["organization"]
    ordering = ["-to_on", "order", "pk"]
    fields = [("position", "organization", "person", "role"), ("from_on", "to_on")]

    def get_queryset(self, request):
        return super().get_queryset(request).ended(on=timezone.localdate())

    def has_change_permission(self, request, obj=None):
        return False

    has_add_permission = has_delete_permission = has_change_permission


class GroupYearInline(RowInline):
    model = GroupYear
    named_through = ["group"]
    show_change_link = True
    fields = [("fiscal_year", "teams", "people_per_team"), "activities", "source_note"]


class MeetingInline(RowInline):
    model = Meeting
    named_through = ["group", "document"]
    autocomplete_fields = ["document"]
    fields = [("held_on", "place", "subject", "document")]


@admin.register(Group)
class GroupAdmin(RecordAdmin):
    list_display = ["named", "kind", "area", "chair", "members", "order_number", "code"]
    list_filter = ["kind", AreaDistrictFilter, "strand", TermEndedFilter]
    list_select_related = ["kind", "district__province", "subdistrict__district", "order_document"]
    ordering = ["kind", "order", "sort_key", "pk"]
    sheet = GROUPS
    imports = (MembershipImport,)
    autocomplete_fields = ["order_document", "district", "subdistrict"]
    inlines = [MembershipInline, PastMembershipInline, GroupYearInline, MeetingInline]
    fieldsets = [
        fieldset(None, ("kind", "name"), "order_document", ("established_on", "dissolved_on")),
        fieldset("พื้นที่และกลุ่มสาระ", ("district", "subdistrict", "strand"), collapsed=True),
        fieldset(
            "วัตถุประสงค์และหน้าที่เฉพาะของกลุ่มนี้",
            "purpose",
            "duties",
            ("scope", "formality"),
            ("order", "code"),
            collapsed=True,
        ),
    ]

    def get_urls(self):
        return [self.page("new_term", "<path:object_id>/new-term/", GroupAdmin.new_term), *super().get_urls()]

    def new_term(self, request, object_id):
        """Show the form of the next term; start the term when it is valid."""
        group = self.get_object(request, object_id)
        if group is None:
            raise Http404
        if not self.has_change_permission(request, group):
            raise PermissionDenied
        form = NewTermForm(group, request.POST or None)
        if form.is_valid():
            members = start_term(group, **form.cleaned_data)
            self.log_change(request, group, [{"changed": {"name": "วาระใหม่", "object": str(group)}}])
            messages.success(request, f"ยกสมาชิก {len(members)} รายการเข้าสู่วาระใหม่แล้ว วาระเดิมยังเก็บไว้ด้านล่าง")
            return redirect("admin:networks_group_change", group.pk)
        context = self.admin_site.each_context(request) | {
            "title": f"เริ่มวาระใหม่ของ{group}",
            "form": form,
            "group": group,
            "members": group.memberships.last_committee(on=timezone.localdate()).select_related(
                "organization"
            ),
            "opts": self.opts,
            "media": self.media + form.media,
        }
        return render(request, "networks/admin/new_term.html", context)

    def read_page(self, request, records):
        """Read today's members, and the chairs' names that the user may read."""
        today = timezone.localdate()
        seats = Membership.objects.active_between(today, today).select_related("organization")
        seats = seats.prefetch_related("organization__former_names")
        prefetch_related_objects(records, Prefetch("memberships", seats, to_attr="seats_today"))
        people = reads_people(request.user)
        for group in records:
            chairs = [seat for seat in group.seats_today if seat.position == Position.CHAIR]
            group.chair_names = [seat.display_name(today, people=people) for seat in chairs]

    @admin.display(description="พื้นที่", ordering="subdistrict__sort_key")
    def area(self, group):
        return group.subdistrict or group.district

    @admin.display(description="ประธาน")
    def chair(self, group):
        return ", ".join(group.chair_names)

    @admin.display(description="สมาชิกวันนี้")
    def members(self, group):
        return len(group.seats_today) or None

    @admin.display(description="คำสั่งเลขที่", ordering="order_document__sort_key")
    def order_number(self, group):
        return group.order_document and group.order_document.number


class GroupResultInline(RowInline):
    model = GroupResult


@admin.register(GroupYear)
class GroupYearAdmin(PortalAdmin):
    list_display = ["group_name", "fiscal_year", "teams", "people_per_team"]
    list_filter = [FiscalYearFilter]
    list_select_related = ["group"]
    named_through = ["group"]
    search_fields = ["group__search_key"]
    autocomplete_fields = ["group"]
    inlines = [GroupResultInline]

    def get_search_results(self, request, queryset, search_term):
        return self.search_related(request, queryset, search_term, group=Group), False

    @admin.display(description="เครือข่าย/ชมรม/คณะ", ordering="group__sort_key")
    def group_name(self, year):
        return year.group
