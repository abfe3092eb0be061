"""The register of documents, the page of each and its file."""

from pathlib import PurePath

from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_filters import ChoiceFilter

from partners.access import reads_documents
from partners.models import Document, DocumentKind
from partners.uploads import download_name
from portal.downloads import sandboxed_file
from portal.query_params import YES_NO, ListFilters, SortFilter, requested_page
from portal.records import Publication
from portal.tables.export import requested_download
from portal.thai.dates import file_date, fiscal_year_bounds
from projects.columns import EVIDENCE
from projects.models import Project
from projects.models.evidence import proves_project
from reports.outputs.access import refuse


def documents_seen_by(user):
    """Return public documents and those that prove public records, or all to staff who may view documents.

    Public records are confirmed projects and agreements, groups, and the evidence lists of reports.
    """
    if reads_documents(user):
        return Document.objects.all()
    is_known = Q(is_public=True) | proves_project(status=Publication.CONFIRMED)
    is_known |= _matches(agreements__status=Publication.CONFIRMED)
    is_known |= _matches(appointed_groups__isnull=False) | _matches(evidence_lines__isnull=False)
    return Document.objects.filter(is_known)


def is_of_year(fiscal_year) -> Q:
    """Return the condition that a document is dated in a year, proves its confirmed projects or stands in its report."""
    first, last = fiscal_year_bounds(fiscal_year)
    dated = Q(dated_first__lte=last, dated_last__gte=first)
    proves = proves_project(status=Publication.CONFIRMED, fiscal_year=fiscal_year)
    return dated | proves | _matches(evidence_lines__item__report__fiscal_year=fiscal_year)


def _matches(**condition) -> Q:
    """Return a condition as a subquery, since its joins would multiply the rows."""
    return Q(pk__in=Document.objects.filter(**condition).order_by().values("pk"))


class DocumentFilters(ListFilters):
    """Filters of documents, by fiscal year among others."""

    kind = ChoiceFilter(label="ประเภท", choices=DocumentKind.choices, empty_label="ทุกประเภท")
    year = ChoiceFilter(label="ปีงบประมาณ", empty_label="ทุกปี", method="filter_year")
    file = ChoiceFilter(label="ไฟล์ที่เปิดได้", choices=YES_NO, empty_label="ทั้งหมด", method="filter_file")
    sort = SortFilter(
        "ชื่อ",
        newest=("ลงวันที่ ใหม่ไปเก่า", F("dated_last").desc(nulls_last=True), "sort_key", "pk"),
        kind=("ประเภท", "kind", "sort_key", "pk"),
    )

    def __init__(self, *args, years=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]

    def filter_year(self, queryset, name, value):
        return queryset.filter(is_of_year(int(value)))

    def filter_file(self, queryset, name, value):
        is_open = Q(is_public=True) & ~Q(file="")
        return queryset.filter(is_open if value == "yes" else ~is_open)


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
