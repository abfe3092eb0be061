"""Where the lists of projects and of what was given are in the admin."""

from django.urls import reverse

PROJECTS = reverse("admin:projects_project_changelist")
GIFTS = reverse("admin:projects_contribution_changelist")
