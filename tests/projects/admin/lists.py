"""Where the lists of projects and of what was given are, and a document for them."""

from django.urls import reverse

from partners.models import Document

PROJECTS = reverse("admin:projects_project_changelist")
GIFTS = reverse("admin:projects_contribution_changelist")


def document(title="หนังสือ"):
    return Document.objects.create(kind="other", title=title)
