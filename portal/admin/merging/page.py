"""The admin's page to merge two records: choose the other, see what changes, confirm."""

from django import forms
from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from portal.admin.merging.merger import merge, plan_merger


class OtherForm(forms.Form):
    """The record to merge into another and delete."""

    def __init__(self, screen, request, target):
        super().__init__(request.POST if request.method == "POST" else request.GET or None)
        pointers = [relation.field for relation in target._meta.concrete_model._meta.related_objects]
        box = next(f for f in pointers if not f.many_to_many and f.remote_field.model is screen.model)
        self.target = target
        self.fields["other"] = forms.ModelChoiceField(
            screen.get_queryset(request).exclude(pk=target.pk),
            label="รายการที่จะรวมเข้ามา",
            widget=AutocompleteSelect(box, screen.admin_site),
        )

    def clean_other(self):
        other = self.cleaned_data["other"]
        if refusal := self.target.merge_refusal(other):
            raise ValidationError(refusal)
        return other


def merge_page(screen, request, object_id):
    """Show what merging another record into this one changes; merge when the form is sent."""
    target = screen.get_object(request, object_id)
    if target is None:
        raise Http404
    if not may_merge(screen, request, target):
        raise PermissionDenied
    form = OtherForm(screen, request, target)
    other = form.cleaned_data["other"] if form.is_bound and form.is_valid() else None
    if other and request.method == "POST":
        name = str(other)
        try:
            merge(target, other, user=request.user)
        except ValidationError as error:
            form.add_error(None, [f"รวมไม่ได้: {sentence}" for sentence in error.messages])
            other = None
        else:
            screen.after_change(request, target)
            messages.success(request, f"รวม “{name}” เข้ากับ “{target}” แล้ว สิ่งที่ย้ายมาดูได้ในประวัติ")
            return redirect(admin_urlname(screen.opts, "change"), target.pk)
    context = screen.admin_site.each_context(request) | {
        "title": f"รวมรายการอื่นเข้ากับ{screen.name_for(request, target)}",
        "form": form,
        "target": target,
        "other": other,
        "plan": plan_merger(target, other) if other else None,
        "opts": screen.opts,
        "media": screen.media + form.media,
    }
    return render(request, "portal/admin/merge.html", context)


def may_merge(screen, request, record):
    """Return whether a user may change one record and delete another."""
    return screen.has_change_permission(request, record) and screen.has_delete_permission(request, record)
