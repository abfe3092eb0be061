"""The evidence of projects: their own documents, those of gifts received, and those of their agreements."""

from collections import defaultdict

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from partners.models import Document
from projects.giving import Receipt

# Paths from a document to the projects that it is evidence of, each with a condition on the documents.
PATHS = {
    "projects": {},
    "contributions__project": {"contributions__receipt": Receipt.RECEIVED},
    "agreements__projects": {},
}
IN_ORDER = ("kind", "sort_key", "pk")


class EvidenceQuerySet(QuerySet):
    """Projects by their evidence."""

    def with_evidence(self):
        """Annotate whether a project has any evidence as `has_evidence`."""
        exists = Q()
        for path, condition in PATHS.items():
            exists |= Q(Exists(Document.objects.filter(**condition, **{path: OuterRef("pk")})))
        return self.annotate(has_evidence=ExpressionWrapper(exists, BooleanField()))

    def proven_by(self, document):
        """Filter the projects that a document is evidence of."""
        proven = Q()
        for path, condition in PATHS.items():
            proven |= Q(pk__in=Document.objects.filter(pk=document.pk, **condition).order_by().values(path))
        return self.filter(proven)

    def by_document(self, documents):
        """Return the projects that each document is evidence of, in their order, by the document's primary key."""
        by_path = [
            Document.objects.filter(condition, pk__in=[document.pk for document in documents])
            .order_by()
            .values_list("pk", path)
            for path, condition in _conditions(pk__isnull=False).items()
        ]
        documents_of = defaultdict(list)
        for document, project in by_path[0].union(*by_path[1:]):
            documents_of[project].append(document)
        projects_of = defaultdict(list)
        for project in self.filter(pk__in=list(documents_of)):
            for document in documents_of[project.pk]:
                projects_of[document].append(project)
        return projects_of


def proves_project(**fields) -> Q:
    """Return the condition that a document is evidence of a project with these values."""
    proves = Q()
    for condition in _conditions(**fields).values():
        proves |= Q(pk__in=Document.objects.filter(condition).order_by().values("pk"))
    return proves


def evidence_of(project):
    """Return the documents that are evidence of a project, by kind and title."""
    return Document.objects.filter(proves_project(pk=project.pk)).order_by(*IN_ORDER)


def prefetched_evidence(project) -> tuple:
    """Return the same documents of a project read with its documents, `gifts` received and agreement, own ones first."""
    of_gifts = [gift.document for gift in project.gifts if gift.document]
    of_agreement = project.agreement.documents.all() if project.agreement else []
    return tuple(dict.fromkeys([*project.documents.all(), *of_gifts, *of_agreement]))


def evidence_by_project(projects) -> dict:
    """Return the documents that are evidence of each project by the project's primary key, in one query."""
    by_path = [
        Document.objects.filter(condition).annotate(project=F(path)).order_by()
        for path, condition in _conditions(pk__in=projects).items()
    ]
    found = defaultdict(list)
    for document in by_path[0].union(*by_path[1:]).order_by(*IN_ORDER):
        found[document.project].append(document)
    return found


def _conditions(**fields):
    """Return a condition for each path; joined in one query they would multiply the rows."""
    return {
        path: Q(**condition, **{f"{path}__{field}": value for field, value in fields.items()})
        for path, condition in PATHS.items()
    }
