"""What a worker does in the background."""

from django_tasks import task

from reports.models import Printing


@task()
def print_pdf(printing_pk: int) -> None:
    """Make the PDF of a printing; what was deleted meanwhile, or is made already, is left alone."""
    from reports.printings import print_now

    printing = Printing.objects.filter(pk=printing_pk).first()
    if printing:
        print_now(printing)
