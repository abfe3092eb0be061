"""The office and the day of the last change, for every page."""

from django.db.models import Subquery
from django.utils import timezone

from networks.models import Group
from partners.models import Agreement, Organization
from portal.models import Office
from projects.models import Project

SHOWN_MODELS = (Project, Agreement, Group, Organization)


def office(request):
    found, updated = office_and_update()
    return {"office": found, "updated": updated}


def office_and_update():
    """Return the office and the day of the newest change, each or None, in one query."""
    newest = [model.objects.order_by("-updated_at").values("updated_at")[:1] for model in SHOWN_MODELS]
    changes = {f"change_{number}": Subquery(rows) for number, rows in enumerate(newest)}
    found = Office.objects.annotate(**changes).first()
    moments = [moment for name in changes if found and (moment := getattr(found, name))]
    return found, timezone.localdate(max(moments)) if moments else None
