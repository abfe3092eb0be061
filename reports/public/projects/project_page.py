"""A project's own page: what it was about, who gave what, who took part, what proves it."""

from django.db.models import F, Q, prefetch_related_objects
from django.shortcuts import get_list_or_404, render

from partners.models import Document, DocumentKind
from partners.models.documents import may_view
from projects.models import Project


def project_page(request, code):
    seen = Project.objects.seen_by(request.user)
    project, activities = _project_and_activities(seen, code)
    gifts = project.contributions.filter(receipt="received").select_related("giver", "recipient")
    prefetch_related_objects([project.partner, *(gift.giver for gift in gifts)], "former_names")
    agreement = project.agreement
    evidence = Document.objects.evidence_of(project)
    photos = [paper for paper in evidence if _is_shown(paper)]
    context = {
        "project": project,
        "partner": _named(project, project.partner, request.user),
        "gifts": [(gift, _named(project, gift.giver, request.user)) for gift in gifts],
        "totals": project.contributions.totals(),
        "parts": project.participations.select_related("organization", "group", "subdistrict"),
        "activities": activities,
        "results": project.results.all(),
        "agreement": agreement if agreement and agreement.is_seen_by(request.user) else None,
        "photos": photos,
        "papers": [paper for paper in evidence if paper not in photos],
        "opens_all": may_view(request.user),
        "twins": seen.filter(Q(pk=project.last_year_id) | Q(last_year=project)).order_by("fiscal_year", "pk"),
    }
    return render(request, "reports/public/projects/project_page.html", context)


def _project_and_activities(seen, code):
    """The project, which is read once for every activity, and its activities in their order."""
    found = seen.select_related("partner", "category", "subdistrict__district", "agreement")
    in_order = found.annotate(activity=F("activities__name")).order_by("activities__order", "activities__pk")
    rows = get_list_or_404(in_order, code=code)
    return rows[0], [row.activity for row in rows if row.activity]


def _named(project, organization, user):
    return project.in_its_year(organization).name_for(user)


def _is_shown(document):
    """A photo that everybody may look at."""
    return document.kind == DocumentKind.PHOTO and document.is_open and bool(document.picture)
