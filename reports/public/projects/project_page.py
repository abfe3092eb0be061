"""The page of a project: contributions, participants, results and evidence."""

from django.db.models import Q, prefetch_related_objects
from django.shortcuts import get_object_or_404, render

from partners.access import reads_documents
from partners.models import DocumentKind
from projects.models import Project
from projects.models.evidence import evidence_of


def project_page(request, code):
    seen = Project.objects.seen_by(request.user)
    found = seen.select_related("partner", "category", "subdistrict__district", "agreement")
    project = get_object_or_404(found, code=code)
    gifts = project.contributions.received().select_related("giver", "recipient")
    prefetch_related_objects([project.partner, *(gift.giver for gift in gifts)], "former_names")
    agreement = project.agreement
    evidence = evidence_of(project)
    photos = [paper for paper in evidence if _is_public_photo(paper)]
    context = {
        "project": project,
        "partner": _name_of(project, project.partner, request.user),
        "gifts": [(gift, _name_of(project, gift.giver, request.user)) for gift in gifts],
        "totals": project.contributions.totals(),
        "parts": project.participations.select_related("organization", "group", "subdistrict"),
        "activities": project.activities.all(),
        "results": project.results.all(),
        "agreement": agreement if agreement and agreement.is_seen_by(request.user) else None,
        "photos": photos,
        "papers": [paper for paper in evidence if paper not in photos],
        "opens_all": reads_documents(request.user),
        "twins": seen.filter(Q(pk=project.last_year_id) | Q(last_year=project)).order_by("fiscal_year", "pk"),
    }
    return render(request, "reports/public/projects/project_page.html", context)


def _name_of(project, organization, user):
    return project.in_its_year(organization).display_name(user)


def _is_public_photo(document):
    return document.kind == DocumentKind.PHOTO and document.is_open and bool(document.picture)
