"""What the portal replaces in Django; `PortalConfig.ready` does so once, when all apps are loaded.

Private names that the portal uses without replacing anything; whoever updates Django reads their source:

| name | used in | because |
|---|---|---|
| `_get_validation_exclusions` | portal/admin/forms.py | one box stands for two columns, which are to be checked as well |
| `_post_clean` | portal/admin/merging/duplicates.py | near names are looked up once the record holds what was typed |
| `_committed` | partners/models/documents.py | tells a file just chosen from one that is stored |
| `m2m_models` | portal/admin/history/versions.py | django-simple-history names no other way to the rows of a relation |
"""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.dateformat import DateFormat
from django.utils.html import format_html

from portal.thai.dates import calendar_year

ICONS = {True: ("yes", "ใช่"), False: ("no", "ไม่ใช่"), None: ("unknown", "ไม่ทราบ")}


def apply():
    """Replace both names."""
    DateFormat.Y = buddhist_year
    admin_list._boolean_icon = boolean_icon


def buddhist_year(formatter: DateFormat) -> int:
    """Return the year of a date format in the Buddhist era.

    Django has date formats for each language, but no setting for an era; the admin would show ค.ศ. beside the พ.ศ.
    of the portal.
    """
    return calendar_year(formatter.data)


def boolean_icon(value):
    """Return the admin's icon of yes or no with a Thai word for screen readers.

    Django's own says True, False and None in every language, and there is no setting or template for it.
    """
    icon, word = ICONS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{icon}.svg"), word)
