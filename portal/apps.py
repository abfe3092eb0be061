from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "สำนักงานและพื้นที่"

    def ready(self):
        """Django has registered its own screen of users by now; ours takes its place."""
        import_module("portal.users")


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin.PortalAdminSite"
