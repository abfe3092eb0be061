"""The answers of the writing screen: a fragment of the page for htmx, the whole page or a redirect without it."""

from dataclasses import dataclass

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from portal.admin.conflicts import moment_words, name_of
from reports.desk.writing_forms import LevelForm, WritingForm
from reports.desk.writing_screen import ParagraphRow, newest_entries, part_key, writing_of
from reports.figures.summary import summarize
from reports.models import AnnualReport, Paragraph, ReportItem, ReportState
from reports.text.narrative import NumberedParagraph

LOCKED = {
    ReportState.REVIEW: "รายงานนี้ส่งตรวจแล้ว จึงแก้ข้อความไม่ได้จนกว่าผู้ตรวจจะส่งคืน",
    ReportState.PUBLISHED: "รายงานนี้เผยแพร่แล้ว จึงแก้ข้อความไม่ได้ ให้เปิดฉบับแก้ไขก่อน",
}


@dataclass(frozen=True)
class LostText:
    """A text that was not stored; with a section it can be stored there as a new paragraph."""

    message: str
    text: str
    section: str = ""
    item: int | None = None


@dataclass(frozen=True)
class Answers:
    """What one request to the writing screen of a report can be answered with."""

    screen: ModelAdmin
    request: HttpRequest
    report: AnnualReport

    @property
    def is_for_htmx(self):
        return "HX-Request" in self.request.headers

    def redirect(self, anchor=""):
        url = reverse("admin:reports_annualreport_write", args=[self.report.pk])
        return HttpResponseRedirect(f"{url}#{anchor}" if anchor else url)

    def page(self, *, status=200, lost=None, form=None):
        """Return the whole screen; a form that was not stored takes the place of its record."""
        summary = self._summarize()
        context = self.screen.admin_site.each_context(self.request) | {
            "title": f"เขียนรายงานปีงบประมาณ {self.report.fiscal_year}",
            "report": self.report,
            "writing": writing_of(self.report, summary, form=form),
            "summary": summary,
            "locked": LOCKED.get(self.report.state, ""),
            "lost": lost,
            "opts": self.screen.opts,
            "levels": LevelForm.base_fields["level"].choices,
        }
        return render(self.request, "reports/desk/write.html", context, status=status)

    def stored(self, record: Paragraph | ReportItem, anchor: str):
        """Return the history entry that the form of a stored record has to name from now on."""
        return self._form_state(record) if self.is_for_htmx else self.redirect(anchor)

    def form(self, form: WritingForm):
        """Return a form with its errors, or with the question whether to delete its paragraph."""
        if self.is_for_htmx:
            return self._form_state(form.instance, form.status, form=form)
        return self.page(status=form.status, form=form)

    def section(self, paragraph: Paragraph, added: Paragraph | None = None):
        """Return a paragraph's section, in which paragraphs were added, moved, confirmed or deleted."""
        key = part_key(paragraph.section, paragraph.item_id)
        if not self.is_for_htmx:
            shown = added or paragraph
            return self.redirect(f"p-{shown.pk}" if shown.pk else f"part-{key}")
        writing = writing_of(self.report, self._summarize())
        part = next(part for part in writing.parts if part.key == key)
        changed = next((row for row in part.rows if row.paragraph == paragraph), None)
        context = {"writing": writing, "part": part, "changed": changed, "added": added}
        response = self._fragment("_write_section", context)
        response["HX-Retarget"], response["HX-Reswap"] = f"#part-{key}", "outerHTML"
        return response

    def locked(self):
        """Refuse to store in a report that is no draft."""
        text = self.request.POST.get("text", "")
        if self.is_for_htmx:
            message = f"{LOCKED[self.report.state]} ข้อความที่ท่านพิมพ์ยังอยู่ในช่อง คัดลอกเก็บไว้ได้"
            return self.lost(LostText(message, text), status=403)
        lost = LostText("ข้อความที่ท่านพิมพ์ยังไม่ได้บันทึก คัดลอกเก็บไว้ได้จากช่องนี้", text)
        return self.page(status=403, lost=lost if text else None)

    def deleted(self, paragraph_pk: int):
        """Say who deleted the paragraph in the meantime, with the text that was typed into it."""
        entry = Paragraph.history.filter(id=paragraph_pk, report=self.report.pk, history_type="-").first()
        if entry is None:
            return self.redirect()
        who, when = name_of(entry.history_user) or "ระบบ", moment_words(entry.history_date)
        message = f"{who} ลบย่อหน้านี้เมื่อ{when} ข้อความที่ท่านพิมพ์ยังไม่ได้บันทึก"
        if self.is_for_htmx:
            message += " และยังอยู่ในช่อง"
        text = self.request.POST.get("text", "")
        return self.lost(LostText(message, text, entry.section, entry.item_id), status=409)

    def lost(self, lost: LostText, *, status: int):
        """Return a text that was not stored and the reason."""
        if self.is_for_htmx:
            return self._fragment("_write_lost", {"lost": lost}, status)
        return self.page(status=status, lost=lost)

    def _form_state(self, record, status=200, **context):
        seen = newest_entries(type(record), pk=record.pk)[record.pk]
        if isinstance(record, Paragraph) and record.is_unconfirmed:
            context["row"] = ParagraphRow(NumberedParagraph("", 1, record), seen, self._summarize())
        return self._fragment("_write_state", context | {"record": record, "seen": seen}, status)

    def _fragment(self, name, context, status=200) -> HttpResponse:
        """Return a fragment; HX-Trigger marks it for the script as this screen's, and whether all is stored."""
        is_stored = status == 200
        context |= {"report": self.report, "fragment": f"reports/desk/{name}.html", "is_stored": is_stored}
        response = render(self.request, "reports/desk/_write_answer.html", context, status=status)
        response["HX-Trigger"] = "stored" if is_stored else "not-stored"
        return response

    def _summarize(self):
        return summarize(self.report.fiscal_year, today=timezone.localdate())
