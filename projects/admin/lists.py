"""The lists with money in them: the sum of what is filtered stands under the page."""

from portal.admin.lists import PortalList
from portal.records import Publication
from projects.models import Contribution
from projects.totals import Totals


class ContributionList(PortalList):
    """Sums up the contributions of every page, apart by the status of their project."""

    def get_results(self, request):
        super().get_results(request)
        received = self.contributions().totals_by("project__status")
        self.totals = Totals.of(received.values())
        self.totals_by_status = [
            (status.label, received[(status.value,)])
            for status in [Publication.CONFIRMED, Publication.DRAFT, Publication.CANCELLED]
            if (status.value,) in received
        ]

    def contributions(self):
        return Contribution.objects.filter(pk__in=self.queryset.order_by().values("pk"))


class ProjectList(ContributionList):
    """Sums up what was given to the projects of every page."""

    def contributions(self):
        return Contribution.objects.filter(project__in=self.queryset.order_by().values("pk"))
