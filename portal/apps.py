from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "สำนักงานและพื้นที่"

    def ready(self):
        import_module("portal.django_patches").apply()


class PortalAdminConfig(AdminConfig):
    default_site = "reports.desk.admin_site.PortalAdminSite"
