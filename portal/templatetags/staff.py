"""Links of public pages for staff."""

from django import template
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_permission_codename
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def edit_link(context, record, words="แก้ไขข้อมูลนี้"):
    """Return a link to the record's admin screen, for staff who may change it."""
    user, opts = context["user"], record._meta
    permission = f"{opts.app_label}.{get_permission_codename('change', opts)}"
    if not (user.is_staff and user.has_perm(permission)):
        return ""
    url = reverse(admin_urlname(opts, "change"), args=[record.pk])
    return format_html('<a class="edit" href="{}">{}</a>', url, words)
