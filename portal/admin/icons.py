"""The admin's icons of yes and no, with a Thai word to be read aloud; Django's own say True and False."""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html

ICONS = {True: ("yes", "ใช่"), False: ("no", "ไม่ใช่"), None: ("unknown", "ไม่ทราบ")}


def boolean_icon(value):
    icon, word = ICONS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{icon}.svg"), word)


admin_list._boolean_icon = boolean_icon
