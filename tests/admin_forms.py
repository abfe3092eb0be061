"""Addresses of the admin, and what a browser would send back of a form that it was shown."""

from django.urls import reverse


def admin_page(record, page="change", *more):
    """The address of a page about a record: change, history, delete, merge …"""
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}"
    return reverse(name, args=[record.pk, *more])


def inline_rows(prefix, *lines, stored=0):
    """The rows of an inline as a browser sends them."""
    sent = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": stored}
    return sent | {
        f"{prefix}-{n}-{name}": value for n, line in enumerate(lines) for name, value in line.items()
    }


def as_shown(response, rows=None, **typed):
    """The boxes of the form as shown, with new rows (`{prefix: [{name: value}]}`) and what was typed instead."""
    sent = {}
    forms = [response.context["adminform"].form]
    seen = {"_seen": getattr(forms[0], "seen", "")}
    for inline in response.context["inline_admin_formsets"]:
        formset = inline.formset
        forms += [formset.management_form, *formset.initial_forms]
        new = (rows or {}).get(formset.prefix, [])
        for number, row in enumerate(new, start=formset.initial_form_count()):
            sent |= _boxes(formset.empty_form, number)
            sent |= {f"{formset.prefix}-{number}-{name}": value for name, value in row.items()}
        sent[f"{formset.prefix}-TOTAL_FORMS"] = formset.initial_form_count() + len(new)
    return {name: value for form in forms for name, value in _boxes(form).items()} | seen | sent | typed


def _boxes(form, number=None):
    """Name and value of each box that a browser would send: an empty one too, an unticked one not."""
    boxes = {}
    for box in form:
        widget, value = box.field.widget, box.value()
        name = box.html_name if number is None else box.html_name.replace("__prefix__", str(number))
        if getattr(widget, "input_type", "") in ("file", "checkbox", "radio") and not value:
            continue
        boxes[name] = value if isinstance(value, list) else widget.format_value(value) or ""
    return boxes


def seen(record):
    """What the form of a record bears, so that it is not taken for one opened before somebody else's change."""
    return {"_seen": record.history.first().pk}
