"""The tasks that a worker runs in the background."""

import gc

from django_tasks import task

from reports.models import PrintJob
from reports.outputs.print_runner import print_now


@task()
def print_pdf(print_job_pk: int) -> None:
    """Run a print job, unless it was deleted meanwhile or is done already."""
    print_job = PrintJob.objects.filter(pk=print_job_pk).first()
    if print_job is None:
        return
    gc.disable()  # to look again and again through the stored pages takes a sixth of the time
    try:
        print_now(print_job)
    finally:
        gc.enable()
