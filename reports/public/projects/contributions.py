"""The list of contributions: the rows of every total of a year."""

from django.shortcuts import render

from partners.access import reads_documents
from portal.query_params import requested_page, requested_year
from portal.tables.export import requested_download
from projects.columns import CONTRIBUTIONS
from projects.filters import ContributionFilters
from projects.models import Contribution, Project
from projects.models.evidence import evidence_by_project
from projects.totals import Totals
from reports.public.projects.organizations_of_year import organizations_of_year


def contribution_list(request):
    """Show what the confirmed projects of a year received, in the order of the report."""
    years = Project.objects.years()
    year, year_note = requested_year(request, years)
    organizations = organizations_of_year(year, request.GET.get("giver"))
    received = Contribution.objects.confirmed().in_year(year or 0).received()
    rows = received.order_by("project__position", "project", "order", "pk")
    filters = ContributionFilters(request.GET, rows, request=request, bodies=organizations, year=year)
    found = filters.qs
    if file := requested_download(request, CONTRIBUTIONS, found, "การสนับสนุน", year or "ทุกปี"):
        return file
    page, page_note = requested_page(request, found.select_related("project", "document"))
    papers = evidence_by_project([gift.project_id for gift in page])
    per_giver = found.totals_by("giver")
    context = {
        "years": years,
        "year": year,
        "filters": filters,
        "page": page,
        "rows": [(gift, organizations[gift.giver_id], _papers_of(gift, papers)) for gift in page],
        "opens_all": reads_documents(request.user),
        "givers": len(per_giver),
        "totals": Totals.of(per_giver.values()),
        "notes": [year_note, filters.note, page_note],
    }
    return render(request, "reports/public/projects/contribution_list.html", context)


def _papers_of(gift, papers):
    """Return the document of the contribution, or else the evidence of its project."""
    return [gift.document] if gift.document else papers[gift.project_id]
