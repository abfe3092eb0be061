from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from networks.models import Group, GroupKind, School
from portal.asked import asked_page


def network_list(request):
    """Every kind of group with its groups of today, by name; their members are not told here."""
    today = timezone.localdate()
    groups = Group.objects.standing_in(today, today).select_related(
        "subdistrict__district", "district__province"
    )
    kinds = GroupKind.objects.prefetch_related(Prefetch("groups", groups, to_attr="standing"))
    return render(request, "networks/network_list.html", {"kinds": kinds})


def network_page(request, code):
    group = get_object_or_404(Group.objects.select_related("kind"), code=code)
    return render(request, "networks/network_page.html", {"group": group})


def school_list(request):
    """The schools of today in Thai dictionary order."""
    found = School.objects.exclude(active_to__lt=timezone.localdate()).select_related("subdistrict__district")
    page, note = asked_page(request, found)
    return render(request, "networks/school_list.html", {"page": page, "notes": [note]})


def school_page(request, code):
    school = get_object_or_404(School, code=code)
    return render(request, "networks/school_page.html", {"school": school})
