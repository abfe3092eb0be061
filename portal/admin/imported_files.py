"""The screen of the files that were uploaded to import."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.html import format_html

from portal.admin.base import PortalAdmin, ReadOnly
from portal.admin.lists import toned
from portal.downloads import sandboxed_file
from portal.tables.imported_files import Import


@admin.register(Import)
class ImportAdmin(ReadOnly, PortalAdmin):
    list_display = ["title", "file_name", "state_words", "uploaded_by", "uploaded_at", "result"]
    list_filter = ["title"]
    list_select_related = ["uploaded_by"]
    fields = [
        "title",
        "file_link",
        "uploaded_by",
        "uploaded_at",
        "state_words",
        "written_by",
        "written_at",
        "result",
    ]
    readonly_fields = ["file_link", "state_words", "result"]

    def get_urls(self):
        return [self.page("file", "<path:object_id>/file/", file_view), *super().get_urls()]

    @admin.display(description="ไฟล์")
    def file_link(self, incoming):
        link = reverse("admin:portal_import_file", args=[incoming.pk])
        return format_html('<a href="{}">{}</a>', link, incoming.file_name)

    @admin.display(description="สถานะ", ordering="written_at")
    def state_words(self, incoming):
        """Return a link to the result, or to the check of an import that is not written."""
        words = toned("นำเข้าแล้ว", "green") if incoming.written_at else toned("ยังไม่นำเข้า ตรวจต่อ", "orange")
        look = reverse(f"admin:{incoming.screen}_import_look", args=[incoming.kind, incoming.pk])
        return format_html('<a href="{}">{}</a>', look, words)

    @admin.display(description="ผล (แถว)")
    def result(self, incoming):
        if not incoming.written_at:
            return self.get_empty_value_display()
        return f"ใหม่ {incoming.rows_new} แก้ไข {incoming.rows_changed} เหมือนเดิม {incoming.rows_same}"


def file_view(screen, request, object_id):
    """Return an uploaded file, to users who may view imports."""
    incoming = screen.get_object(request, object_id)
    if incoming is None:
        raise Http404
    if not screen.has_view_permission(request, incoming):
        raise PermissionDenied
    return sandboxed_file(incoming.file, incoming.file_name)
