"""The admin site, and the ground that every admin screen stands on."""

from django.contrib import admin


class PortalAdminSite(admin.AdminSite):
    site_header = "ภาคี · ระบบบันทึกข้อมูล"
    site_title = "ภาคี"
    index_title = "บันทึกข้อมูล"
