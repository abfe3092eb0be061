from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from networks.models import GroupKind
from reports.report import report_of
from reports.summary import summarize
from reports.years import report_years


def home(request):
    """The newest year that has records, or the year asked for."""
    years = report_years()
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and int(asked) in years else None
    note = f"ไม่มีข้อมูลของปี “{asked}”" if asked and year is None else ""
    year = year or (years[0] if years else None)
    summary = summarize(year, today=timezone.localdate()) if year else None
    return render(request, "reports/home.html", {"years": years, "summary": summary, "note": note})


def search(request):
    return render(request, "reports/search.html", {"query": request.GET.get("q", "")})


def open_data(request):
    return render(request, "reports/open_data.html")


def site_map(request):
    return render(
        request, "reports/site_map.html", {"kinds": GroupKind.objects.all(), "years": report_years()}
    )


def report_list(request):
    return render(request, "reports/list.html", {"years": report_years()})


def report_page(request, year):
    years = report_years()
    if year not in years:
        return _unknown_year(request, year, years)
    report = report_of(year, today=timezone.localdate())
    return render(request, "reports/page.html", {"report": report, "years": years})


def report_pdf(request, year):
    years = report_years()
    if year not in years:
        return _unknown_year(request, year, years)
    from reports.printing import report_pdf

    digits = "arabic" if request.GET.get("digits") == "arabic" else "thai"
    pdf = report_pdf(report_of(year, today=timezone.localdate()), digits=digits)
    name = f"annual-report-{year}.pdf"
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


def _unknown_year(request, year, years):
    return render(request, "reports/unknown_year.html", {"year": year, "years": years}, status=404)
