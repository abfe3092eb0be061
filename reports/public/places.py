"""The pages of districts and subdistricts: schools, local governments, networks and projects of a year."""

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

KINDS = [*OrganizationKind.schools(), *OrganizationKind.local_governments()]


def district_list(request):
    """Show the office's own districts with their subdistricts and numbers of schools."""
    is_open = Q(organizations__active_to=None) | Q(organizations__active_to__gte=timezone.localdate())
    schools = Q(organizations__kind__in=OrganizationKind.schools()) & is_open
    subdistricts = Subdistrict.objects.own().annotate(schools=Count("organizations", filter=schools))
    subdistricts = subdistricts.select_related("district__province").order_by(
        "district__sort_key", "sort_key"
    )
    return render(request, "reports/public/district_list.html", {"subdistricts": subdistricts})


def district_page(request, code):
    own = Office.objects.filter(districts=OuterRef("pk"))
    districts = District.objects.select_related("province").annotate(own=Exists(own))
    district = get_object_or_404(districts, code=code)
    return _render_place(request, district, "subdistrict__district", Group.objects.in_district(district))


def subdistrict_page(request, code):
    own = Office.objects.filter(districts=OuterRef("district"))
    subdistricts = Subdistrict.objects.select_related("district__province").annotate(own=Exists(own))
    subdistrict = get_object_or_404(subdistricts, code=code)
    return _render_place(request, subdistrict, "subdistrict", subdistrict.groups.all())


def _render_place(request, place, path, own_groups):
    """Render the page of a place; `path` leads to it from records. Raise Http404 if nothing is known of it."""
    years = report_years()
    year, year_note = requested_year(request, years)
    projects = _read_projects(place, path)
    page, page_note = requested_page(request, projects.in_year(year))
    organizations = _read_organizations(place, path)
    groups = list(_read_groups(place, path, own_groups))
    if not (place.own or organizations or groups or page.object_list or projects.exists()):
        raise Http404("ไม่มีข้อมูลของพื้นที่นี้")
    received = Contribution.objects.confirmed().in_year(year)
    per_project = received.filter(project__in=projects.order_by().values("pk")).totals_by("project")
    schools, governments = OrganizationKind.schools(), OrganizationKind.local_governments()
    context = {
        "place": place,
        "subdistricts": place.subdistricts.all() if isinstance(place, District) else [],
        "years": years,
        "year": year,
        "notes": [year_note, page_note],
        "schools": [each for each in organizations if each.kind in schools],
        "governments": [each for each in organizations if each.kind in governments],
        "groups": groups,
        "page": page,
        "rows": [
            (project, project.in_its_year(project.partner), per_project.get((project.pk,), Totals()))
            for project in page
        ],
        "totals": Totals.of(per_project.values()),
    }
    return render(request, "reports/public/place_page.html", context)


def _read_organizations(place, path):
    """Return the schools of today with their newest number of pupils, and the local governments."""
    organizations = Organization.objects.filter(kind__in=KINDS, **{path: place})
    existing = organizations.exclude(active_to__lt=timezone.localdate())
    return list(existing.select_related("subdistrict__district").annotate(pupils=newest_number("pupils")))


def _read_groups(place, path, own_groups):
    """Return the groups of today whose area is the place, and the networks of its schools."""
    today = timezone.localdate()
    seats = Membership.objects.in_networks(today).filter(**{f"organization__{path}": place})
    groups = own_groups | Group.objects.filter(pk__in=seats.order_by().values("group"))
    return groups.existing_between(today, today).select_related("kind")


def _read_projects(place, path):
    """Return confirmed projects that took place here, or with a partner or participant from here."""
    parts = Participation.objects.filter(Q(**{path: place}) | Q(**{f"organization__{path}": place}))
    here = Q(**{path: place}) | Q(**{f"partner__{path}": place})
    here |= Q(pk__in=parts.order_by().values("project"))
    projects = Project.objects.confirmed().filter(here).select_related("partner")
    return projects.prefetch_related("partner__former_names").order_by("position", "pk")
