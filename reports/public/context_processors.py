"""What every page knows: the office whose portal it is, and when the records that pages tell were last changed."""

from django.db.models import Subquery
from django.utils import timezone

from networks.models import Group
from partners.models import Agreement, Organization
from portal.models import Office
from projects.models import Project

TOLD = (Project, Agreement, Group, Organization)


def office(request):
    found, updated = office_and_update()
    return {"office": found, "updated": updated}


def office_and_update():
    """The office, and the day of the newest change, or None; in one query, since every page asks."""
    newest = [model.objects.order_by("-updated_at").values("updated_at")[:1] for model in TOLD]
    changes = {f"change_{number}": Subquery(rows) for number, rows in enumerate(newest)}
    found = Office.objects.annotate(**changes).first()
    moments = [moment for name in changes if found and (moment := getattr(found, name))]
    return found, timezone.localdate(max(moments)) if moments else None
