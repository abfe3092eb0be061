"""What the home page shows beside the figures of a year: its newest projects, and agreements that end soon."""

from django.db.models import F, Prefetch

from partners.models import SOON, Agreement, AgreementParty
from projects.models import Project

CHARTED = 5  # years in the chart of cash


def newest_projects(figures, number=5):
    """Return the projects of the year that took place last, undated ones behind, each with its partner's name."""
    names = {giver.organization.pk: giver.short_name for giver in figures.partners}
    projects = Project.objects.confirmed().in_year(figures.fiscal_year).select_related("partner")
    newest = projects.order_by(F("starts_on").desc(nulls_last=True), "-position", "-pk")[:number]
    return [(project, names.get(project.partner_id, project.partner.public_short_name)) for project in newest]


def agreements_to_watch(today):
    """Return the agreements that end soon, with the days they have left."""
    parties = Prefetch("parties", AgreementParty.objects.select_related("organization"))
    ending = Agreement.objects.confirmed().expiring(within=SOON, on=today).order_by("ends_on", "sort_key")
    return [(agreement, (agreement.ends_on - today).days) for agreement in ending.prefetch_related(parties)]
