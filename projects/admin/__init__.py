"""The screens of projects, contributions and categories."""

from django.contrib import admin

from portal.admin.base import PortalAdmin
from projects.admin.contributions import ContributionAdmin
from projects.admin.partners import EvidenceAdmin, PartnerAdmin
from projects.admin.projects import ProjectAdmin
from projects.models import Category


@admin.register(Category)
class CategoryAdmin(PortalAdmin):
    list_display = ["name", "order"]
