"""The list of yearly reports, and the page and the PDF of each."""

from django.shortcuts import redirect, render
from django.utils import timezone

from reports.figures.available_years import report_years
from reports.models import Edition
from reports.outputs.book import BOOK, FORM
from reports.outputs.selection import requested_digits, selected_report, wants_internal
from reports.public.years.editions import newest_copy, render_copy, signed_for
from reports.public.years.print_jobs import print_report
from reports.report import report_of


def report_list(request):
    oldest_first = Edition.objects.select_related("report").order_by("number")
    editions = {edition.report.fiscal_year: edition for edition in oldest_first}
    rows = [(year, editions.get(year)) for year in report_years()]
    return render(request, "reports/public/years/report_list.html", {"rows": rows})


def report_page(request, year):
    if copy := newest_copy(year):
        return render_copy(request, copy)
    years = report_years()
    if year not in years:
        return _render_unknown_year(request, year, years)
    report = report_of(year, today=timezone.localdate())
    return render(request, "reports/public/years/report.html", {"report": report, "years": years})


def report_pdf(request, year):
    years = report_years()
    if year not in years:
        return _render_unknown_year(request, year, years)
    public = not wants_internal(request.GET)
    if public and (edition := signed_for(request, year)):
        return redirect("edition-pdf", year, edition.number)
    report = selected_report(year, request.GET, today=timezone.localdate(), public=public)
    layout = FORM if request.GET.get("layout") == FORM else BOOK
    return print_report(request, report, digits=requested_digits(request.GET), layout=layout)


def _render_unknown_year(request, year, years):
    context = {"year": year, "years": years}
    return render(request, "reports/public/years/unknown_year.html", context, status=404)
