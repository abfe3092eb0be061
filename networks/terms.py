"""Start a new term of a group's committee."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from networks.models import Group, Membership
from portal.fields import CalendarInput, ThaiDateFormField
from portal.thai.dates import format_date


class NewTermForm(forms.Form):
    """The first day of a group's next term and, if known, the last."""

    first_day = ThaiDateFormField(label="วาระใหม่เริ่มวันที่", widget=CalendarInput)
    last_day = ThaiDateFormField(
        label="วาระใหม่สิ้นสุดวันที่",
        required=False,
        widget=CalendarInput,
        help_text="เว้นว่างเมื่อยังไม่ทราบ หรืออยู่จนกว่าจะเปลี่ยนแปลง",
    )

    def __init__(self, group: Group, *args, **kwargs):
        self.group = group
        super().__init__(*args, **kwargs)

    def clean(self):
        first_day, last_day = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first_day and last_day and last_day < first_day:
            raise ValidationError({"last_day": "วันสิ้นสุดวาระมาก่อนวันเริ่มวาระ ให้แก้วันใดวันหนึ่ง"})
        if first_day:
            self._check_last_term(first_day)

    def _check_last_term(self, first_day):
        members = self.group.memberships.last_committee(on=first_day)
        if not members:
            raise ValidationError("ยังไม่มีสมาชิกที่จะยกเข้าสู่วาระใหม่ ให้เพิ่มสมาชิกก่อน")
        begun = members.filter(from_on__gte=first_day).order_by("-from_on").first()
        if begun:
            raise ValidationError(
                {"first_day": f"วาระเดิมเริ่ม {format_date(begun.from_on)} วาระใหม่ต้องเริ่มหลังวันนั้น"}
            )


@transaction.atomic
def start_term(group: Group, first_day: datetime.date, last_day: datetime.date | None) -> list[Membership]:
    """End the memberships of the last committee and return copies for the new term."""
    members = list(group.memberships.last_committee(on=first_day))
    day_before = first_day - datetime.timedelta(days=1)
    for member in members:
        if member.to_on is None or member.to_on > day_before:
            member.to_on = day_before
            member.save(update_fields=["to_on"])
    for member in members:
        member.pk, member._state.adding = None, True
        member.from_on, member.to_on = first_day, last_day
        member.save()
    group.save(update_fields=[])  # its open forms then report the change
    return members
