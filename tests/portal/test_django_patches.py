"""What the portal replaces in Django, and the private names that it uses."""

import datetime
import re

from django.conf import settings
from django.contrib.admin.utils import display_for_value
from django.utils.dateformat import format as format_date

from portal import django_patches


def test_years_are_buddhist_and_icons_speak_thai():
    """Both replacements are in place."""
    assert format_date(datetime.date(2014, 1, 11), "j/n/Y") == "11/1/2557"
    assert 'alt="ไม่ใช่"' in display_for_value(False, "-", boolean=True)


def test_the_table_of_private_names_is_true():
    """Each name is still used where the table says."""
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", django_patches.__doc__, re.MULTILINE)
    assert len(rows) == 4
    for name, path in rows:
        assert name in (settings.BASE_DIR / path).read_text(), name
