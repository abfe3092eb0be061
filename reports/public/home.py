"""The home page: a year in figures, its newest projects and the agreements that end soon."""

from django.db.models import F, Prefetch
from django.shortcuts import render
from django.utils import timezone

from partners.models import SOON, Agreement, AgreementParty
from portal.query_params import requested_year
from projects.models import Project
from reports.editions.diff import figures_that_differ
from reports.editions.snapshot import edition_figures
from reports.figures.available_years import signed_years
from reports.figures.facts import facts

CHARTED = 5  # years in the chart of cash
NEWEST = 5  # projects


def home(request):
    """Show the requested year, or the newest that has records."""
    signed = signed_years()
    years = list(signed)
    year, note = requested_year(request, years)
    context = {"years": years, "year": year, "note": note, "soon": SOON.days}
    if year:
        charted = facts(each for each in years if year - CHARTED < each <= year)
        figures, edition = charted[year], signed[year]
        context |= {
            "figures": figures,
            "newest": newest_projects(figures),
            "ending": agreements_to_watch(timezone.localdate()),
            "cash_by_year": [each.whole for each in charted.values()],
            "edition": edition,
            "now": figures_that_differ(edition.figures, edition_figures(figures)) if edition else (),
        }
    return render(request, "reports/public/home.html", context)


def newest_projects(figures):
    """Return the projects of the year that took place last, undated ones behind, each with its partner's name."""
    names = {giver.organization.pk: giver.short_name for giver in figures.partners}
    projects = Project.objects.confirmed().in_year(figures.fiscal_year).select_related("partner")
    newest = projects.order_by(F("starts_on").desc(nulls_last=True), "-position", "-pk")[:NEWEST]
    return [(project, names.get(project.partner_id, project.partner.public_short_name)) for project in newest]


def agreements_to_watch(today):
    """Return the agreements that end soon, with the days they have left."""
    parties = Prefetch("parties", AgreementParty.objects.select_related("organization"))
    ending = Agreement.objects.confirmed().expiring(within=SOON, on=today).order_by("ends_on", "sort_key")
    return [(agreement, (agreement.ends_on - today).days) for agreement in ending.prefetch_related(parties)]
