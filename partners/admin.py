"""The screens of organizations, documents and agreements."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.html import format_html

from partners.models import (
    Agreement,
    AgreementParty,
    Contact,
    Document,
    FormerName,
    Organization,
    OrganizationKind,
)
from partners.views import document_file
from portal.admin import RecordAdmin, day_words, period_words
from portal.forms import PeriodBox, PeriodForm
from portal.publishing import PublishedAdmin
from portal.rows import RowFormSet, RowInline

PEOPLE = {"person", "phone", "signatory_name"}


def sees_people(request):
    """Whether whoever asks may see people's names and phones."""
    return request.user.has_perm("partners.view_people")


def people_hidden(fieldsets, request):
    """The fieldsets, without the boxes of people's names and phones for those who may not see them."""
    if sees_people(request):
        return fieldsets
    return [
        (name, options | {"fields": [_without(row, PEOPLE) for row in options["fields"]]})
        for name, options in fieldsets
    ]


def _without(row, names):
    return tuple(name for name in ([row] if isinstance(row, str) else row) if name not in names)


class FormerNameInline(RowInline):
    model = FormerName


class ContactInline(RowInline):
    model = Contact
    named_through = ["organization"]


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    list_display = ["named", "kind", "subdistrict", "code"]
    list_filter = ["kind", "affiliation"]
    list_select_related = ["subdistrict__district"]
    autocomplete_fields = ["subdistrict"]
    inlines = [FormerNameInline, ContactInline]
    fieldsets = [
        (None, {"fields": ["kind", "name", "public_role", "code"]}),
        ("ที่ตั้ง", {"fields": ["subdistrict", "address"]}),
        ("ระยะเวลา", {"fields": [("active_from", "active_to")]}),
        ("เฉพาะโรงเรียนและศูนย์พัฒนาเด็กเล็ก", {"fields": ["affiliation", ("smis_code", "moe_code")]}),
    ]
    public_fieldsets = [(None, {"fields": ["kind", "public_role", "code"]})]
    telling = {"name", "sort_key", "search_key", "spellings", "source_note", "address"}

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        return ["known" if sees_people(request) and name == "named" else name for name in columns]

    def get_fieldsets(self, request, obj=None):
        """Of a private person only what anybody may know, unless names may be seen."""
        if obj and obj.is_person and not sees_people(request):
            return self.public_fieldsets
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request, obj):
        if sees_people(request):
            return super().get_inlines(request, obj)
        hidden = {ContactInline, FormerNameInline} if obj and obj.is_person else {ContactInline}
        return [inline for inline in super().get_inlines(request, obj) if inline not in hidden]

    def get_search_results(self, request, queryset, search_term):
        """A private person is found by name only by those who may see it."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        if search_term and not sees_people(request):
            found = found.exclude(kind=OrganizationKind.PERSON)
        return found, doubled

    def lookup_allowed(self, lookup, value, request):
        """No name is guessed letter by letter through the list's address."""
        telling = lookup.split("__")[0] in self.telling
        return super().lookup_allowed(lookup, value, request) and (not telling or sees_people(request))

    def name_for(self, request, record):
        return record.known_name if sees_people(request) else str(record)

    @admin.display(description="ชื่อ", ordering="sort_key")
    def known(self, organization):
        return organization.known_name


class DocumentForm(PeriodForm):
    dated = PeriodBox("ลงวันที่", "dated_first", "dated_last")


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    form = DocumentForm
    list_display = ["named", "kind", "number", "dated", "about_year", "has_file", "code"]
    list_filter = ["kind", "is_public"]
    autocomplete_fields = ["issuer"]
    readonly_fields = ["stored_file"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "kind",
                    "title",
                    "number",
                    "dated",
                    "about_year",
                    "issuer",
                    "code",
                ]
            },
        ),
        ("ไฟล์", {"fields": ["stored_file", "file", "is_public"]}),
    ]

    def get_urls(self):
        return [path("file/<str:code>/", document_file, name="partners_document_file"), *super().get_urls()]

    @admin.display(description="ลงวันที่", ordering="dated_first")
    def dated(self, document):
        return period_words(document.dated_first, document.dated_last)

    @admin.display(description="มีไฟล์", boolean=True)
    def has_file(self, document):
        return bool(document.file)

    @admin.display(description="ไฟล์ที่เก็บไว้")
    def stored_file(self, document):
        if not document.file:
            return "ยังไม่มีไฟล์"
        link = reverse("admin:partners_document_file", args=[document.code])
        return format_html('<a href="{}">{}</a>', link, document.file_name)


class PartyFormSet(RowFormSet):
    """The parties of an agreement, of which there are at least two."""

    def clean(self):
        super().clean()
        filled = [form for form in self.forms if form.instance.pk or form.has_changed()]
        if len([form for form in filled if form not in self.deleted_forms]) < 2:
            raise ValidationError("คู่ตกลงต้องมีอย่างน้อยสองฝ่าย ให้เพิ่มหน่วยงาน หรือเขียนเป็นคำเมื่อเอกสารไม่ระบุชื่อ")


class AgreementPartyInline(RowInline):
    model = AgreementParty
    formset = PartyFormSet
    named_through = ["organization"]
    autocomplete_fields = ["organization"]

    fields = [("organization", "words"), ("signatory_position", "signatory_name", "order")]

    def get_fieldsets(self, request, obj=None):
        return people_hidden(super().get_fieldsets(request, obj), request)

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 2


class AgreementForm(PeriodForm):
    signed = PeriodBox("ลงนามเมื่อ", "signed_first", "signed_last")


@admin.register(Agreement)
class AgreementAdmin(PublishedAdmin):
    form = AgreementForm
    continue_words = "ต่ออายุข้อตกลง"
    continue_advice = "ใส่วันสิ้นสุดใหม่ แล้วกดบันทึก"
    list_display = ["named", "number", "signed", "starts", "ends", "status_tag", "code"]
    list_filter = ["status", "end"]
    autocomplete_fields = ["renews", "documents"]
    radio_fields = {"end": admin.HORIZONTAL}
    inlines = [AgreementPartyInline]
    fieldsets = [
        ("ข้อตกลง", {"fields": [("title", "number"), "subject"]}),
        ("ระยะเวลา", {"fields": [("signed", "starts_on"), ("end", "ends_on"), "renews"]}),
        ("หลักฐาน", {"fields": ["documents", "code"]}),
    ]

    class Media:
        js = ["js/show-by-choice.js"]

    def continued_by(self, agreement):
        return agreement.renewals.first()

    def make_continuation(self, agreement):
        return agreement.renew()

    @admin.display(description="ลงนาม", ordering="signed_first")
    def signed(self, agreement):
        return period_words(agreement.signed_first, agreement.signed_last)

    @admin.display(description="เริ่มมีผล", ordering="starts_on")
    def starts(self, agreement):
        return day_words(agreement.starts_on)

    @admin.display(description="สิ้นสุด", ordering="ends_on")
    def ends(self, agreement):
        return day_words(agreement.ends_on) or agreement.get_end_display()
