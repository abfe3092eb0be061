"""The screen of documents."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from django.utils.html import format_html

from partners.admin.file_fields import EvidenceField
from partners.columns import DOCUMENTS
from partners.models import Document, DocumentKind
from partners.uploads import ACCEPTED_TYPES
from portal.admin.base import RecordAdmin
from portal.admin.filters import YesNoFilter
from portal.admin.forms import PeriodForm, PeriodFormField, fieldset
from portal.admin.lists import choice_display, yes_no
from portal.history import update_with_history
from portal.templatetags.thai import thai_period


class FileFilter(YesNoFilter):
    title = "ไฟล์"
    parameter_name = "has_file"

    def matching(self, queryset):
        return queryset.exclude(file="")


class DocumentForm(PeriodForm):
    dated = PeriodFormField("ลงวันที่", "dated_first", "dated_last")
    file = EvidenceField(label="ไฟล์", required=False, help_text=f"รับ {ACCEPTED_TYPES}")


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    form = DocumentForm
    list_display = ["named", "kind_words", "number", "dated", "has_file", "about_year", "published", "code"]
    kind_words = choice_display("kind", "ประเภท", DocumentKind)
    list_filter = ["kind", FileFilter, "is_public"]
    actions = ["publish", "withdraw"]
    sheet = DOCUMENTS
    autocomplete_fields = ["issuer"]
    readonly_fields = ["stored_file"]
    fieldsets = [
        fieldset(None, "kind", "title", "number", "dated", "about_year", "issuer", "code"),
        fieldset("ไฟล์", "stored_file", "file", "is_public"),
    ]

    @admin.action(description="เผยแพร่ไฟล์ของรายการที่เลือก", permissions=["change"])
    def publish(self, request, documents):
        self._set_public(request, documents, True, "ให้เผยแพร่ไฟล์ได้")

    @admin.action(description="ไม่เผยแพร่ไฟล์ของรายการที่เลือก", permissions=["change"])
    def withdraw(self, request, documents):
        self._set_public(request, documents, False, "ไม่ให้เผยแพร่ไฟล์")

    def _set_public(self, request, documents, is_public, words):
        changed = list(documents.exclude(is_public=is_public))
        for document in changed:
            document.is_public = is_public
        update_with_history(changed, ["is_public"], user=request.user)
        LogEntry.objects.log_actions(request.user.pk, changed, CHANGE, words)
        self.message_user(request, f"{words} {len(changed)} รายการ", messages.SUCCESS)

    @admin.display(description="เผยแพร่ไฟล์", ordering="is_public")
    def published(self, document):
        return yes_no(document.is_public, "ได้", "ไม่ได้")

    @admin.display(description="ลงวันที่", ordering="dated_first")
    def dated(self, document):
        return thai_period(document.dated_first, document.dated_last, "short")

    @admin.display(description="ไฟล์", ordering="file")
    def has_file(self, document):
        return yes_no(document.file)

    @admin.display(description="ไฟล์ที่เก็บไว้")
    def stored_file(self, document):
        return file_link(document)


def file_link(document):
    """Return the link to a document's file, with its thumbnail if it has one."""
    if not document.file:
        return "ยังไม่มีไฟล์"
    link = reverse("document-file", args=[document.code])
    if not document.picture:
        return format_html('<a href="{}">{}</a>', link, document.file_name)
    return format_html(
        '<a class="with-picture" href="{}"><img src="{}" alt="" loading="lazy">{}</a>',
        link,
        reverse("document-picture", args=[document.code]),
        document.file_name,
    )
