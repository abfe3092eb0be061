"""The public register of documents, and the page of each: what it proves."""

from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from partners import related
from partners.columns import DocumentSheet
from partners.models import Document
from partners.models.documents import may_view
from portal.query_params import asked_page
from portal.tables.export import asked_download
from portal.thai.dates import file_date
from reports.public.partners.filters import DocumentFilters


def document_list(request):
    """What may be known to exist: number, date, and whether its file is open to all."""
    seen = Document.objects.seen_by(request.user)
    filters = DocumentFilters(request.GET, seen, request=request, years=related.projects().years())
    today = file_date(timezone.localdate())
    if file := asked_download(request, DocumentSheet, filters.qs, "เอกสารหลักฐาน", today):
        return file
    page, note = asked_page(request, filters.qs.select_related("issuer"))
    context = {"filters": filters, "page": page, "notes": [filters.note, note]}
    return render(request, "reports/public/partners/document_list.html", context)


def document_page(request, code):
    seen = Document.objects.seen_by(request.user).select_related("issuer")
    document = get_object_or_404(seen, code=code)
    context = {
        "document": document,
        "issuer": document.issuer and document.issuer.name_for(request.user),
        "opens": bool(document.file) and (document.is_public or may_view(request.user)),
        "projects": _proven_projects(document, request.user),
        "agreements": document.agreements.seen_by(request.user),
        "groups": document.appointed_groups.all(),
        "lines": document.evidence_lines.select_related("item__report", "item__standard_item"),
    }
    return render(request, "reports/public/partners/document_page.html", context)


def _proven_projects(document, user):
    """Those of which it is evidence: as their own, of a gift received, of their agreement."""
    found = related.projects().seen_by(user)
    own = Q(pk__in=document.projects.order_by().values("pk"))
    of_gifts = Q(pk__in=document.contributions.filter(receipt="received").order_by().values("project"))
    of_agreements = Q(agreement__in=document.agreements.order_by().values("pk"))
    return found.filter(own | of_gifts | of_agreements).order_by("-fiscal_year", "position", "pk")
