"""The slips on which directors are told their first passwords: one PDF, a sheet for each network, to be cut."""

from itertools import groupby

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone

from networks.director_accounts import Slip
from networks.models.schools import prefetch_networks
from portal.models import Office

WITHOUT = "ไม่อยู่ในเครือข่ายใด"


def slips_html(slips: list[Slip], address: str, user) -> str:
    """A school of several networks that the user may know of stands under the first; those of none come last."""
    prefetch_related_objects([slip.school for slip in slips], prefetch_networks(timezone.localdate(), user))
    sheets = groupby(sorted(slips, key=_place), key=lambda slip: _network(slip.school))
    context = {
        "sheets": [(network.name if network else WITHOUT, list(slips)) for network, slips in sheets],
        "address": address,
        "office": Office.objects.first(),
        "today": timezone.localdate(),
    }
    return render_to_string("networks/password_slips.html", context)


def slips_pdf(slips: list[Slip], address: str, user) -> bytes:
    from portal.pdf.rendering import pdf_of

    return pdf_of(slips_html(slips, address, user), "css/slips.css")


def _network(school):
    return school.network_seats[0].group if school.network_seats else None


def _place(slip):
    network = _network(slip.school)
    return network is None, network and (network.sort_key, network.pk), slip.school.sort_key, slip.school.pk
