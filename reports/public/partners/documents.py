"""The register of documents, the page of each and its file."""

from pathlib import PurePath

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.access import reads_documents
from partners.models import Document
from partners.uploads import download_name
from portal.downloads import sandboxed_file
from portal.query_params import requested_page
from portal.tables.export import requested_download
from portal.thai.dates import file_date
from projects.columns import EVIDENCE
from projects.models import Project
from reports.outputs.access import refuse
from reports.public.partners.documents_shown import DocumentFilters, documents_seen_by


def document_list(request):
    """Show the documents that the user may know of, with number, date and whether the file is public."""
    seen = documents_seen_by(request.user)
    filters = DocumentFilters(request.GET, seen, request=request, years=Project.objects.years())
    today = file_date(timezone.localdate())
    if file := requested_download(request, EVIDENCE, filters.qs, "เอกสารหลักฐาน", today):
        return file
    page, note = requested_page(request, filters.qs.select_related("issuer"))
    context = {"filters": filters, "page": page, "notes": [filters.note, note]}
    return render(request, "reports/public/partners/document_list.html", context)


def document_page(request, code):
    seen = documents_seen_by(request.user).select_related("issuer")
    document = get_object_or_404(seen, code=code)
    proven = Project.objects.seen_by(request.user).proven_by(document)
    context = {
        "document": document,
        "issuer": document.issuer and document.issuer.display_name(request.user),
        "opens": bool(document.file) and (document.is_public or reads_documents(request.user)),
        "projects": proven.order_by("-fiscal_year", "position", "pk"),
        "agreements": document.agreements.seen_by(request.user),
        "groups": document.appointed_groups.all(),
        "lines": document.evidence_lines.select_related("item__report", "item__standard_item"),
    }
    return render(request, "reports/public/partners/document_page.html", context)


@require_safe
@never_cache
def document_file(request, code, field):
    """Return a document's file or preview picture: a public one to all, others to staff who may view documents."""
    document = Document.objects.filter(code=code).first()
    if not ((document and document.is_public) or reads_documents(request.user)):
        return refuse(request)
    file = document and getattr(document, field)
    if not file:
        raise Http404("เอกสารนี้ไม่มีไฟล์")
    return sandboxed_file(file, download_name(document.file_name, PurePath(file.name).suffix))
