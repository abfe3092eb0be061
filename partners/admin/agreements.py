"""The screen of agreements."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from partners.admin.organizations import PeopleInline
from partners.columns import AGREEMENTS
from partners.filters import AgreementFilters
from partners.imports import AgreementImport
from partners.models import SOON, Agreement, AgreementParty, AgreementState
from portal.admin.filters import from_filterset
from portal.admin.forms import PeriodForm, PeriodFormField, fieldset
from portal.admin.lists import toned
from portal.admin.publishing import PublishedAdmin
from portal.admin.rows import RowFormSet
from portal.templatetags.thai import thai_period
from portal.thai.dates import format_date

STATE_TONES = {AgreementState.IN_FORCE: "green", AgreementState.ENDED: "red"}


class PartyFormSet(RowFormSet):
    def clean(self):
        super().clean()
        filled = [form for form in self.forms if form.instance.pk or form.has_changed()]
        if len([form for form in filled if form not in self.deleted_forms]) < 2:
            raise ValidationError("คู่ตกลงต้องมีอย่างน้อยสองฝ่าย ให้เพิ่มหน่วยงาน หรือเขียนเป็นคำเมื่อเอกสารไม่ระบุชื่อ")


class AgreementPartyInline(PeopleInline):
    model = AgreementParty
    extra = 2
    formset = PartyFormSet
    named_through = ["organization"]
    autocomplete_fields = ["organization"]
    fields = [("organization", "words"), ("signatory_position", "signatory_name", "order")]


class AgreementForm(PeriodForm):
    signed = PeriodFormField("ลงนามเมื่อ", "signed_first", "signed_last")


@admin.register(Agreement)
class AgreementAdmin(PublishedAdmin):
    form = AgreementForm
    continue_words = "ต่ออายุข้อตกลง"
    continue_advice = "ใส่วันสิ้นสุดใหม่ แล้วกดบันทึก"
    list_display = ["named", "sides", "signed", "ends", "standing", "status_words", "code"]
    list_filter = [from_filterset(AgreementFilters, "state"), "status", "end"]
    sheet = AGREEMENTS
    imports = (AgreementImport,)
    autocomplete_fields = ["renews", "documents"]
    radio_fields = {"end": admin.HORIZONTAL}
    inlines = [AgreementPartyInline]
    fieldsets = [
        fieldset("ข้อตกลง", ("title", "number"), "subject"),
        fieldset("ระยะเวลา", ("signed", "starts_on"), ("end", "ends_on"), "renews"),
        fieldset("หลักฐาน", "documents", "code"),
    ]

    class Media:
        js = ["js/show-by-choice.js"]

    def continued_by(self, agreement):
        return agreement.renewals.first()

    def make_continuation(self, agreement):
        return agreement.renew()

    def read_page(self, request, records):
        """Read the parties' names that the user may read."""
        parties = AgreementParty.objects.select_related("organization")
        prefetch_related_objects(records, Prefetch("parties", parties))
        for agreement in records:
            agreement.sides = [
                party.words or party.organization.display_name(request.user, short=True)
                for party in agreement.parties.all()
            ]

    @admin.display(description="คู่ตกลง")
    def sides(self, agreement):
        return ", ".join(agreement.sides)

    @admin.display(description="สถานะวันนี้", ordering="ends_on")
    def standing(self, agreement):
        today = timezone.localdate()
        state = agreement.state(today)
        if state != AgreementState.ENDED and agreement.ends_on and agreement.ends_on <= today + SOON:
            days = agreement.days_left(today)
            return toned(f"เหลือ {days} วัน" if days else "สิ้นสุดวันนี้", "orange")
        return toned(state.label, STATE_TONES.get(state, "grey"))

    @admin.display(description="ลงนาม", ordering="signed_first")
    def signed(self, agreement):
        return thai_period(agreement.signed_first, agreement.signed_last, "short")

    @admin.display(description="สิ้นสุด", ordering="ends_on")
    def ends(self, agreement):
        day = agreement.ends_on
        return format_date(day, "short") if day else agreement.get_end_display()
