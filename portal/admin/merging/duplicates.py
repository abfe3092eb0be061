"""Point out records of nearly the same name while another is entered."""

from django import forms
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from portal.admin.conflicts import GuardedForm

MOST_SHOWN = 5


class NearForm(GuardedForm):
    """A form that is refused while near records stand that the user has not confirmed to be others.

    `find_near` finds them; `identifying_fields` tell one record from another, the first is its name.
    """

    find_near = None
    identifying_fields = ()

    def _post_clean(self):
        """Look up near records once the instance has the typed values."""
        super()._post_clean()
        self.near_records = []
        fields = set(self.identifying_fields)
        if fields & set(self.changed_data) and not fields & set(self.errors):
            self.near_records = self.find_near(self.instance)
        confirmed = self.data.get("_apart", "").split()
        if any(str(record.pk) not in confirmed for record in self.near_records):
            error = forms.ValidationError(_question(self.near_records), code="near")
            self.add_error(self.identifying_fields[0], error)


def near_view(screen, request):
    """Return the question about records near to what is typed, empty if there is none."""
    if not (screen.has_add_permission(request) or screen.has_change_permission(request)):
        raise PermissionDenied
    form = screen.get_form(request)(request.GET)
    form.is_valid()
    others = [record for record in form.near_records if str(record.pk) != request.GET.get("_of")]
    return HttpResponse(_question(others) if others else "")


def find_near(screen, request, record):
    """Return near records, labelled as far as the user may read their names, with the addresses of their screens."""
    records = list(screen.near_records(request, record)[:MOST_SHOWN])
    for near in records:
        near.label = screen.near_label(request, near)
        near.address = reverse(admin_urlname(screen.opts, "change"), args=[near.pk])
    return records


def _question(records):
    return render_to_string("portal/admin/_near.html", {"records": records})
