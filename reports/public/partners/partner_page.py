"""The page of an organization: projects and support by year, agreements, and schools it reached."""

from itertools import groupby
from operator import attrgetter

from django.db.models import BooleanField, ExpressionWrapper, Q, prefetch_related_objects
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from partners.models import Agreement, Organization, OrganizationKind
from portal.roles import reads_people
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Participation, Project


def partner_page(request, code):
    found = Organization.objects.select_related("subdistrict__district__province")
    partner = get_object_or_404(found, code=code)
    if partner.kind in OrganizationKind.schools():
        return redirect(partner, permanent=True)
    people = reads_people(request.user)
    projects = _read_projects(partner)
    prefetch_related_objects([partner, *(project.partner for project in projects)], "former_names")
    today = timezone.localdate()
    agreements = Agreement.objects.seen_by(request.user).filter(parties__organization=partner).distinct()
    schools, others = _read_participants(projects)
    context = {
        "partner": partner,
        "name": partner.display_name(request.user),
        "names_shown": people or not partner.is_person,
        "years": list(_group_by_year(partner, projects)),
        "agreements": [(deal, deal.state(today), deal.days_left(today)) for deal in agreements],
        "schools": schools,
        "others": others,
        "contacts": partner.contacts.all() if people else partner.contacts.filter(is_public=True),
    }
    return render(request, "reports/public/partners/partner_page.html", context)


def _read_projects(partner):
    """Return confirmed projects of the partner or to which it gave, newest year first, in report order."""
    given = partner.contributions.received().values("project")
    projects = Project.objects.confirmed().filter(Q(partner=partner) | Q(pk__in=given))
    return projects.select_related("partner").order_by("-fiscal_year", "position", "pk")


def _group_by_year(partner, projects):
    """Yield each fiscal year with its total and its projects: what the partner gave and what others gave."""
    given = partner.contributions.confirmed().totals_by("project__fiscal_year")
    own = ExpressionWrapper(Q(giver=partner), BooleanField())
    gifts = Contribution.objects.filter(project__in=projects.order_by().values("pk"))
    received = gifts.annotate(is_own=own).totals_by("project", "is_own")
    for year, group in groupby(projects, key=attrgetter("fiscal_year")):
        group = list(group)
        yield {
            "year": year,
            "organization": partner.as_of(fiscal_year_bounds(year)[1]),
            "own_projects": sum(project.partner_id == partner.pk for project in group),
            "rows": [
                (
                    project,
                    project.in_its_year(project.partner),
                    received.get((project.pk, True)),
                    received.get((project.pk, False)),
                )
                for project in group
            ],
            "totals": given.get((year,)),
        }


def _read_participants(projects):
    """Return the schools that took part by name, and the labels of schools that took part as a group."""
    parts = Participation.objects.filter(project__in=projects.order_by().values("pk"))
    found = parts.select_related("organization", "group", "subdistrict")
    schools, labels = {}, {}
    for part in found.order_by("organization__sort_key", "pk"):
        if part.organization and part.organization.kind in OrganizationKind.schools():
            schools[part.organization] = None
        elif not part.organization and not part.words:
            labels[part.public_name] = None
    return list(schools), list(labels)
