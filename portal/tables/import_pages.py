"""The pages of an import: the form to download and the upload, the preview with its questions, the writing."""

from itertools import chain

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from portal.downloads import attachment
from portal.tables.blank_form import blank_form
from portal.tables.cells import as_seen
from portal.tables.checking import Check
from portal.tables.export import spreadsheet
from portal.tables.import_kinds import may_import
from portal.tables.imported_files import Import
from portal.tables.plan import CHANGED, NEW, SAME, SKIPPED
from portal.tables.writing import ChangedMeanwhile, WrittenBefore, write

BIG = 500
MOST_SHOWN = 200
_HERE = "<!-- what the check found -->"
WORDS = {NEW: "ใหม่", CHANGED: "แก้ไข", SAME: "เหมือนเดิม", SKIPPED: "ข้าม"}


class UploadForm(forms.Form):
    file = forms.FileField(
        label="ไฟล์ Excel (.xlsx) หรือ CSV",
        help_text="ไม่เกิน 10 เมกะไบต์ และ 20,000 แถว",
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
    )


def start(model_admin, request, name):
    """Offer the blank form to download, and store an uploaded file."""
    kind = _find_kind(model_admin, request, name)
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        screen = f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"
        try:
            incoming = Import.store(kind, screen, form.cleaned_data["file"], request.user)
        except ValueError as error:
            form.add_error("file", str(error))
        else:
            return redirect(f"admin:{screen}_import_look", name, incoming.pk)
    context = _context(model_admin, request, kind) | {"form": form, "title": f"นำเข้า{kind.title}จาก Excel"}
    return render(request, "portal/tables/start.html", context)


def download(model_admin, request, name, what):
    """Return the blank form, or the records in the same columns."""
    kind = _find_kind(model_admin, request, name)
    title = kind.title.replace("/", "-")
    if what == "blank":
        return attachment(blank_form(kind), f"แบบนำเข้า-{title}.xlsx")
    rows = kind.sheet.rows(kind.exported_records(), request.user)
    return spreadsheet(kind.sheet.heads, rows, title, f"{title}.xlsx")


def look(model_admin, request, name, pk):
    """Show what would be written; store answers or write when a form is sent."""
    kind = _find_kind(model_admin, request, name)
    incoming = get_object_or_404(Import, pk=pk, kind=kind.name)
    if request.method == "POST" and not incoming.written_at:
        if "digest" in request.POST:
            _write(request, kind, incoming)
        else:
            _store_answers(request, incoming)
        return redirect(request.path)
    context = _context(model_admin, request, kind) | {"incoming": incoming, "title": f"ตรวจไฟล์: {kind.title}"}
    if incoming.written_at:
        return render(request, "portal/tables/done.html", context | {"title": f"นำเข้า{kind.title}แล้ว"})
    return _show_check(request, context, kind, incoming)


def _show_check(request, context, kind, incoming):
    """Return the page of a check; that of a big file is streamed while the check runs.

    Until all of such a page is there the menu beside it would stand in the way.
    """
    is_big = incoming.rows > BIG
    context |= {"is_nav_sidebar_enabled": not is_big}
    shell = render_to_string("portal/tables/look.html", context | {"checked": mark_safe(_HERE)}, request)
    before, after = shell.split(_HERE)
    pieces = chain([before], _run_check(request, context, kind, incoming), [after])
    return StreamingHttpResponse(pieces) if is_big else HttpResponse("".join(pieces))


def _run_check(request, context, kind, incoming):
    """Yield the progress of a check as HTML, then its result."""
    yield f'<div class="checking" role="status"><p>กำลังอ่านไฟล์ {incoming.rows:,} แถว</p>\n'
    check = Check(kind(request.user), incoming.read_table(), incoming.answers)
    for done in check.run():
        yield f"<p>ตรวจแล้ว {done:,} จาก {incoming.rows:,} แถว</p>\n"
    yield "</div>"
    plan = check.plan
    counts, mistakes = plan.counts, plan.mistakes
    changed = [planned for planned in plan.planned_rows if planned.changes]
    found = {
        "plan": plan,
        "counts": [(word, f"{counts[result]:,}") for result, word in WORDS.items() if counts[result]],
        "unknown": [(*head, _first_value(check.table, head[0])) for head in plan.heads.unknown],
        "to_write": f"{counts[NEW] + counts[CHANGED]:,}",
        "mistakes": mistakes[:MOST_SHOWN],
        "more_mistakes": len(mistakes[MOST_SHOWN:]),
        "questions": sorted(plan.questions.values(), key=lambda question: bool(question.answer))[:MOST_SHOWN],
        "changed": changed[:MOST_SHOWN],
        "more_changed": len(changed[MOST_SHOWN:]),
        "heads": kind.sheet.heads,
        "digest": plan.digest(),
    }
    yield render_to_string("portal/tables/_checked.html", context | found, request)


def _first_value(table, head):
    """Return the first filled cell of a column as text."""
    return next((as_seen(row.cells[head]) for row in table.rows if row.cells.get(head) is not None), "")


def _store_answers(request, incoming):
    """Add the chosen columns and records to the answers of an import."""
    for name, value in request.POST.items():
        about, _, key = name.partition(":")
        if about in ("columns", "offers") and key:
            incoming.answers.setdefault(about, {})[key] = value
    incoming.save(update_fields=["answers"])


def _write(request, kind, incoming):
    """Check again, and write if the plan is the one that was shown."""
    check = Check(kind(request.user), incoming.read_table(), incoming.answers)
    for _ in check.run():
        pass
    try:
        if not check.plan.is_ready or check.plan.digest() != request.POST["digest"]:
            raise ChangedMeanwhile
        write(check.plan, incoming, request.user)
    except WrittenBefore:
        messages.info(request, f"“{incoming.file_name}” นำเข้าไปแล้ว ไม่ได้นำเข้าซ้ำ")
    except ChangedMeanwhile:
        messages.error(
            request, "ยังไม่ได้นำเข้า เพราะมีผู้แก้ไขข้อมูลที่เกี่ยวข้องหลังจากที่ท่านตรวจไฟล์ ให้ดูผลตรวจใหม่ด้านล่างแล้วกดนำเข้าอีกครั้ง"
        )
    else:
        messages.success(request, f"นำเข้า “{incoming.file_name}” แล้ว")


def _find_kind(model_admin, request, name):
    """Return a kind of import. Raise Http404 if there is none, PermissionDenied if the user may not use it."""
    kind = next((kind for kind in model_admin.imports if kind.name == name), None)
    if kind is None:
        raise Http404(f"ไม่มีแบบนำเข้าชื่อ “{name}”")
    if not may_import(request.user, kind):
        raise PermissionDenied
    return kind


def _context(model_admin, request, kind):
    return model_admin.admin_site.each_context(request) | {"opts": model_admin.opts, "kind": kind}
