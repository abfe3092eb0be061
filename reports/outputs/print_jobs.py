"""Requesting a PDF: one print job for each content."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import transaction
from django.utils import timezone

from reports.models import PrintJob, PrintJobState
from reports.outputs.book import STYLES
from reports.outputs.tasks import print_pdf


def print_job_of(
    html: str, *, title: str, file_name: str, public: bool, data: str = "", user=None
) -> PrintJob:
    """Return the print job of this content; create and enqueue it if there is none."""
    content = {"title": title, "file_name": file_name, "is_public": public, "html": html, "data": data}
    requester = user if user and user.is_authenticated else None
    with transaction.atomic():
        print_job, is_new = PrintJob.objects.get_or_create(
            content=content_of(html, data, file_name, public=public),
            defaults=content | {"requested_by": requester, "heartbeat": timezone.now()},
        )
        if is_new:
            print_pdf.enqueue(print_job.pk)
    return print_job


def content_of(html: str, data: str, file_name: str, *, public: bool) -> str:
    """Return the SHA-256 of everything that decides the bytes of the PDF, and of its audience."""
    sheets = [Path(finders.find(name)).read_text() for name in STYLES]
    parts = ["public" if public else "internal", version("weasyprint"), *sheets, file_name, data, html]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def retry(print_job: PrintJob):
    """Enqueue a job again that failed, or that is done but has lost its file."""
    ended = PrintJob.objects.filter(state__in=[PrintJobState.DONE, PrintJobState.FAILED])
    _requeue(ended, print_job.pk)


def requeue_lost():
    """Enqueue again the jobs that a killed worker left; a task that is still queued does no harm."""
    for pk in PrintJob.objects.lost().values_list("pk", flat=True):
        _requeue(PrintJob.objects.lost(), pk)


@transaction.atomic
def _requeue(print_jobs, pk):
    """Enqueue a job again if it is still among these."""
    if print_jobs.filter(pk=pk).update(state=PrintJobState.WAITING, heartbeat=timezone.now()):
        print_pdf.enqueue(pk)
