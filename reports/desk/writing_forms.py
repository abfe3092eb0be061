"""What is typed on the writing screen: a paragraph and the level of an item, neither saved over another writer's."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from portal.admin.conflicts import GuardedForm, moment_words, name_of
from reports.models import Paragraph, ReportItem

SECOND = "second"
LEVELS = [("", "ยังไม่ประเมิน"), *((number, str(number)) for number in range(1, 6))]


class WritingForm(GuardedForm):
    """A form that minds only what it writes: a record that was moved meanwhile is no conflict, a changed text is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before = self._values(self.instance)

    def _values(self, record):
        return [getattr(record, name) for name in self.Meta.fields]

    def clean(self):
        seen = self.data.get("_seen", "")
        entry = self.instance.history.filter(pk=seen).first() if seen.isascii() and seen.isdigit() else None
        if entry is None or self._values(entry) != self._values(self.newest):
            super().clean()

    def _who_was_first(self):
        return ValidationError("มีผู้อื่นแก้ข้อความนี้ก่อนท่าน", code=SECOND)

    @cached_property
    def other(self):
        """Who was first and when, where somebody was."""
        if not self.has_error("__all__", SECOND):
            return None
        who = name_of(self.newest.history_user) or "ระบบ"
        return {"who": who, "when": moment_words(self.newest.history_date), "entry": self.newest}

    @property
    def sentences(self):
        """All that is wrong but that somebody was first."""
        lists = [errors for name, errors in self.errors.items() if not (name == "__all__" and self.other)]
        return [sentence for errors in lists for sentence in errors]

    @property
    def status(self):
        return 409 if self.other else 400

    def save_if_changed(self):
        if self._values(self.instance) != self.before:
            self.save()


class ParagraphForm(WritingForm):
    """A paragraph; without a word it waits to be written, and with its first words it waits no longer."""

    class Meta:
        model = Paragraph
        fields = ["text", "is_lead", "is_waiting"]

    def clean(self):
        super().clean()
        if not self.cleaned_data.get("text", "").strip() and "text" not in self.errors:
            self.cleaned_data["is_waiting"] = True
        elif not self.initial["text"]:
            self.cleaned_data["is_waiting"] = False


class LevelForm(WritingForm):
    """The level that the office gives itself for an item, and why."""

    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, empty_value=None, required=False)

    class Meta:
        model = ReportItem
        fields = ["level", "level_reason"]
