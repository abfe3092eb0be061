"""The screens of projects, of what was given, and of the categories."""

from django.contrib import admin

from portal.admin.base import PortalAdmin
from projects.admin.contributions import ContributionAdmin
from projects.admin.documents import EvidenceAdmin
from projects.admin.organizations import PartnerAdmin
from projects.admin.projects import ProjectAdmin
from projects.models import Category

__all__ = ["CategoryAdmin", "ContributionAdmin", "EvidenceAdmin", "PartnerAdmin", "ProjectAdmin"]


@admin.register(Category)
class CategoryAdmin(PortalAdmin):
    list_display = ["name", "order"]
