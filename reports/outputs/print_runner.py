"""Running a print job: rendering, heartbeat and storing the PDF."""

import hashlib
import logging
import time

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from reports.models import PrintJob, PrintJobState
from reports.outputs.book import pdf_with_data
from reports.outputs.proof.measuring import measure

SECONDS_BETWEEN_WRITES = 1
FAILED = "จัดหน้ารายงานไม่สำเร็จ กด “พิมพ์อีกครั้ง” ถ้ายังไม่สำเร็จให้แจ้งผู้ดูแลระบบพร้อมเวลาที่พิมพ์"
CHANGED = (
    "ไฟล์ที่พิมพ์ใหม่มี SHA-256 ไม่ตรงกับที่บันทึกไว้เมื่อลงนาม จึงไม่ใช้แทนไฟล์เดิม "
    "ให้นำไฟล์เดิมกลับมาจากสำเนาสำรอง หรือแจ้งผู้ดูแลระบบให้พิมพ์ด้วยโปรแกรมรุ่นเดียวกับวันลงนาม"
)
log = logging.getLogger(__name__)


def print_now(print_job: PrintJob) -> bool:
    """Render and store the PDF; return False if another process does or did, or if it failed."""
    running = {"state": PrintJobState.RUNNING, "heartbeat": timezone.now(), "page": 0, "pages": None}
    if not PrintJob.objects.to_print().filter(pk=print_job.pk).update(**running, problem=""):
        return False
    heartbeat = Heartbeat(print_job)
    try:
        pdf = pdf_with_data(print_job.html, print_job.data, print_job.file_name, on_page=heartbeat)
    except Exception:
        log.exception("print job %s failed", print_job.pk)
        heartbeat.running.update(state=PrintJobState.FAILED, problem=FAILED)
        return False
    if not store_pdf(print_job, pdf, heartbeat.pages):
        return False
    measure(print_job, pdf)
    return True


class Heartbeat:
    """Writes the progress of a job to its row, at most once a second."""

    def __init__(self, print_job):
        self.running = PrintJob.objects.filter(pk=print_job.pk, state=PrintJobState.RUNNING)
        self.pages, self.written_at = None, 0.0

    def __call__(self, page, pages):
        self.pages = pages
        if time.monotonic() - self.written_at >= SECONDS_BETWEEN_WRITES:
            self.written_at = time.monotonic()
            self.running.update(page=page, pages=pages, heartbeat=timezone.now())


def store_pdf(print_job, pdf, pages) -> bool:
    """Store the PDF unless another process has, or a signed edition had other bytes; delete outdated jobs."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    with transaction.atomic():
        row = PrintJob.objects.select_for_update().get(pk=print_job.pk)
        if row.is_done:
            return False
        if row.sha256 not in ("", sha256) and row.is_signed:
            row.state, row.problem = PrintJobState.FAILED, CHANGED
            row.save(update_fields=["state", "problem"])
            return False
        row.state, row.problem, row.sha256 = PrintJobState.DONE, "", sha256
        row.page = row.pages = pages
        row.pdf.save(f"{row.content}.pdf", ContentFile(pdf))
        outdated = list(PrintJob.objects.outdated_by(row))
        PrintJob.objects.filter(pk__in=[old.pk for old in outdated]).delete()
    for old in outdated:
        old.pdf.delete(save=False)
    return True
