"""Records of nearly the same name, pointed out while a record is entered, before it is stored as another one."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from portal.admin.conflicts import GuardedForm

MOST_SHOWN = 5


class NearForm(GuardedForm):
    """A form that stops at records nearly of its name until whoever saves says that it is another.

    `alike` finds them, `identifying_fields` are the boxes that tell one record from another; the first bears the name.
    """

    alike = None
    identifying_fields = ()

    def _post_clean(self):
        """Looks once the record holds what was typed; the box that says so names the records that were shown."""
        super()._post_clean()
        self.found = []
        identifying_fields = set(self.identifying_fields)
        if identifying_fields & set(self.changed_data) and not identifying_fields & set(self.errors):
            self.found = self.alike(self.instance)
        told = self.data.get("_apart", "").split()
        if any(str(record.pk) not in told for record in self.found):
            self.add_error(self.identifying_fields[0], forms.ValidationError(said(self.found), code="near"))


def near_view(screen, request):
    """What the form would say of what is in its boxes now; nothing when no record is near."""
    if not (screen.has_add_permission(request) or screen.has_change_permission(request)):
        raise PermissionDenied
    form = screen.get_form(request)(request.GET)
    form.is_valid()
    others = [record for record in form.found if str(record.pk) != request.GET.get("_of")]
    return HttpResponse(said(others) if others else "")


def said(found):
    """The records, each with the way to it, and the box that says that it is none of them."""
    return render_to_string("portal/admin/_near.html", {"found": found})


def found_near(screen, request, record):
    """The records that this one may be, under the names that whoever asks may read."""
    records = list(screen.near_records(request, record)[:MOST_SHOWN])
    for found in records:
        found.shown = screen.near_label(request, found)
        found.address = reverse(
            f"admin:{screen.opts.app_label}_{screen.opts.model_name}_change", args=[found.pk]
        )
    return records
