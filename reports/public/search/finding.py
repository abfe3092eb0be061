"""The search page: records of every kind that match the words, as far as the user may read them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, Count, Q, QuerySet, When, Window, prefetch_related_objects
from django.shortcuts import render

from networks.models import Group, School
from partners.models import Agreement, Document, Organization, OrganizationKind
from portal.thai.digits import to_arabic
from portal.thai.keys import search_key, search_words
from projects.models import Project
from reports.public.partners.documents import documents_seen_by
from reports.public.search.hits import (
    Hit,
    agreement_hit,
    document_hit,
    group_hit,
    organization_hit,
    project_hit,
)

FIRST = 20
SHORTEST = 2


@dataclass(frozen=True)
class SearchedKind:
    """A kind of record that is searched: its name and list page, the readable records, and how they are shown."""

    name: str
    list: str
    records: QuerySet
    order: list[str]
    hit: Callable


@dataclass(frozen=True)
class HitsOfKind:
    """The matches of one kind: the first of them, and how many in all."""

    kind: str
    count: int
    hits: tuple[Hit, ...]
    more: list[dict]


def search_page(request):
    """Show what matches ?q=; a query shorter than two characters is not searched."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:100]
    is_searched = len(search_key(query)) >= SHORTEST
    context = {
        "query": query,
        "is_searched": is_searched,
        "found": search(query, request.user) if is_searched else (),
        "words": query.split(),
        "first": FIRST,
    }
    return render(request, "reports/public/search/search.html", context)


def search(query, user):
    """Return the matches of a query by kind; exact names, codes and numbers come first."""
    matches = [(kind, kind.records.found_by(user, query)) for kind in _searched_kinds(user)]
    rows = [(kind, records, _first_matches(records, query, kind.order)) for kind, records in matches]
    _prefetch_former_names([record for *_, first in rows for record in first])
    keys = {search_key(query), *search_words(query)}
    return tuple(
        HitsOfKind(
            kind=kind.name,
            count=first[0].in_all,
            hits=tuple(kind.hit(record, keys, user) for record in first),
            more=_lists_of_all(kind, records, first[0].in_all),
        )
        for kind, records, first in rows
        if first
    )


def _lists_of_all(kind, records, count):
    """Return the list pages with all matches when they are more than shown; projects have one for each year."""
    if count <= FIRST:
        return []
    if records.model is not Project:
        return [{"count": count, "list": kind.list}]
    by_year = records.order_by("-fiscal_year").values_list("fiscal_year").annotate(Count("pk", distinct=True))
    return [{"count": number, "list": kind.list, "year": year} for year, number in by_year]


def _searched_kinds(user):
    organizations = Organization.objects.exclude(kind__in=OrganizationKind.schools())
    organizations = organizations.select_related("subdistrict__district")
    schools = School.objects.select_related("subdistrict__district")
    projects = Project.objects.seen_by(user).select_related("partner", "category")
    groups = Group.objects.select_related("kind")
    agreements = Agreement.objects.seen_by(user).with_parties()
    documents = documents_seen_by(user).select_related("issuer")
    by_name = ["sort_key"]
    return [
        SearchedKind("โรงเรียน", "school-list", schools, by_name, organization_hit),
        SearchedKind("หน่วยงาน", "partner-list", organizations, by_name, organization_hit),
        SearchedKind("โครงการ", "project-list", projects, ["-fiscal_year", "sort_key"], project_hit),
        SearchedKind("เครือข่าย", "network-list", groups, ["kind__order", "order", "sort_key"], group_hit),
        SearchedKind("ข้อตกลง", "agreement-list", agreements, by_name, agreement_hit),
        SearchedKind("เอกสาร", "document-list", documents, by_name, document_hit),
    ]


def _first_matches(records, query, order):
    """Return the first matches, each with their number in all as `in_all`."""
    key = search_key(query)
    exact = Q(code__iexact=to_arabic(query.strip())) | Q(search_key=key)
    exact |= Q(search_key__startswith=f"{key}|") | Q(search_key__contains=f"|{key}|")
    exact |= Q(search_key__endswith=f"|{key}")
    nearness = Case(When(exact, then=0), When(search_key__contains=key, then=1), default=2)
    annotated = records.annotate(in_all=Window(Count("pk")), nearness=nearness)
    return list(annotated.order_by("nearness", *order, "pk")[:FIRST])


def _prefetch_former_names(records):
    """Read the former names of all organizations among and beside the matches in one query."""
    organizations = []
    for record in records:
        match record:
            case Organization():
                organizations.append(record)
            case Project():
                organizations.append(record.partner)
            case Document():
                organizations.append(record.issuer)
            case Agreement():
                organizations += [party.organization for party in record.parties.all()]
    prefetch_related_objects([each for each in organizations if each], "former_names")
