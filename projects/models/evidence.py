"""What is evidence of a project, in the one place that says so."""

from collections import defaultdict

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from partners.models import Document
from projects.models.giving import Receipt

# The ways from a document to the projects that it proves: as their own, of a gift received, of their agreement.
WAYS = {
    "projects": {},
    "contributions__project": {"contributions__receipt": Receipt.RECEIVED},
    "agreements__projects": {},
}
IN_ORDER = ("kind", "sort_key", "pk")


def proving(**project) -> Q:
    """Return the condition that a document is evidence of a project with these values."""
    found = Q()
    for condition in _conditions(**project):
        found |= Q(pk__in=Document.objects.filter(condition).order_by().values("pk"))
    return found


def proven_by(document) -> Q:
    """Return the condition that a document is evidence of a project."""
    found = Q()
    for path, more in WAYS.items():
        found |= Q(pk__in=Document.objects.filter(pk=document.pk, **more).order_by().values(path))
    return found


def has_evidence():
    """Return an expression: whether a project has any evidence."""
    proven = Q()
    for path, more in WAYS.items():
        proven |= Q(Exists(Document.objects.filter(**more, **{path: OuterRef("pk")})))
    return ExpressionWrapper(proven, BooleanField())


def proven_pairs(documents):
    """Return the keys of each of these documents with each project that it proves."""
    ways = [
        Document.objects.filter(pk__in=documents, **more, **{f"{path}__isnull": False}).order_by()
        for path, more in WAYS.items()
    ]
    pairs = [found.values_list("pk", path) for found, path in zip(ways, WAYS, strict=True)]
    return pairs[0].union(*pairs[1:])


def evidence_of(project):
    """Return the documents that prove a project, by kind and title."""
    return Document.objects.filter(proving(pk=project.pk)).order_by(*IN_ORDER)


def evidence_by_project(projects) -> dict:
    """Return the documents that prove each of these projects by its key, all of one query."""
    ways = [
        Document.objects.filter(condition).annotate(project=F(path)).order_by()
        for condition, path in zip(_conditions(pk__in=projects), WAYS, strict=True)
    ]
    found = defaultdict(list)
    for document in ways[0].union(*ways[1:]).order_by(*IN_ORDER):
        found[document.project].append(document)
    return found


def _conditions(**project):
    """Each way apart: joined in one query they would multiply the rows."""
    return [
        Q(**more, **{f"{path}__{field}": value for field, value in project.items()})
        for path, more in WAYS.items()
    ]
