"""The names that the portal replaces in Django when all apps are loaded.

Private names that the portal uses, to be read again with an update of Django:

| name | used in | because |
|---|---|---|
| `_get_validation_exclusions` | portal/admin/forms.py | the two columns of one box are validated too |
| `_post_clean` | portal/admin/merging/duplicates.py | near names are looked up once the instance has the typed values |
| `_committed` | partners/models/documents.py | only a file just uploaded is not committed |
| `m2m_models` | portal/admin/history/versions.py | django-simple-history has no public way to the rows of a relation |
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
    """Return the year of a date format in พ.ศ.; Django has no setting for an era."""
    return calendar_year(formatter.data)


def boolean_icon(value):
    """Return the admin's icon of yes or no with a Thai word; Django's own says True in every language."""
    icon, word = ICONS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{icon}.svg"), word)
