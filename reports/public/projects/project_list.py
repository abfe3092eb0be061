"""The list of the projects of a year."""

from django.shortcuts import render

from partners.access import reads_documents
from portal.query_params import requested_page, requested_year
from portal.tables.export import requested_download
from projects.columns import RECEIVED
from projects.filters import ProjectFilters
from projects.models import Contribution, Project
from projects.models.evidence import evidence_by_project
from projects.totals import Totals
from reports.public.projects.organizations_of_year import organizations_of_year


def project_list(request):
    """Show the confirmed projects of a year in the order of the report, with what each received."""
    years = Project.objects.years()
    year, year_note = requested_year(request, years)
    organizations = organizations_of_year(year, request.GET.get("partner"), request.GET.get("giver"))
    rows = Project.objects.confirmed().in_year(year or 0).order_by("position", "pk").with_evidence()
    filters = ProjectFilters(request.GET, rows, request=request, bodies=organizations)
    found = filters.qs
    if file := requested_download(request, RECEIVED, found, "โครงการ", year or "ทุกปี"):
        return file
    page, page_note = requested_page(request, found)
    received = Contribution.objects.confirmed().filter(project__in=found.order_by().values("pk"))
    per_project = received.totals_by("project")
    papers = evidence_by_project([project.pk for project in page])
    for project in page:
        project.partner = organizations[project.partner_id]
    context = {
        "years": years,
        "year": year,
        "filters": filters,
        "page": page,
        "rows": [(project, per_project.get((project.pk,), Totals()), papers[project.pk]) for project in page],
        "opens_all": reads_documents(request.user),
        "totals": Totals.of(per_project.values()),
        "notes": [year_note, filters.note, page_note],
    }
    return render(request, "reports/public/projects/project_list.html", context)
