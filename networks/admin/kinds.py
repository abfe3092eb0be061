"""The screens of the kinds of group and of the learning strands."""

from django.contrib import admin

from networks.models import GroupKind, KindDuty, KindYear, LearningStrand
from portal.admin.base import PortalAdmin
from portal.admin.forms import fieldset
from portal.admin.rows import RowInline


@admin.register(LearningStrand)
class LearningStrandAdmin(PortalAdmin):
    list_display = ["name", "order"]


class KindDutyInline(RowInline):
    model = KindDuty


class KindYearInline(RowInline):
    model = KindYear
    named_through = ["kind"]


@admin.register(GroupKind)
class GroupKindAdmin(PortalAdmin):
    list_display = ["name", "unit", "scope", "formality", "order"]
    search_fields = ["name"]
    list_filter = ["scope", "formality"]
    inlines = [KindDutyInline, KindYearInline]
    fieldsets = [
        fieldset(None, "name", "unit", "order", ("scope", "formality"), "purpose", "usual_seats"),
        fieldset("ลักษณะ", "schools_belong", "covers_strands", "works_in_teams", "members_hidden"),
    ]
