"""The screen of the files that were sent: to look up, to go on with, never to change."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils.html import format_html

from portal.admin.base import PortalAdmin
from portal.admin.lists import toned
from portal.downloads import sandboxed_file
from portal.tables.imported_files import Import


@admin.register(Import)
class ImportAdmin(PortalAdmin):
    list_display = ["title", "file_name", "state_words", "uploaded_by", "uploaded_at", "result"]
    list_filter = ["title"]
    list_select_related = ["uploaded_by"]
    fields = [
        "title",
        "kept_file",
        "uploaded_by",
        "uploaded_at",
        "state_words",
        "written_by",
        "written_at",
        "result",
    ]
    readonly_fields = ["kept_file", "state_words", "result"]

    def get_urls(self):
        return [self.page("file", "<path:object_id>/file/", file_view), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="ไฟล์")
    def kept_file(self, incoming):
        link = reverse("admin:portal_import_file", args=[incoming.pk])
        return format_html('<a href="{}">{}</a>', link, incoming.file_name)

    @admin.display(description="สถานะ", ordering="written_at")
    def state_words(self, incoming):
        """Leads to what was found, where an import that waits is gone on with."""
        words = toned("นำเข้าแล้ว", "green") if incoming.written_at else toned("ยังไม่นำเข้า ตรวจต่อ", "orange")
        look = reverse(f"admin:{incoming.screen}_import_look", args=[incoming.kind, incoming.pk])
        return format_html('<a href="{}">{}</a>', look, words)

    @admin.display(description="ผล (แถว)")
    def result(self, incoming):
        if not incoming.written_at:
            return self.get_empty_value_display()
        return f"ใหม่ {incoming.rows_new} แก้ไข {incoming.rows_changed} เหมือนเดิม {incoming.rows_same}"


def file_view(screen, request, object_id):
    """The file as it came, for those who may look at imports."""
    incoming = screen.get_object(request, object_id)
    if incoming is None:
        raise Http404
    if not screen.has_view_permission(request, incoming):
        raise PermissionDenied
    return sandboxed_file(incoming.file, incoming.file_name)
