"""What a worker does in the background."""

import gc

from django_tasks import task

from reports.models import Printing
from reports.outputs.printing import print_now


@task()
def print_pdf(printing_pk: int) -> None:
    """Make the PDF of a printing; what was deleted meanwhile, or is made already, is left alone."""
    printing = Printing.objects.filter(pk=printing_pk).first()
    if printing is None:
        return
    gc.disable()  # looking again and again through the pages that are kept takes a sixth of the time
    try:
        print_now(printing)
    finally:
        gc.enable()
