"""The screen of organizations with what only projects know of them: how many each has, and what it gave."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Q, Subquery

from partners.admin import OrganizationAdmin
from partners.models import Organization
from portal.admin.lists import cash_words
from portal.records import Publication
from projects.models import Contribution

admin.site.unregister(Organization)


@admin.register(Organization)
class PartnerAdmin(OrganizationAdmin):
    list_display = [
        *OrganizationAdmin.list_display[:-1],
        "projects",
        "given",
        OrganizationAdmin.list_display[-1],
    ]

    def get_queryset(self, request):
        confirmed = Count("projects", filter=Q(projects__status=Publication.CONFIRMED))
        counted = Organization.objects.order_by().filter(pk=OuterRef("pk")).annotate(number=confirmed)
        return super().get_queryset(request).annotate(number=Subquery(counted.values("number")))

    def read_page(self, request, records):
        """The names that this user may read, and what each gave to confirmed projects."""
        super().read_page(request, records)
        given = Contribution.objects.confirmed().filter(giver__in=records).totals_by("giver")
        for organization in records:
            organization.given = given.get((organization.pk,))

    @admin.display(description="โครงการ", ordering="number")
    def projects(self, organization):
        return organization.number or None

    @admin.display(description="ให้แล้วทุกปี (บาท)")
    def given(self, organization):
        given = organization.given
        return cash_words(given) if given and given.cash_count else None
