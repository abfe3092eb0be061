"""The pages of an import: the form to download and the upload, the preview with its questions, the writing."""

from itertools import chain

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
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
from portal.tables.reading import LARGEST_FILE
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

    def clean_file(self):
        uploaded = self.cleaned_data["file"]
        if uploaded.size > LARGEST_FILE:
            raise forms.ValidationError("ไฟล์ใหญ่เกิน 10 เมกะไบต์ ให้แบ่งเป็นหลายไฟล์ หรือลบรูปภาพออกจากไฟล์")
        return uploaded


def start(model_admin, request, name):
    """Offers the form to download, and takes a filled one."""
    kind = _kind(model_admin, request, name)
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        screen = f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"
        try:
            kept = Import.keep(kind, screen, form.cleaned_data["file"], request.user)
        except ValueError as error:
            form.add_error("file", str(error))
        else:
            return redirect(f"admin:{screen}_import_look", name, kept.pk)
    context = _context(model_admin, request, kind) | {"form": form, "title": f"นำเข้า{kind.title}จาก Excel"}
    return HttpResponse(render_to_string("portal/tables/start.html", context, request))


def download(model_admin, request, name, what):
    """The empty form, or the records that stand in the same columns."""
    kind = _kind(model_admin, request, name)
    title = kind.title.replace("/", "-")
    if what != "blank":
        rows = kind.sheet.rows(kind.exported_records(), request.user)
        return spreadsheet(kind.sheet.heads, rows, title, f"{title}.xlsx")
    return attachment(blank_form(kind), f"แบบนำเข้า-{title}.xlsx")


def look(model_admin, request, name, pk):
    """Shows what would be written; takes answers, or the word to write."""
    kind = _kind(model_admin, request, name)
    incoming = get_object_or_404(Import, pk=pk, kind=kind.name)
    if request.method == "POST" and not incoming.written_at:
        if "digest" in request.POST:
            _write(request, kind, incoming)
        else:
            _answer(request, incoming)
        return redirect(request.path)
    context = _context(model_admin, request, kind) | {"incoming": incoming, "title": f"ตรวจไฟล์: {kind.title}"}
    if incoming.written_at:
        context |= {"title": f"นำเข้า{kind.title}แล้ว"}
        return HttpResponse(render_to_string("portal/tables/done.html", context, request))
    return _checked(request, context, kind, incoming)


def _checked(request, context, kind, incoming):
    """The page around the check; of a big file it is sent while the check goes on, and says how far it is.

    Until all of such a page is there the menu beside it would stand in the way.
    """
    is_big = incoming.rows > BIG
    context |= {"is_nav_sidebar_enabled": not is_big}
    shell = render_to_string("portal/tables/look.html", context | {"checked": mark_safe(_HERE)}, request)
    before, after = shell.split(_HERE)
    parts = chain([before], _found(request, context, kind, incoming), [after])
    return StreamingHttpResponse(parts) if is_big else HttpResponse("".join(parts))


def _found(request, context, kind, incoming):
    """How far the check is, again and again; then what it found."""
    yield f'<div class="checking" role="status"><p>กำลังอ่านไฟล์ {incoming.rows:,} แถว</p>\n'
    check = Check(kind(request.user), incoming.table(), incoming.answers)
    for done in check.run():
        yield f"<p>ตรวจแล้ว {done:,} จาก {incoming.rows:,} แถว</p>\n"
    yield "</div>"
    plan = check.plan
    changed = [entry for entry in plan.entries if entry.changes]
    problems = plan.mistakes
    yield render_to_string(
        "portal/tables/_checked.html",
        context
        | {
            "plan": plan,
            "counts": [
                (WORDS[result], f"{plan.counts[result]:,}") for result in WORDS if plan.counts[result]
            ],
            "unknown": [(*head, first_said(check.table, head[0])) for head in plan.heads.unknown],
            "to_write": f"{plan.counts[NEW] + plan.counts[CHANGED]:,}",
            "problems": problems[:MOST_SHOWN],
            "more_problems": len(problems[MOST_SHOWN:]),
            "offers": sorted(plan.offers.values(), key=lambda offer: bool(offer.answer))[:MOST_SHOWN],
            "told": changed[:MOST_SHOWN],
            "untold": len(changed[MOST_SHOWN:]),
            "heads": kind.sheet.heads,
            "digest": plan.digest(),
        },
        request,
    )


def first_said(table, head):
    """What the first row that fills a column says in it."""
    return next((as_seen(row.cells[head]) for row in table.rows if row.cells.get(head) is not None), "")


def _answer(request, incoming):
    """Keeps what a person chose for heads and near names, beside what was chosen before."""
    for name, value in request.POST.items():
        about, _, key = name.partition(":")
        if about in ("columns", "offers") and key:
            incoming.answers.setdefault(about, {})[key] = value
    incoming.save(update_fields=["answers"])


def _write(request, kind, incoming):
    """Checks once more, and writes only what was shown."""
    check = Check(kind(request.user), incoming.table(), incoming.answers)
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


def _kind(model_admin, request, name):
    """The kind of this name, for those who may import it."""
    kind = next((kind for kind in model_admin.imports if kind.name == name), None)
    if kind is None:
        raise Http404(f"ไม่มีแบบนำเข้าชื่อ “{name}”")
    if not may_import(request.user, kind):
        raise PermissionDenied
    return kind


def _context(model_admin, request, kind):
    return model_admin.admin_site.each_context(request) | {
        "opts": model_admin.opts,
        "kind": kind,
        "screen": f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}",
    }
