"""What the one search box finds: records of every kind, by what an outsider or the signed-in may read."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Case, Count, Q, QuerySet, When, Window, prefetch_related_objects

from networks.models import Group, School
from partners.models import Agreement, Document, Organization, OrganizationKind
from portal.thai.digits import to_arabic
from portal.thai.keys import search_key, search_words
from projects.models import Project
from reports.public.partners.documents_shown import documents_seen_by
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
class Kind:
    """A kind of record: its name, the list of all, what of it the user may read, its order, how one is shown."""

    name: str
    list: str
    records: QuerySet
    order: list[str]
    hit: Callable


@dataclass(frozen=True)
class Found:
    """The records of one kind that a query finds: the first of them, and how many in all."""

    kind: str
    count: int
    hits: tuple[Hit, ...]
    more: tuple["More", ...]


@dataclass(frozen=True)
class More:
    """A list that shows all that was found, or all of a year."""

    count: int
    list: str
    year: int | None


def search(query, user):
    """What a query finds, kind by kind; exact names, codes and numbers first."""
    found = [(kind, kind.records.found_by(user, query)) for kind in _kinds(user)]
    rows = [(kind, records, _first(records, query, kind.order)) for kind, records in found]
    _read_former_names([record for *_, first in rows for record in first])
    keys = {search_key(query), *search_words(query)}
    return tuple(
        Found(
            kind=kind.name,
            count=first[0].in_all,
            hits=tuple(kind.hit(record, keys, user) for record in first),
            more=_more(kind, records, first[0].in_all),
        )
        for kind, records, first in rows
        if first
    )


def _more(kind, records, count):
    """The lists in which the rest stands, each with its number: projects have one for each year."""
    if count <= FIRST:
        return ()
    if records.model is not Project:
        return (More(count, kind.list, None),)
    by_year = records.order_by("-fiscal_year").values_list("fiscal_year").annotate(Count("pk", distinct=True))
    return tuple(More(number, kind.list, year) for year, number in by_year)


def _kinds(user):
    """Every kind of record that is looked for."""
    bodies = Organization.objects.exclude(kind__in=OrganizationKind.schools())
    bodies = bodies.select_related("subdistrict__district")
    schools = School.objects.select_related("subdistrict__district")
    projects = Project.objects.seen_by(user).select_related("partner", "category")
    groups = Group.objects.select_related("kind")
    agreements = Agreement.objects.seen_by(user).with_parties()
    documents = documents_seen_by(user).select_related("issuer")
    return [
        Kind("โรงเรียน", "school-list", schools, ["sort_key"], organization_hit),
        Kind("หน่วยงาน", "partner-list", bodies, ["sort_key"], organization_hit),
        Kind("โครงการ", "project-list", projects, ["-fiscal_year", "sort_key"], project_hit),
        Kind("เครือข่าย", "network-list", groups, ["kind__order", "order", "sort_key"], group_hit),
        Kind("ข้อตกลง", "agreement-list", agreements, ["sort_key"], agreement_hit),
        Kind("เอกสาร", "document-list", documents, ["sort_key"], document_hit),
    ]


def _first(records, query, order):
    """The first of what is found, each with how many there are in all."""
    key = search_key(query)
    exact = Q(code__iexact=to_arabic(query.strip())) | Q(search_key=key)
    for ends in ({"startswith": f"{key}|"}, {"contains": f"|{key}|"}, {"endswith": f"|{key}"}):
        exact |= Q(**{f"search_key__{end}": piece for end, piece in ends.items()})
    nearness = Case(When(exact, then=0), When(search_key__contains=key, then=1), default=2)
    found = records.annotate(in_all=Window(Count("pk")), nearness=nearness)
    return list(found.order_by("nearness", *order, "pk")[:FIRST])


def _read_former_names(records):
    """Of every organization that is a result or stands beside one, in one query."""
    bodies = [record for record in records if isinstance(record, Organization)]
    bodies += [record.partner for record in records if isinstance(record, Project)]
    bodies += [record.issuer for record in records if isinstance(record, Document) and record.issuer]
    deals = [record for record in records if isinstance(record, Agreement)]
    bodies += [party.organization for deal in deals for party in deal.parties.all() if party.organization]
    prefetch_related_objects(bodies, "former_names")
