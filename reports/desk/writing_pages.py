"""The admin's views on which a report is written: the screen, the forms of its paragraphs and items, the preview."""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin

from portal.models import Office
from portal.thai.digits import thai_digits_in_html
from portal.thai.text import unorphan
from reports.desk.writing_answers import Answers, LostText
from reports.desk.writing_forms import LevelForm, ParagraphForm, check_figures
from reports.models import AnnualReport, Paragraph, Section
from reports.report import report_of
from reports.text import paragraph_order

MOVES = {
    "up": lambda paragraph: paragraph_order.move(paragraph, -1),
    "down": lambda paragraph: paragraph_order.move(paragraph, 1),
    "indent": paragraph_order.indent,
    "outdent": paragraph_order.outdent,
}


def write_page(screen, request, pk):
    return Answers(screen, request, _get_report(request, pk)).page()


def locks_report(view):
    """Run a view in a transaction that locks the report; refuse to store in a report that is no draft."""

    @wraps(view)
    @transaction.atomic
    def locked_view(screen, request, pk, **keys):
        answers = Answers(screen, request, _get_report(request, pk, lock=True))
        if request.method != "POST":
            return answers.redirect()
        if not answers.report.is_writable:
            return answers.locked()
        return view(answers, request.POST, **keys)

    return locked_view


@locks_report
def write_paragraph(answers, sent, paragraph_pk):
    """Store the paragraph as typed, then do what the pressed button names."""
    paragraph = answers.report.paragraphs.filter(pk=paragraph_pk).first()
    if paragraph is None:
        return answers.deleted(paragraph_pk)
    do, form = sent.get("do", "save"), ParagraphForm(sent, instance=paragraph)
    if not form.is_valid():
        return answers.form(form)
    if do == "confirm":
        paragraph.is_unconfirmed = False
        paragraph.save()
    else:
        form.save_if_changed()
    if do == "delete":
        form.asks_to_delete = True
        return answers.form(form)
    if do == "delete-sure":
        paragraph.delete()
        return answers.section(paragraph)
    if do == "add":
        return answers.section(paragraph, added=paragraph_order.add_after(paragraph))
    if do in MOVES:
        MOVES[do](paragraph)
    if do in MOVES or do == "confirm":
        return answers.section(paragraph)
    return answers.stored(paragraph, f"p-{paragraph.pk}")


@locks_report
def write_item(answers, sent, item_pk):
    """Store the level of an item and its reason."""
    item = get_object_or_404(answers.report.items, pk=item_pk)
    form = LevelForm(sent, instance=item)
    if not form.is_valid():
        return answers.form(form)
    form.save_if_changed()
    return answers.stored(item, f"item-{item.pk}")


@locks_report
def add_paragraph(answers, sent):
    """Add a paragraph at the end of a section, empty or with the text typed into a deleted one."""
    report, section, item = answers.report, sent.get("section"), None
    if section != Section.PREFACE:
        key = sent.get("item", "")
        item = get_object_or_404(report.items, pk=key if key.isascii() and key.isdigit() else None)
    text = sent.get("text", "").replace("\0", "")
    paragraph = Paragraph(report=report, item=item, section=section, text=text, is_waiting=not text.strip())
    try:
        paragraph.full_clean()
        check_figures(paragraph.text, report)
    except ValidationError as error:
        lost = LostText(" ".join(error.messages), paragraph.text, section, paragraph.item_id)
        return answers.lost(lost, status=400)
    added = paragraph_order.add_last(report, item, section, paragraph.text)
    return answers.section(added, added=added)


@xframe_options_sameorigin
def preview_page(screen, request, pk):
    """Return one item, the preface, or the whole report, as it prints."""
    report = report_of(_get_report(request, pk).fiscal_year, today=timezone.localdate(), public=False)
    part = request.GET.get("part", "all")
    items = {f"item-{item.item.pk}": item for item in report.narrative.items}
    context = {
        "report": report,
        "summary": report.summary,
        "narrative": report.narrative,
        "office": Office.objects.first(),
        "public": False,
        "writing": True,
        "part": part if part in ("all", "preface") or part in items else "all",
        "item": items.get(part),
    }
    html = unorphan(render_to_string("reports/desk/write_preview.html", context))
    return HttpResponse(thai_digits_in_html(html), headers={"HX-Trigger": "drawn"})


def _get_report(request, pk, lock=False):
    if not request.user.has_perm("reports.change_paragraph"):
        raise PermissionDenied
    reports = AnnualReport.objects.select_for_update(of=("self",)) if lock else AnnualReport.objects
    return get_object_or_404(reports, pk=pk)


def write_urls(screen):
    """Return the addresses of the writing screen."""
    return [
        screen.page("write", "<int:pk>/write/", write_page),
        screen.page("write_add", "<int:pk>/write/add/", add_paragraph),
        screen.page("write_preview", "<int:pk>/write/preview/", preview_page),
        screen.page("write_paragraph", "<int:pk>/write/<int:paragraph_pk>/", write_paragraph),
        screen.page("write_item", "<int:pk>/write/items/<int:item_pk>/", write_item),
    ]
