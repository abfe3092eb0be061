from django.shortcuts import redirect, render
from django.utils import timezone

from networks.models import GroupKind
from partners.models import SOON
from portal.query_params import requested_year
from portal.thai.keys import search_key
from reports.editions.diff import figures_that_differ
from reports.editions.snapshot import edition_figures
from reports.figures.available_years import report_years, signed_years
from reports.figures.facts import facts
from reports.models import Edition
from reports.outputs.book import BOOK, FORM
from reports.outputs.selection import requested_digits, selected_report, wants_internal
from reports.public.home import CHARTED, agreements_to_watch, newest_projects
from reports.public.search.finding import FIRST, SHORTEST, search
from reports.public.years.editions import newest_copy, shown_copy, signed_for
from reports.public.years.print_jobs import printed
from reports.report import report_of


def home(request):
    """The newest year that has records, or the year asked for, in figures."""
    signed = signed_years()
    years = list(signed)
    year, note = requested_year(request, years)
    context = {"years": years, "year": year, "note": note, "soon": SOON.days}
    if year:
        charted = facts(each for each in years if year - CHARTED < each <= year)
        figures, ending = charted[year], agreements_to_watch(timezone.localdate())
        context |= {"figures": figures, "newest": newest_projects(figures), "ending": ending}
        context |= {"cash_by_year": [each.whole for each in charted.values()]} | _signed(
            signed[year], figures
        )
    return render(request, "reports/public/home.html", context)


def _signed(edition, figures):
    """The newest edition of the year, and the figures in which the records of today differ from it."""
    now = figures_that_differ(edition.figures, edition_figures(figures)) if edition else ()
    return {"edition": edition, "now": now}


def search_page(request):
    """What the words asked for find; of too short a query nothing is looked for."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:100]
    asked = len(search_key(query)) >= SHORTEST
    context = {"query": query, "asked": asked, "found": search(query, request.user) if asked else ()}
    return render(
        request, "reports/public/search/search.html", context | {"words": query.split(), "first": FIRST}
    )


def site_map(request):
    return render(
        request, "reports/public/site_map.html", {"kinds": GroupKind.objects.all(), "years": report_years()}
    )


def report_list(request):
    oldest_first = Edition.objects.select_related("report").order_by("number")
    editions = {edition.report.fiscal_year: edition for edition in oldest_first}
    rows = [(year, editions.get(year)) for year in report_years()]
    return render(request, "reports/public/years/report_list.html", {"rows": rows})


def report_page(request, year):
    if copy := newest_copy(year):
        return shown_copy(request, copy)
    years = report_years()
    if year not in years:
        return _unknown_year(request, year, years)
    report = report_of(year, today=timezone.localdate())
    return render(request, "reports/public/years/report.html", {"report": report, "years": years})


def report_pdf(request, year):
    years = report_years()
    if year not in years:
        return _unknown_year(request, year, years)
    public = not wants_internal(request.GET)
    if public and (edition := signed_for(request, year)):
        return redirect("edition-pdf", year, edition.number)
    report = selected_report(year, request.GET, today=timezone.localdate(), public=public)
    layout = FORM if request.GET.get("layout") == FORM else BOOK
    return printed(request, report, digits=requested_digits(request.GET), layout=layout)


def _unknown_year(request, year, years):
    return render(
        request, "reports/public/years/unknown_year.html", {"year": year, "years": years}, status=404
    )
