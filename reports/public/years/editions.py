"""The pages and files of editions, served from what was stored when they were signed."""

import json
from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.admin.conflicts import name_of
from portal.downloads import attachment
from reports.editions.changes_since import differences
from reports.editions.diff import figures_that_differ
from reports.editions.snapshot import edition_figures
from reports.figures.available_years import report_years
from reports.figures.facts import facts
from reports.models import CopyAudience, Edition, EditionCopy
from reports.outputs.access import internal_only, reads_internal
from reports.outputs.selection import SELECTIONS
from reports.public.years.print_jobs import file_or_progress
from reports.report import report_of


def signed_for(request, year: int) -> Edition | None:
    """Return the edition that an outsider reads in place of the records of a whole year, or None."""
    if reads_internal(request.user) or any(map(request.GET.get, SELECTIONS)):
        return None
    return newest_edition(year)


def newest_edition(year: int) -> Edition | None:
    editions = Edition.objects.select_related("report").filter(report__fiscal_year=year)
    return editions.order_by("-number").first()


def newest_copy(year: int) -> EditionCopy | None:
    """Return the public copy of the newest edition of a year, or None."""
    copies = _copies(CopyAudience.PUBLIC).filter(edition__report__fiscal_year=year)
    return copies.order_by("-edition__number").first()


def _copies(audience):
    return EditionCopy.objects.with_print_job().select_related("edition__report").filter(audience=audience)


def of_copy(view):
    """Decorate a view with the copy in its address; the copy of the office is for its readers only."""

    @require_safe
    @wraps(view)
    def opened(request, year, number, audience=CopyAudience.PUBLIC):
        checked = view if audience == CopyAudience.PUBLIC else internal_only(view)
        edition = {"edition__report__fiscal_year": year, "edition__number": number}
        return checked(request, get_object_or_404(_copies(audience), **edition))

    return opened


@of_copy
def edition_page(request, copy):
    return render_copy(request, copy)


def render_copy(request, copy):
    """Render the stored body of an edition with its signatures and the other editions of the year."""
    edition, year = copy.edition, copy.edition.report.fiscal_year
    editions = list(Edition.objects.select_related("report").filter(report=edition.report_id))
    inside = reads_internal(request.user)
    context = {
        "edition": edition,
        "body": copy.body,
        "changes": copy.changes,
        "public": copy.is_public,
        "print_job": copy.print_job,
        "editions": editions,
        "newest": editions[0],
        "inside": inside,
        "author": name_of(edition.author) if inside else None,
        "approver": name_of(edition.approver) if inside else None,
        "year": year,
        "years": report_years(),
        "now": figures_changed_since(copy) if edition == editions[0] else (),
    }
    return render(request, "reports/public/years/edition.html", context)


def figures_changed_since(copy):
    """Return the figures in which the records of today differ from a copy."""
    year = copy.edition.report.fiscal_year
    return figures_that_differ(copy.data["figures"], edition_figures(facts([year])[year]))


@of_copy
def edition_pdf(request, copy):
    return file_or_progress(copy.print_job)


@of_copy
def edition_json(request, copy):
    edition = copy.edition
    signed = {
        "edition": edition.number,
        "code": edition.code,
        "published_at": edition.published_at.isoformat(),
        "changes": copy.changes,
    }
    name = f"annual-report-{edition.report.fiscal_year}-edition-{edition.number}.json"
    return attachment(json.dumps(copy.data | signed, ensure_ascii=False, indent=1), name)


@require_safe
def differences_page(request, year):
    """Show the differences between the records and the newest edition that the user may read."""
    inside = reads_internal(request.user)
    edition = newest_edition(year)
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


@internal_only
def live_page(request, year):
    """Show the report of the office from the records of today, with what changed since the newest edition."""
    years = report_years()
    if year not in years:
        raise Http404
    report = report_of(year, today=timezone.localdate(), public=False)
    edition = newest_edition(year)
    changes = differences(edition, report, request.user) if edition else []
    context = {"report": report, "years": years, "edition": edition, "changes": changes, "live": True}
    return render(request, "reports/public/years/report.html", context)
