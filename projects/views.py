from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render

from partners.models import Organization
from portal.asked import asked_page, asked_year
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution, Project
from projects.totals import Totals


def project_list(request):
    """The year's confirmed projects in the order of the report, with what each received."""
    years = Project.objects.years()
    year, year_note = asked_year(request, years)
    page, page_note = asked_page(request, _projects(year))
    received = Contribution.objects.confirmed().in_year(year)
    per_project = received.filter(project__in=page.object_list).totals_by("project")
    context = {
        "years": years,
        "year": year,
        "page": page,
        "rows": [(project, per_project.get((project.pk,), Totals())) for project in page],
        "totals": received.totals(),
        "notes": [year_note, page_note],
    }
    return render(request, "projects/project_list.html", context)


def project_page(request, code):
    project = get_object_or_404(Project.objects.seen_by(request.user), code=code)
    return render(request, "projects/project_page.html", {"project": project})


def contribution_list(request):
    page, note = asked_page(request, Contribution.objects.confirmed())
    return render(request, "projects/contribution_list.html", {"page": page, "notes": [note]})


def _projects(year):
    found = Project.objects.confirmed().in_year(year).order_by("position", "pk")
    if not year:
        return found.none()
    partners = Organization.objects.named_on(fiscal_year_bounds(year)[1])
    return found.prefetch_related(Prefetch("partner", partners))
