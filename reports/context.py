"""When the records that pages tell were last changed."""

from django.db.models import Max
from django.utils import timezone

from networks.models import Group
from partners.models import Agreement, Organization
from projects.models import Project


def updated(request):
    """Asked of the database only by a page that says it."""
    return {"updated": last_update}


def last_update():
    """The day of the newest change, or None of an empty portal."""
    newest = [
        model.objects.order_by().values_list(Max("updated_at")) for model in (Project, Agreement, Group)
    ]
    moments = Organization.objects.order_by().values_list(Max("updated_at")).union(*newest)
    moment = max((moment for (moment,) in moments if moment), default=None)
    return moment and timezone.localtime(moment).date()
