"""What a public page offers to those who keep its records."""

from django import template
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_permission_codename
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def edit_link(context, record, words="แก้ไขข้อมูลนี้"):
    """A link to the record's own screen, for staff who may change it."""
    opts = record._meta
    if not _may_change(context["user"], opts):
        return ""
    url = reverse(admin_urlname(opts, "change"), args=[record.pk])
    return format_html('<a class="edit" href="{}">{}</a>', url, words)


def _may_change(user, opts):
    return user.is_staff and user.has_perm(f"{opts.app_label}.{get_permission_codename('change', opts)}")
