"""Printings asked for: one for each content, whoever asks, made once and kept."""

import hashlib
import logging
import time
from importlib.metadata import version
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from reports.models import Printing, PrintingState
from reports.outputs.book import STYLES, pdf_with_data
from reports.outputs.proof.measuring import measure
from reports.outputs.tasks import print_pdf

SECONDS_BETWEEN_WRITES = 1
FAILED = "จัดหน้ารายงานไม่สำเร็จ กด “พิมพ์อีกครั้ง” ถ้ายังไม่สำเร็จให้แจ้งผู้ดูแลระบบพร้อมเวลาที่พิมพ์"
CHANGED = (
    "ไฟล์ที่พิมพ์ใหม่มี SHA-256 ไม่ตรงกับที่บันทึกไว้เมื่อลงนาม จึงไม่ใช้แทนไฟล์เดิม "
    "ให้นำไฟล์เดิมกลับมาจากสำเนาสำรอง หรือแจ้งผู้ดูแลระบบให้พิมพ์ด้วยโปรแกรมรุ่นเดียวกับวันลงนาม"
)
log = logging.getLogger(__name__)


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


def print_now(printing: Printing) -> bool:
    """Make the PDF, unless somebody else is making it or has made it."""
    begun = {"state": PrintingState.RUNNING, "heartbeat": timezone.now(), "page": 0, "pages": None}
    if not Printing.objects.to_print().filter(pk=printing.pk).update(**begun, problem=""):
        return False
    heartbeat = Heartbeat(printing)
    try:
        pdf = pdf_with_data(printing.html, printing.data, printing.file_name, on_page=heartbeat)
    except Exception:
        log.exception("printing %s failed", printing.pk)
        heartbeat.running.update(state=PrintingState.FAILED, problem=FAILED)
        return False
    if not keep(printing, pdf, heartbeat.pages):
        return False
    measure(printing, pdf)
    return True


class Heartbeat:
    """Tells the row how far its printing is, once a second at most."""

    def __init__(self, printing):
        self.running = Printing.objects.filter(pk=printing.pk, state=PrintingState.RUNNING)
        self.pages, self.told_at = None, 0.0

    def __call__(self, page, pages):
        self.pages = pages
        if time.monotonic() - self.told_at >= SECONDS_BETWEEN_WRITES:
            self.told_at = time.monotonic()
            self.running.update(page=page, pages=pages, heartbeat=timezone.now())


def keep(printing, pdf, pages) -> bool:
    """Store the PDF, unless another has stored it or an edition was signed with other bytes; outdated ones go."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    with transaction.atomic():
        row = Printing.objects.select_for_update().get(pk=printing.pk)
        if row.is_done:
            return False
        if row.sha256 not in ("", sha256) and row.is_signed:
            row.state, row.problem = PrintingState.FAILED, CHANGED
            row.save(update_fields=["state", "problem"])
            return False
        row.state, row.problem, row.page, row.pages = PrintingState.DONE, "", pages, pages
        row.sha256 = sha256
        row.pdf.save(f"{row.content}.pdf", ContentFile(pdf))
        outdated = list(Printing.objects.outdated_by(row))
        Printing.objects.filter(pk__in=[old.pk for old in outdated]).delete()
    for old in outdated:
        old.pdf.delete(save=False)
    return True
