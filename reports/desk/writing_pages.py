"""The admin's pages on which a report is written: the screen, each paragraph's and item's form, and the preview."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin

from portal.admin.conflicts import moment_words, name_of
from portal.models import Office
from portal.thai.digits import thai_digits_in_html
from portal.thai.text import unorphan
from reports.desk.writing_forms import LevelForm, ParagraphForm, check_figures
from reports.desk.writing_screen import Row, newest_entries, writing_of
from reports.figures.summary import summarize
from reports.models import AnnualReport, Paragraph, ReportState, Section
from reports.report import report_of
from reports.text import paragraph_order
from reports.text.narrative import Line

MOVES = {
    "up": lambda paragraph: paragraph_order.move(paragraph, -1),
    "down": lambda paragraph: paragraph_order.move(paragraph, 1),
    "indent": paragraph_order.indent,
    "outdent": paragraph_order.outdent,
}
LOCKED = {
    ReportState.REVIEW: "รายงานนี้ส่งตรวจแล้ว จึงแก้ข้อความไม่ได้จนกว่าผู้ตรวจจะส่งคืน",
    ReportState.PUBLISHED: "รายงานนี้เผยแพร่แล้ว จึงแก้ข้อความไม่ได้ ให้เปิดฉบับแก้ไขก่อน",
}


def write_page(screen, request, pk):
    return _page(screen, request, _report(screen, request, pk))


@transaction.atomic
def write_paragraph(screen, request, pk, paragraph_pk):
    """Stores what was typed, then does what the button says; to a part of the page only when a script asks."""
    report = _report(screen, request, pk, lock=True)
    if refusal := _refused(screen, request, report):
        return refusal
    paragraph = report.paragraphs.filter(pk=paragraph_pk).first()
    if paragraph is None:
        return _gone(screen, request, report, paragraph_pk)
    do, form = request.POST.get("do", "save"), ParagraphForm(request.POST, instance=paragraph)
    if not form.is_valid():
        return _not_stored(screen, request, report, form)
    if do == "confirm":
        paragraph.is_unconfirmed = False
        paragraph.save()
    else:
        form.save_if_changed()
    if do == "delete":
        return _not_stored(screen, request, report, form, asks=True)
    if do == "delete-sure":
        paragraph.delete()
        return _back(report, f"part-{_part_key(paragraph)}")
    if do == "add":
        paragraph = paragraph_order.add_after(paragraph)
    elif do in MOVES:
        MOVES[do](paragraph)
    return _stored(request, report, paragraph, f"p-{paragraph.pk}")


@transaction.atomic
def write_item(screen, request, pk, item_pk):
    """Stores the level of an item and its reason."""
    report = _report(screen, request, pk, lock=True)
    if refusal := _refused(screen, request, report):
        return refusal
    item = get_object_or_404(report.items, pk=item_pk)
    form = LevelForm(request.POST, instance=item)
    if not form.is_valid():
        return _not_stored(screen, request, report, form)
    form.save_if_changed()
    return _stored(request, report, item, f"item-{item.pk}")


@transaction.atomic
def add_paragraph(screen, request, pk):
    """A paragraph at the end of a section, empty or with the words that were typed into one that is gone."""
    report = _report(screen, request, pk, lock=True)
    if refusal := _refused(screen, request, report):
        return refusal
    section = request.POST.get("section")
    item = None
    if section != Section.PREFACE:
        asked = request.POST.get("item", "")
        item = get_object_or_404(report.items, pk=asked if asked.isascii() and asked.isdigit() else None)
    paragraph = Paragraph(
        report=report, item=item, section=section, text=request.POST.get("text", "").replace("\0", "")
    )
    paragraph.is_waiting = not paragraph.text.strip()
    try:
        paragraph.full_clean()
        check_figures(paragraph.text, report)
    except ValidationError as error:
        lost = {
            "said": " ".join(error.messages),
            "text": paragraph.text,
            "section": section,
            "item": paragraph.item_id,
        }
        return _page(screen, request, report, status=400, lost=lost)
    added = paragraph_order.add_last(report, item, section, paragraph.text)
    return _back(report, f"p-{added.pk}")


@xframe_options_sameorigin
def preview_page(screen, request, pk):
    """One item, the preface, or the whole report, as it prints."""
    report = _report(screen, request, pk)
    told = report_of(report.fiscal_year, today=timezone.localdate(), public=False)
    part = request.GET.get("part", "all")
    items = {f"item-{item.item.pk}": item for item in told.narrative.items}
    context = {
        "report": told,
        "summary": told.summary,
        "narrative": told.narrative,
        "office": Office.objects.first(),
        "public": False,
        "writing": True,
        "part": part if part in ("all", "preface") or part in items else "all",
        "item": items.get(part),
    }
    html = unorphan(render_to_string("reports/desk/write_preview.html", context))
    return HttpResponse(thai_digits_in_html(html))


def _report(screen, request, pk, lock=False):
    """The report, for those who may write it; locked while something of it is stored."""
    if not request.user.has_perm("reports.change_paragraph"):
        raise PermissionDenied
    reports = AnnualReport.objects.select_for_update(of=("self",)) if lock else AnnualReport.objects
    return get_object_or_404(reports, pk=pk)


def _refused(screen, request, report):
    """The answer to whoever sends what cannot be stored now, with what was typed kept."""
    if request.method != "POST":
        return HttpResponseRedirect(_address(report))
    if report.state == ReportState.DRAFT:
        return None
    said = LOCKED[report.state]
    if _wants_part(request):
        return _part(request, "_write_refused", {"said": said}, 403)
    lost = {"said": "ข้อความที่ท่านพิมพ์ยังไม่ได้บันทึก คัดลอกเก็บไว้ได้จากช่องนี้", "text": request.POST.get("text", "")}
    return _page(screen, request, report, status=403, lost=lost if lost["text"] else None)


def _page(screen, request, report, *, status=200, form=None, asks=False, lost=None):
    summary = summarize(report.fiscal_year, today=timezone.localdate())
    writing = writing_of(report, summary, form=form, asks=asks)
    context = screen.admin_site.each_context(request) | {
        "title": f"เขียนรายงานปีงบประมาณ {report.fiscal_year}",
        "report": report,
        "writing": writing,
        "summary": summary,
        "locked": LOCKED.get(report.state, ""),
        "lost": lost,
        "opts": screen.opts,
        "levels": LevelForm.base_fields["level"].choices,
    }
    return render(request, "reports/desk/write.html", context, status=status)


def _not_stored(screen, request, report, form, asks=False):
    """The form again, with what was typed and what is wrong with it, or the question whether it shall go."""
    status = 200 if asks else form.status
    if not _wants_part(request):
        return _page(screen, request, report, status=status, form=form, asks=asks)
    return _state(request, form.instance, status, form=form, asks=asks)


def _stored(request, report, record, place):
    if not _wants_part(request):
        return _back(report, place)
    return _state(request, record, 200, saved_at=f"{timezone.localtime():%H.%M} น.")


def _state(request, record, status, **told):
    """What stands below the boxes of a form: what became of it, and the entry that it bears from now on."""
    seen = newest_entries(type(record), pk=record.pk)[record.pk]
    context = {"record": record, "seen": seen} | told
    if isinstance(record, Paragraph) and record.is_unconfirmed:
        summary = summarize(record.report.fiscal_year, today=timezone.localdate())
        context |= {"paragraph": record, "row": Row(Line("", 1, record), seen, summary)}
    return _part(request, "_write_state", context, status)


def _part(request, name, context, status):
    response = render(request, f"reports/desk/{name}.html", context, status=status)
    response["X-Part"] = "state"
    return response


def _gone(screen, request, report, paragraph_pk):
    """Somebody deleted the paragraph meanwhile: its words are kept, to be stored as a new one."""
    entry = Paragraph.history.filter(id=paragraph_pk, report=report.pk, history_type="-").first()
    if entry is None:
        return _back(report, "")
    who = name_of(entry.history_user) or "ระบบ"
    said = f"{who} ลบย่อหน้านี้เมื่อ{moment_words(entry.history_date)} ข้อความที่ท่านพิมพ์ยังไม่ได้บันทึก"
    lost = {
        "said": said,
        "text": request.POST.get("text", ""),
        "section": entry.section,
        "item": entry.item_id,
    }
    if _wants_part(request):
        return _part(request, "_write_gone", {"lost": lost, "report": report}, 409)
    return _page(screen, request, report, status=409, lost=lost)


def _wants_part(request):
    """A script asks for no more than the state of the form it sent."""
    return request.headers.get("X-Part") == "state"


def _part_key(paragraph):
    return f"{paragraph.section}-{paragraph.item_id}" if paragraph.item_id else paragraph.section


def _back(report, place):
    return HttpResponseRedirect(_address(report) + (f"#{place}" if place else ""))


def _address(report):
    return reverse("admin:reports_annualreport_write", args=[report.pk])


def write_urls(screen):
    """The addresses of the screen of reports."""
    return [
        screen.page("write", "<int:pk>/write/", write_page),
        screen.page("write_add", "<int:pk>/write/add/", add_paragraph),
        screen.page("write_preview", "<int:pk>/write/preview/", preview_page),
        screen.page("write_paragraph", "<int:pk>/write/<int:paragraph_pk>/", write_paragraph),
        screen.page("write_item", "<int:pk>/write/items/<int:item_pk>/", write_item),
    ]
