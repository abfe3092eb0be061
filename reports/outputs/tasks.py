"""What a worker does in the background."""

import gc

from django_tasks import task

from reports.models import Printing


@task()
def print_pdf(printing_pk: int) -> None:
    """Make the PDF of a printing; what was deleted meanwhile, or is made already, is left alone."""
    from reports.outputs.print_jobs import print_now

    printing = Printing.objects.filter(pk=printing_pk).first()
    if printing is None:
        return
    gc.disable()  # looking again and again through the pages that are kept takes a sixth of the time
    try:
        print_now(printing)
    finally:
        gc.enable()
