"""The admin's pages of a record's history: the acts in their order, and the restoring of an earlier version."""

from django.contrib import messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render

from portal.admin.conflicts import moment_words
from portal.admin.history.values import Values
from portal.admin.history.versions import acts_of, history_fields, restorable, restore, with_ties

ACTS = 50


def history_context(screen, request, record):
    """What was done to a record, a page at a time; every version but the present one can be restored."""
    pages = Paginator(acts_of(screen, request, record), ACTS)
    page = pages.get_page(request.GET.get(PAGE_VAR, 1))
    return {
        "acts": page,
        "page_range": pages.get_elided_page_range(page.number),
        "may_restore": screen.has_change_permission(request, record),
        "present": record.history.values_list("pk", flat=True).first(),
        "title": f"ประวัติของ{screen.name_for(request, record)}",
    }


def restore_page(screen, request, object_id, version):
    """Shows what would become of the record, and does it when confirmed."""
    record = screen.get_object(request, object_id)
    if record is None:
        raise Http404
    if not screen.has_change_permission(request, record):
        raise PermissionDenied
    (entry,) = with_ties(record.history.filter(pk=version), screen.model) or [None]
    if entry is None or entry.history_type == "-":
        raise Http404
    (present,) = with_ties(record.history.all()[:1], screen.model)
    fields = restorable(history_fields(screen, request, record))
    pairs = [(side, told) for told in fields for side in (present, entry)]
    values = Values(screen, request, pairs)
    words = [(told.verbose_name, values.words(present, told), values.words(entry, told)) for told in fields]
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
            return redirect(f"admin:{screen.opts.app_label}_{screen.opts.model_name}_history", record.pk)
    context = screen.admin_site.each_context(request) | {
        "title": f"คืนค่าเดิมของ{screen.name_for(request, record)}",
        "when": when,
        "changes": [change for change in words if change[1] != change[2]],
        "reasons": reasons,
        "object": record,
        "opts": screen.opts,
    }
    return render(request, "portal/admin/restore.html", context)
