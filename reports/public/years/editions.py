"""The pages and files of editions, served from what was stored when they were signed."""

import json

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.admin.conflicts import name_of
from portal.downloads import attachment
from reports.editions.changes_since import differences
from reports.editions.diff import figures_that_differ
from reports.editions.snapshot_figures import figures_of_home
from reports.figures.available_years import report_years
from reports.figures.home import figures_of
from reports.models import Edition
from reports.outputs.access import inside_only, reads_inside
from reports.outputs.selection import SELECTIONS
from reports.public.years.printings import file_of
from reports.report import report_of

# What the page of an edition shows to the public.
SHOWN = ("public_body", "public_data", "changes")


def signed_for(request, year: int) -> Edition | None:
    """The edition that the reader is given in place of the records: whoever is outside, of the whole year."""
    if reads_inside(request.user) or any(map(request.GET.get, SELECTIONS)):
        return None
    return newest_edition(year)


def newest_edition(year: int, *contents) -> Edition | None:
    return Edition.objects.light(*contents).filter(report__fiscal_year=year).order_by("-number").first()


def shown_edition(request, edition, public=True):
    """The page of an edition: its stored body, who signed it and when, and the editions beside it."""
    others = list(Edition.objects.light().filter(report=edition.report_id))
    year = edition.report.fiscal_year
    inside = reads_inside(request.user)
    people = [name_of(edition.author), name_of(edition.approver)] if inside else [None, None]
    context = {
        "edition": edition,
        "body": edition.public_body if public else edition.internal_body,
        "changes": edition.changes_for(public),
        "public": public,
        "printing": edition.public_printing if public else edition.internal_printing,
        "editions": others,
        "newest": others[0],
        "inside": inside,
        "author": people[0],
        "approver": people[1],
        "year": year,
        "years": report_years(),
        "now": live_figures(edition) if edition == others[0] else (),
    }
    return render(request, "reports/public/years/edition.html", context)


def live_figures(edition):
    """The figures in which the records of today differ from a public edition."""
    year = edition.report.fiscal_year
    now = figures_of_home(figures_of(year, years=[year]))
    return figures_that_differ(edition.public_data["figures"], now)


@require_safe
def edition_page(request, year, number):
    return shown_edition(request, edition_of(year, number, *SHOWN))


@require_safe
def edition_pdf(request, year, number):
    return _pdf(edition_of(year, number), public=True)


@require_safe
def edition_json(request, year, number):
    return _json(edition_of(year, number), public=True)


@inside_only
def internal_page(request, year, number):
    return shown_edition(request, edition_of(year, number), public=False)


@inside_only
def internal_pdf(request, year, number):
    return _pdf(edition_of(year, number), public=False)


@inside_only
def internal_json(request, year, number):
    return _json(edition_of(year, number), public=False)


@require_safe
def differences_page(request, year):
    """All that the records say otherwise now than the newest edition, as this reader may know it."""
    inside = reads_inside(request.user)
    edition = newest_edition(year, "internal_data" if inside else "public_data")
    if edition is None:
        raise Http404
    report = report_of(year, today=timezone.localdate(), public=not inside)
    changes = differences(edition, report, request.user)
    context = {
        "edition": edition,
        "year": year,
        "changes": changes,
        "inside": inside,
        "without_reasons": not inside,
    }
    return render(request, "reports/public/years/differences.html", context)


@inside_only
def live_page(request, year):
    """The report as the records stand now, beside what they were when it was signed."""
    years = report_years()
    if year not in years:
        raise Http404
    report = report_of(year, today=timezone.localdate(), public=False)
    edition = newest_edition(year)
    changes = differences(edition, report, request.user) if edition else []
    context = {"report": report, "years": years, "edition": edition, "changes": changes, "live": True}
    return render(request, "reports/public/years/report.html", context)


def edition_of(year, number, *contents):
    return get_object_or_404(Edition.objects.light(*contents), report__fiscal_year=year, number=number)


def _pdf(edition, public):
    """The file that was printed; while it is not, the page that tells how far it is."""
    printing = edition.public_printing if public else edition.internal_printing
    return file_of(printing) if printing.is_done else redirect("printing", printing.pk)


def _json(edition, public):
    data = edition.public_data if public else edition.internal_data
    told = {
        "edition": edition.number,
        "code": edition.code,
        "published_at": edition.published_at.isoformat(),
        "changes": edition.changes_for(public),
    }
    name = f"annual-report-{edition.report.fiscal_year}-edition-{edition.number}.json"
    return attachment(json.dumps(data | told, ensure_ascii=False, indent=1), name)
