"""Forms that are not saved over a change that was made since they were opened."""

from django import forms
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html

from portal.thai.dates import format_date

CONFLICT = (
    "{} บันทึกรายการนี้เมื่อ{} หลังจากท่านเปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน สิ่งที่ท่านพิมพ์ยังอยู่ครบด้านล่าง "
    '<a href="{}" target="_blank">ดูว่าแก้อะไร</a> แล้วกดบันทึกอีกครั้งเมื่อต้องการให้เป็นตามที่ท่านพิมพ์'
)


class GuardedForm(forms.ModelForm):
    """A form with the number of the newest history entry of its record, refused once there is a newer one.

    Shown again it has the number of that entry, so that the user can save knowingly.
    """

    @cached_property
    def newest(self):
        """The newest history entry; the record of a sent form is locked until it is saved."""
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
            raise ValidationError(self._conflict())

    def _conflict(self):
        entry = self.newest
        who = name_of(entry.history_user) or "ระบบ"
        history = reverse(admin_urlname(self.instance._meta, "history"), args=[self.instance.pk])
        return format_html(CONFLICT, who, moment_words(entry.history_date), history)


def name_of(user):
    """Return the name of a person, else of the account, or None without a user."""
    return user and (user.get_full_name() or user.get_username())


def moment_words(moment):
    """Return a moment as text: วันที่ 25 พ.ย. 2569 เวลา 08.12 น."""
    local = timezone.localtime(moment)
    return f"วันที่ {format_date(local.date(), 'short')} เวลา {local:%H.%M} น."
