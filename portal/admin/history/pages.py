"""The admin's pages of a record's history, and of the restoring of an earlier version."""

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render

from portal.admin.conflicts import moment_words
from portal.admin.history.values import Values
from portal.admin.history.versions import history_entries, restorable_fields, restore, with_related_keys

ENTRIES = 50


def history_context(screen, request, record):
    """Return a page of a record's history for the template; every version but the present can be restored."""
    pages = Paginator(history_entries(screen, request, record), ENTRIES)
    page = pages.get_page(request.GET.get(PAGE_VAR, 1))
    return {
        "entries": page,
        "page_range": pages.get_elided_page_range(page.number),
        "may_restore": screen.has_change_permission(request, record),
        "present": record.history.values_list("pk", flat=True).first(),
        "title": f"ประวัติของ{screen.name_for(request, record)}",
    }


def restore_page(screen, request, object_id, version):
    """Show what restoring a version changes; restore it when the form is sent."""
    record = screen.get_object(request, object_id)
    if record is None:
        raise Http404
    if not screen.has_change_permission(request, record):
        raise PermissionDenied
    (entry,) = with_related_keys(record.history.filter(pk=version)) or [None]
    if entry is None or entry.history_type == "-":
        raise Http404
    (present,) = with_related_keys(record.history.all()[:1])
    fields = restorable_fields(screen, request, record)
    values = Values(screen, request, [(side, field) for field in fields for side in (present, entry)])
    words = [
        (field.verbose_name, values.words(present, field), values.words(entry, field)) for field in fields
    ]
    when = moment_words(entry.history_date)
    reasons = []
    if request.method == "POST":
        try:
            restore(record, entry, fields, f"คืนค่าเดิมของ{when}")
        except ValidationError as error:
            reasons = error.messages
        else:
            screen.after_change(request, record)
            messages.success(request, f"คืนค่าเดิมของ{when} แล้ว ค่าก่อนหน้านี้ยังอยู่ในประวัติ")
            return redirect(admin_urlname(screen.opts, "history"), record.pk)
    context = screen.admin_site.each_context(request) | {
        "title": f"คืนค่าเดิมของ{screen.name_for(request, record)}",
        "when": when,
        "changes": [change for change in words if change[1] != change[2]],
        "reasons": reasons,
        "object": record,
        "opts": screen.opts,
    }
    return render(request, "portal/admin/restore.html", context)
