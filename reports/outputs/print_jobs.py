"""Printings asked for: one for each content, whoever asks, made once and kept."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import transaction
from django.utils import timezone

from reports.models import Printing, PrintingState
from reports.outputs.book import STYLES
from reports.outputs.tasks import print_pdf


def printing_of(
    html: str, *, title: str, file_name: str, public: bool, data: str = "", user=None
) -> Printing:
    """The printing of this content, begun when nobody asked for it before."""
    asked = {"title": title, "file_name": file_name, "is_public": public, "html": html, "data": data}
    who = user if user and user.is_authenticated else None
    with transaction.atomic():
        printing, is_new = Printing.objects.get_or_create(
            content=content_of(html, data, file_name, public=public),
            defaults=asked | {"asked_by": who, "heartbeat": timezone.now()},
        )
        if is_new:
            print_pdf.enqueue(printing.pk)
    return printing


def content_of(html: str, data: str, file_name: str, *, public: bool) -> str:
    """The hash of all that the bytes follow from, and of who may read them."""
    sheets = [Path(finders.find(name)).read_text() for name in STYLES]
    parts = ["public" if public else "internal", version("weasyprint"), *sheets, file_name, data, html]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def ask_again(printing: Printing):
    """Print once more what failed, or what is done and whose file is gone."""
    ended = Printing.objects.filter(pk=printing.pk, state__in=[PrintingState.DONE, PrintingState.FAILED])
    with transaction.atomic():
        if ended.update(state=PrintingState.WAITING, heartbeat=timezone.now()):
            print_pdf.enqueue(printing.pk)


def ask_for_the_lost():
    """Give what a killed worker left behind to another; that a task of it still stands does no harm."""
    for pk in Printing.objects.lost().values_list("pk", flat=True):
        with transaction.atomic():
            lost = Printing.objects.lost().filter(pk=pk)
            if lost.update(state=PrintingState.WAITING, heartbeat=timezone.now()):
                print_pdf.enqueue(pk)
