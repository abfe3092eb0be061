"""How far a printing is, its file when it is done, and printing without a worker."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.downloads import attachment
from reports.models import Printing, Worker
from reports.outputs.access import reads_inside, refused
from reports.outputs.book import BOOK, file_name_of, report_html, title_of
from reports.outputs.data_file import data_file
from reports.outputs.print_jobs import ask_again, printing_of
from reports.outputs.printing import print_now
from reports.report import Report


def printed(request, report: Report, *, digits: str, layout: str = BOOK):
    """The PDF of a report as it stands, or the page that tells how far it is."""
    if not report.public and not reads_inside(request.user):
        return refused(request)
    printing = printing_of(
        report_html(report, digits=digits, layout=layout),
        title=title_of(report),
        file_name=file_name_of(report, digits=digits, layout=layout),
        public=report.public,
        data=data_file(report),
        user=request.user,
    )
    return file_of(printing) if printing.is_done else redirect("printing", printing.pk)


def of_printing(view):
    """A view of a printing that whoever asks may read."""

    @wraps(view)
    def opened(request, pk):
        printing = Printing.objects.filter(pk=pk).defer("html", "data").first()
        if printing is None:
            raise Http404("ไม่มีการพิมพ์นี้แล้ว เปิดหน้ารายงานแล้วสั่งพิมพ์ใหม่")
        if not (printing.is_public or reads_inside(request.user)):
            return refused(request)
        return view(request, printing)

    return opened


@require_safe
@never_cache
@of_printing
def printing_page(request, printing):
    """Asks of itself every two seconds, and leads to the file."""
    if printing.is_done and request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("printing-file", args=[printing.pk])})
    is_alone = not (printing.is_done or printing.is_failed or Worker.is_seen())
    return render(request, "reports/public/years/printing.html", {"printing": printing, "is_alone": is_alone})


@require_safe
@of_printing
def printing_file(request, printing):
    return file_of(printing) if printing.is_done else redirect("printing", printing.pk)


@require_POST
@of_printing
def print_here(request, printing):
    """Print in the request itself, for want of a worker."""
    if not Worker.is_seen():
        print_now(printing)
    return redirect("printing", printing.pk)


@require_POST
@of_printing
def print_again(request, printing):
    if printing.is_failed:
        ask_again(printing)
    return redirect("printing", printing.pk)


def file_of(printing):
    """The PDF, to look at; when its file is gone it is printed once more."""
    try:
        with printing.pdf.open("rb") as file:
            content = file.read()
    except FileNotFoundError:
        ask_again(printing)
        return redirect("printing", printing.pk)
    return attachment(content, printing.file_name, save=False)
