"""The forms of paragraphs and of the levels of items, which are not saved over another writer's change."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms import model_to_dict
from django.utils import timezone
from django.utils.functional import cached_property

from portal.admin.conflicts import GuardedForm, moment_words, name_of
from reports.figures.summary import summarize
from reports.models import AnnualReport, Paragraph, ReportItem
from reports.text.placeholders import placeholders, unknown_figures

CONFLICT = "conflict"
LEVELS = [("", "ยังไม่ประเมิน"), *((number, str(number)) for number in range(1, 6))]


class WritingForm(GuardedForm):
    """A form in conflict only with a change of its own fields, as when a paragraph was only moved it is not."""

    asks_to_delete = False

    def _values(self, record):
        return model_to_dict(record, self._meta.fields)

    def clean(self):
        seen = self.data.get("_seen", "")
        entry = self.instance.history.filter(pk=seen).first() if seen.isascii() and seen.isdigit() else None
        if entry is None or self._values(entry) != self._values(self.newest):
            super().clean()

    def _conflict(self):
        return ValidationError("มีผู้อื่นแก้ข้อความนี้ก่อนท่าน", code=CONFLICT)

    @cached_property
    def other(self):
        """In a conflict, the newest history entry with its writer and time."""
        if not self.has_error("__all__", CONFLICT):
            return None
        who = name_of(self.newest.history_user) or "ระบบ"
        return {"who": who, "when": moment_words(self.newest.history_date), "entry": self.newest}

    @property
    def problems(self):
        """The errors other than a conflict; the message of one is an UnknownFigure, where a figure is unknown."""
        errors = [error for errors in self.errors.as_data().values() for error in errors]
        return [error for error in errors if error.code != CONFLICT]

    @property
    def status(self):
        if self.asks_to_delete:
            return 200
        return 409 if self.other else 400

    def save_if_changed(self):
        if self._values(self.instance) != self.initial:
            self.save()


def check_figures(text: str, report: AnnualReport) -> str:
    """Return the text; raise ValidationError with each name between braces that is no live figure of the year."""
    if "{" in text:
        summary = summarize(report.fiscal_year, today=timezone.localdate())
        if unknown := unknown_figures(text, placeholders(summary)):
            raise ValidationError(unknown)
    return text


class ParagraphForm(WritingForm):
    """The form of a paragraph, which waits to be written until its first words are stored."""

    class Meta:
        model = Paragraph
        fields = ["text", "is_lead", "is_waiting"]

    def clean_text(self):
        return check_figures(self.cleaned_data["text"], self.instance.report)

    def clean(self):
        super().clean()
        if not self.cleaned_data.get("text", "").strip() and "text" not in self.errors:
            self.cleaned_data["is_waiting"] = True
        elif not self.initial["text"]:
            self.cleaned_data["is_waiting"] = False


class WholeParagraphForm(GuardedForm):
    """The form of a paragraph on its own screen of the admin, where its report can be chosen too."""

    def clean_text(self):
        text = self.cleaned_data["text"]
        report = self.cleaned_data.get("report") or getattr(self.instance, "report", None)
        return check_figures(text, report) if report else text


class LevelForm(WritingForm):
    """The form of the level that the office gives itself for an item, and of its reason."""

    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, empty_value=None, required=False)

    class Meta:
        model = ReportItem
        fields = ["level", "level_reason"]
