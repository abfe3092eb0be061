"""Two people in one record: the form of the second is not saved over the first's, but says who was first."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html

from portal.thai.dates import format_date

SAID = (
    "{} บันทึกรายการนี้เมื่อ{} หลังจากท่านเปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน สิ่งที่ท่านพิมพ์ยังอยู่ครบด้านล่าง "
    '<a href="{}" target="_blank">ดูว่าแก้อะไร</a> แล้วกดบันทึกอีกครั้งเมื่อต้องการให้เป็นตามที่ท่านพิมพ์'
)


class GuardedForm(forms.ModelForm):
    """A form that bears the number of the newest entry in its record's history, and is stored only on top of it.

    Shown again, it bears the entry that it was told of: whoever saves then knows what is overwritten.
    """

    @cached_property
    def newest(self):
        """The newest entry of the record's history; nobody else changes the record until a form sent is stored."""
        if self.instance.pk is None or not hasattr(self.instance, "history"):
            return None
        if self.is_bound:
            type(self.instance)._base_manager.select_for_update(of=("self",)).filter(
                pk=self.instance.pk
            ).first()
        return self.instance.history.select_related("history_user").first()

    @property
    def seen(self):
        return str(self.newest.pk) if self.newest else ""

    def clean(self):
        super().clean()
        if self.newest and self.data.get("_seen") != self.seen:
            raise ValidationError(self._who_was_first())

    def _who_was_first(self):
        entry, opts = self.newest, self.instance._meta
        who = name_of(entry.history_user) or "ระบบ"
        history = reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[self.instance.pk])
        return format_html(SAID, who, moment_words(entry.history_date), history)


def name_of(user):
    """What an account is called: the person's name, else the account's."""
    return user and (user.get_full_name() or user.get_username())


def moment_words(moment):
    """A moment as people write it: 25 พ.ย. 2569 เวลา 08.12 น."""
    local = timezone.localtime(moment)
    return f"วันที่ {format_date(local.date(), 'short')} เวลา {local:%H.%M} น."
