"""The progress page of a print job, its file, and printing without a worker."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.downloads import attachment
from reports.models import PrintJob, Worker
from reports.outputs.access import reads_internal, refuse
from reports.outputs.book import BOOK, file_name_of, report_html, title_of
from reports.outputs.datasets import data_file
from reports.outputs.print_jobs import print_job_of, retry
from reports.outputs.print_runner import print_now
from reports.report import Report


def print_report(request, report: Report, *, digits: str, layout: str = BOOK):
    """Return the PDF of a report, or redirect to the progress page of its print job."""
    if not report.public and not reads_internal(request.user):
        return refuse(request)
    print_job = print_job_of(
        report_html(report, digits=digits, layout=layout),
        title=title_of(report),
        file_name=file_name_of(report, digits=digits, layout=layout),
        public=report.public,
        data=data_file(report),
        user=request.user,
    )
    return file_or_progress(print_job)


def of_print_job(view):
    """Give a view the print job, after checking that the user may read it."""

    @wraps(view)
    def opened(request, pk):
        print_job = PrintJob.objects.filter(pk=pk).defer("html", "data").first()
        if print_job is None:
            raise Http404("ไม่มีการพิมพ์นี้แล้ว เปิดหน้ารายงานแล้วสั่งพิมพ์ใหม่")
        if not (print_job.is_public or reads_internal(request.user)):
            return refuse(request)
        return view(request, print_job)

    return opened


@require_safe
@never_cache
@of_print_job
def print_job_page(request, print_job):
    """Show the progress of a job; the page polls itself and leads to the file."""
    if print_job.is_done and request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("print-job-file", args=[print_job.pk])})
    is_alone = not (print_job.is_done or print_job.is_failed or Worker.is_seen())
    return render(
        request, "reports/public/years/print_job.html", {"print_job": print_job, "is_alone": is_alone}
    )


@require_safe
@of_print_job
def print_job_file(request, print_job):
    return file_or_progress(print_job)


@require_POST
@of_print_job
def print_here(request, print_job):
    """Print within the request when no worker is running."""
    if not Worker.is_seen():
        print_now(print_job)
    return redirect("print-job", print_job.pk)


@require_POST
@of_print_job
def print_again(request, print_job):
    if print_job.is_failed:
        retry(print_job)
    return redirect("print-job", print_job.pk)


def file_or_progress(print_job):
    """Return the PDF, or redirect to the progress page; print once more if the file is gone."""
    if not print_job.is_done:
        return redirect("print-job", print_job.pk)
    try:
        with print_job.pdf.open("rb") as file:
            content = file.read()
    except FileNotFoundError:
        retry(print_job)
        return redirect("print-job", print_job.pk)
    return attachment(content, print_job.file_name, save=False)
