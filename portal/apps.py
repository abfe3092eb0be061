from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.dateformat import DateFormat

from portal.thai.dates import calendar_year


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "สำนักงานและพื้นที่"

    def ready(self):
        """Days that Django writes out bear the Buddhist year.

        Django has formats to set, but no era.
        """
        DateFormat.Y = lambda written: calendar_year(written.data)


class PortalAdminConfig(AdminConfig):
    default_site = "reports.desk.admin_site.PortalAdminSite"

    def ready(self):
        """Django offers no other place for the words of its icons."""
        super().ready()
        import_module("portal.admin.icons")
