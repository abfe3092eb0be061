"""What happens in a district or a subdistrict: its schools, local governments, networks and the year's projects."""

from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from networks.models import Group, Membership
from networks.models.schools import newest_number
from partners.models import Organization, OrganizationKind
from portal.models import District, Office, Subdistrict
from portal.query_params import requested_page, requested_year
from projects.models import Contribution, Participation, Project
from projects.totals import Totals
from reports.figures.available_years import report_years

BODIES = [*OrganizationKind.schools(), *OrganizationKind.local_governments()]


def district_list(request):
    """The office's own districts, each with its subdistricts and how many schools there are."""
    today = timezone.localdate()
    schools = Q(organizations__kind__in=OrganizationKind.schools()) & (
        Q(organizations__active_to=None) | Q(organizations__active_to__gte=today)
    )
    subdistricts = (
        Subdistrict.objects.own()
        .select_related("district__province")
        .order_by("district__sort_key", "sort_key")
    )
    counted = subdistricts.annotate(schools=Count("organizations", filter=schools))
    return render(request, "reports/public/district_list.html", {"subdistricts": counted})


def district_page(request, code):
    own = Office.objects.filter(districts=OuterRef("pk"))
    districts = District.objects.select_related("province").annotate(own=Exists(own))
    district = get_object_or_404(districts, code=code)
    groups = Group.objects.in_district(district)
    context = {"subdistricts": district.subdistricts.all()}
    return _place_page(request, district, "subdistrict__district", groups, context)


def subdistrict_page(request, code):
    own = Office.objects.filter(districts=OuterRef("district"))
    subdistricts = Subdistrict.objects.select_related("district__province").annotate(own=Exists(own))
    subdistrict = get_object_or_404(subdistricts, code=code)
    return _place_page(request, subdistrict, "subdistrict", subdistrict.groups.all(), {})


def _place_page(request, place, path, groups, context):
    years = report_years()
    year, year_note = requested_year(request, years)
    happening = _projects(place, path)
    page, page_note = requested_page(request, happening.in_year(year))
    bodies = _bodies(place, path)
    groups = list(_groups(place, path, groups))
    if not (place.own or bodies or groups or page.object_list or happening.exists()):
        raise Http404("ไม่มีข้อมูลของพื้นที่นี้")
    received = (
        Contribution.objects.confirmed().in_year(year).filter(project__in=happening.order_by().values("pk"))
    )
    per_project = received.totals_by("project")
    context |= {
        "place": place,
        "years": years,
        "year": year,
        "notes": [year_note, page_note],
        "schools": [body for body in bodies if body.kind in OrganizationKind.schools()],
        "governments": [body for body in bodies if body.kind in OrganizationKind.local_governments()],
        "groups": groups,
        "page": page,
        "rows": [
            (project, project.in_its_year(project.partner), per_project.get((project.pk,), Totals()))
            for project in page
        ],
        "totals": Totals.of(per_project.values()),
    }
    return render(request, "reports/public/place_page.html", context)


def _bodies(place, path):
    """The schools of today with their newest number of pupils, and the local governments."""
    there = Organization.objects.filter(kind__in=BODIES, **{path: place})
    standing = there.exclude(active_to__lt=timezone.localdate())
    return list(standing.select_related("subdistrict__district").annotate(pupils=newest_number("pupils")))


def _groups(place, path, own):
    """The groups of today whose area is here, and the networks of the schools that are here."""
    today = timezone.localdate()
    seats = Membership.objects.in_networks(today).filter(**{f"organization__{path}": place})
    of_schools = Q(pk__in=seats.order_by().values("group"))
    found = own | Group.objects.filter(of_schools)
    return found.existing_between(today, today).select_related("kind")


def _projects(place, path):
    """Confirmed projects that took place here, are a partner's from here, or in which somebody from here took part."""
    parts = Participation.objects.filter(Q(**{path: place}) | Q(**{f"organization__{path}": place}))
    here = (
        Q(**{path: place}) | Q(**{f"partner__{path}": place}) | Q(pk__in=parts.order_by().values("project"))
    )
    projects = Project.objects.confirmed().filter(here).select_related("partner")
    return projects.prefetch_related("partner__former_names").order_by("position", "pk")
