"""The base of screens whose records are drafts, confirmed or cancelled."""

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from portal.admin.base import RecordAdmin
from portal.admin.lists import in_order, status_words
from portal.records import Publication


class PublishedAdmin(RecordAdmin):
    """A screen of records that the public sees once confirmed; a change by a user without the right undoes that."""

    actions = ["confirm", "draft"]
    continue_words = ""
    continue_advice = ""
    change_form_template = "portal/admin/published_change_form.html"

    def has_confirm_permission(self, request, obj=None):
        codename = get_permission_codename("confirm", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "status_words"]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        context = {"may_confirm": self.has_confirm_permission(request), "continue_words": self.continue_words}
        return super().changeform_view(request, object_id, form_url, context | (extra_context or {}))

    def get_urls(self):
        view = PublishedAdmin.continue_view
        return [self.page("continue", "<path:object_id>/continue/", view), *super().get_urls()]

    @method_decorator(require_POST)
    def continue_view(self, request, object_id):
        """Open the draft that continues a record; make it if there is none."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404
        draft = self.continued_by(record)
        if draft:
            messages.info(request, f"มีรายการที่ทำต่อจากรายการนี้แล้ว คือ {draft}")
        else:
            draft = self.make_continuation(record)
            self.log_addition(request, draft, [{"added": {}}])
            messages.success(request, f"ทำร่าง “{draft}” แล้ว {self.continue_advice}")
        return redirect(admin_urlname(self.opts, "change"), draft.pk)

    def save_model(self, request, obj, form, change):
        """Save a record with the status of the pressed button."""
        status = request.POST.get("_status")
        if status == Publication.CONFIRMED and not self.has_confirm_permission(request):
            raise PermissionDenied
        if status in Publication.values:
            obj.status = status
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            self.after_change(request, form.instance)

    def after_change(self, request, record):
        if record.status == Publication.CONFIRMED and not self.has_confirm_permission(request):
            record.status = Publication.DRAFT
            record.save(update_fields=["status"])
            messages.warning(request, f"{record} กลับเป็นร่างเพราะมีการแก้ไขหลังยืนยัน โปรดแจ้งผู้มีสิทธิ์ให้ยืนยันอีกครั้ง")

    def construct_change_message(self, request, form, formsets, add=False):
        changes = super().construct_change_message(request, form, formsets, add)
        if request.POST.get("_status") in Publication.values and not add:
            changes.append({"changed": {"fields": [f"สถานะเป็น “{form.instance.get_status_display()}”"]}})
        return changes

    @admin.display(description="สถานะ", ordering=in_order("status", Publication))
    def status_words(self, record):
        return status_words(record)

    @admin.action(description="ยืนยันรายการที่เลือก", permissions=["confirm"])
    def confirm(self, request, queryset):
        self._set_status(request, queryset, Publication.CONFIRMED)

    @admin.action(description="เปลี่ยนรายการที่เลือกเป็นร่าง", permissions=["change"])
    def draft(self, request, queryset):
        self._set_status(request, queryset, Publication.DRAFT)

    def _set_status(self, request, queryset, status):
        changed = list(queryset.exclude(status=status))
        for record in changed:
            record.status = status
            record.save(update_fields=["status"])
            self.log_change(request, record, [{"changed": {"fields": [f"สถานะเป็น “{status.label}”"]}}])
        messages.success(request, f"เปลี่ยน {len(changed)} รายการเป็น “{status.label}” แล้ว")
