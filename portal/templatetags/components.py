"""The HTML components that pages share."""

from django import template
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.contrib.auth import get_permission_codename
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from portal.templatetags.thai import UNKNOWN

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_link(context, address, of_record, words):
    """Return a link of the main menu, marked on its page and on those of its records."""
    page = getattr(context.get("request"), "resolver_match", None)
    here = {of_record: "true", address: "page"}.get(page.url_name if page else "")
    mark = format_html(' aria-current="{}"', here) if here else ""
    return format_html('<a href="{}"{}>{}</a>', reverse(address), mark, words)


@register.simple_tag(takes_context=True)
def edit_link(context, record, words="แก้ไขข้อมูลนี้"):
    """Return a link to the record's admin screen, for staff who may change it."""
    user, opts = context["user"], record._meta
    permission = f"{opts.app_label}.{get_permission_codename('change', opts)}"
    if not (user.is_staff and user.has_perm(permission)):
        return ""
    url = reverse(admin_urlname(opts, "change"), args=[record.pk])
    return format_html('<a class="edit" href="{}">{}</a>', url, words)


@register.simple_block_tag
def figure(content, number, address, *, unit="", of=None, **query):
    """Return a figure that links to what it counts: `#part` of this page, or the list of a URL name and query."""
    if not address.startswith("#"):
        address = reverse(address, query=query)
    shown = f"{number:,}" if isinstance(number, int) else number
    shown = UNKNOWN if shown is None else f"{shown} {unit}".strip() if of is None else f"{shown} ใน {of:,}"
    words = mark_safe(content.strip())
    return format_html('<li><a href="{}"><b>{}</b><span>{}</span></a></li>', address, shown, words)


@register.simple_block_tag
def fact(content, name):
    """Return a row of a list of facts, nothing if it is empty."""
    content = mark_safe(content.strip())
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", name, content) if content else ""


@register.simple_tag
def status_tag(record):
    """Return the status of a record that is not confirmed."""
    if record.status == "confirmed":
        return ""
    return format_html('<span class="tag warn">{}</span>', record.get_status_display())


@register.simple_block_tag
def rows_table(content, *heads):
    """Return a table of records under its heads, each as "words" or "words|classes"."""
    heads = [head.partition("|")[::2] for head in heads]
    cells = ((format_html(' class="{}"', classes) if classes else "", words) for words, classes in heads)
    return format_html(
        '<table class="rows"><thead><tr>{}</tr></thead>{}</table>',
        format_html_join("", '<th scope="col"{}>{}</th>', cells),
        content,
    )


@register.inclusion_tag("components/money_cell.html")
def money_cell(totals, without="", notes=True):
    """Return a cell with baht, or `without` if no gift is of money; the notes name what the baht leave out."""
    return {"totals": totals, "without": without, "notes": notes}


@register.inclusion_tag("components/gift_cell.html")
def gift_cell(gift):
    """Return a cell with a gift: baht, or a thing and its quantity."""
    return {"gift": gift}


@register.inclusion_tag("components/total_notes.html")
def total_notes(totals):
    """Return the notes on what a sum of baht leaves out."""
    return {"totals": totals}
