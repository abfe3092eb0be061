"""The screens of organizations and documents, with the columns that only projects know."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Q, Subquery

from partners.admin import DocumentAdmin, OrganizationAdmin
from partners.models import Document, Organization
from portal.admin.lists import cash_words
from portal.records import Publication
from projects.columns import EVIDENCE
from projects.models import Contribution, Project

admin.site.unregister([Document, Organization])


@admin.register(Organization)
class PartnerAdmin(OrganizationAdmin):
    """Organizations with the number of their projects and what they gave."""

    list_display = [*OrganizationAdmin.list_display[:-1], "projects", "given", "code"]

    def get_queryset(self, request):
        confirmed = Count("projects", filter=Q(projects__status=Publication.CONFIRMED))
        counted = Organization.objects.order_by().filter(pk=OuterRef("pk")).annotate(number=confirmed)
        return super().get_queryset(request).annotate(number=Subquery(counted.values("number")))

    def read_page(self, request, records):
        """Read the names that the user may read, and what each gave to confirmed projects."""
        super().read_page(request, records)
        totals = Contribution.objects.confirmed().filter(giver__in=records).totals_by("giver")
        for organization in records:
            organization.totals = totals.get((organization.pk,))

    @admin.display(description="โครงการ", ordering="number")
    def projects(self, organization):
        return organization.number or None

    @admin.display(description="ให้แล้วทุกปี (บาท)")
    def given(self, organization):
        totals = organization.totals
        return cash_words(totals) if totals and totals.cash_count else None


@admin.register(Document)
class EvidenceAdmin(DocumentAdmin):
    """Documents with the number of projects that each is evidence of."""

    list_display = [*DocumentAdmin.list_display[:4], "proves", *DocumentAdmin.list_display[4:]]
    sheet = EVIDENCE

    def read_page(self, request, records):
        """Read the number of projects that each document is evidence of."""
        projects = Project.objects.by_document(records)
        for document in records:
            document.project_count = len(projects[document.pk])

    @admin.display(description="เป็นหลักฐานของ")
    def proves(self, document):
        return f"{document.project_count} โครงการ" if document.project_count else None
