"""The register of agreements, and the page of each."""

from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from partners.columns import AGREEMENTS
from partners.filters import AgreementFilters
from partners.models import Agreement
from portal.query_params import requested_page
from portal.roles import reads_people
from portal.tables.export import requested_download
from portal.thai.dates import file_date
from projects.models import Contribution, Project


def agreement_list(request):
    """Show the agreements by day of signing, with state and days left; drafts to staff only."""
    today = timezone.localdate()
    signed_first = F("signed_first").asc(nulls_last=True)
    agreements = Agreement.objects.seen_by(request.user).order_by(signed_first, "sort_key", "pk")
    filters = AgreementFilters(request.GET, agreements, request=request, years=Project.objects.years())
    if file := requested_download(request, AGREEMENTS, filters.qs, "บันทึกข้อตกลง", file_date(today)):
        return file
    page, note = requested_page(request, filters.qs.with_parties())
    context = {
        "filters": filters,
        "page": page,
        "rows": [(agreement, agreement.state(today), agreement.days_left(today)) for agreement in page],
        "today": today,
        "notes": [filters.note, note],
    }
    return render(request, "reports/public/partners/agreement_list.html", context)


def agreement_page(request, code):
    today = timezone.localdate()
    seen = Agreement.objects.seen_by(request.user)
    agreement = get_object_or_404(seen.with_parties(), code=code)
    projects = agreement.projects.confirmed().order_by("-fiscal_year", "position", "pk")
    projects = projects.select_related("partner").prefetch_related("partner__former_names")
    received = Contribution.objects.confirmed().filter(project__agreement=agreement)
    per_project = received.totals_by("project")
    context = {
        "agreement": agreement,
        "state": agreement.state(today),
        "days_left": agreement.days_left(today),
        "today": today,
        "parties": [
            (party, party.organization.display_name(request.user) if party.organization else party.words)
            for party in agreement.parties.all()
        ],
        "reads_people": reads_people(request.user),
        "earlier": seen.filter(renewals=agreement).first(),
        "later": seen.filter(renews=agreement),
        "documents": agreement.documents.select_related("issuer"),
        "projects": [
            (project, project.in_its_year(project.partner), per_project.get((project.pk,)))
            for project in projects
        ],
        "totals": received.totals(),
    }
    return render(request, "reports/public/partners/agreement_page.html", context)
