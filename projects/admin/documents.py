"""The screen of documents with what only projects know of them: how many each proves."""

from django.contrib import admin

from partners.admin import DocumentAdmin
from partners.models import Document
from projects.columns import EVIDENCE
from projects.models import Project

admin.site.unregister(Document)


@admin.register(Document)
class EvidenceAdmin(DocumentAdmin):
    list_display = [*DocumentAdmin.list_display[:4], "proves", *DocumentAdmin.list_display[4:]]
    sheet = EVIDENCE

    def read_page(self, request, records):
        """What each is evidence of."""
        proven = Project.objects.by_document(records)
        for document in records:
            document.proven = len(proven[document.pk])

    @admin.display(description="เป็นหลักฐานของ")
    def proves(self, document):
        return f"{document.proven} โครงการ" if document.proven else None
