"""The documents that a user may know of, and the filters of their list."""

from django.db.models import F, Q
from django_filters import ChoiceFilter

from partners.access import reads_documents
from partners.models import Document, DocumentKind
from portal.query_params import YES_NO, ListFilters, SortFilter
from portal.records import Publication
from portal.thai.dates import fiscal_year_bounds
from projects.models.evidence import proves_project


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
