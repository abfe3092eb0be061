"""Printings: one for each content, made once, told while it is made, taken again when its worker is killed."""

import threading
from datetime import timedelta

import pikepdf
import pypdfium2
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from portal.pdf.rendering import pdf_of
from reports.management.commands.print_worker import send_heartbeat
from reports.models import PrintJob, PrintJobState, Worker
from reports.outputs.print_jobs import print_job_of, retry
from reports.outputs.print_runner import Heartbeat, print_now
from tests.print_jobs import print_all

HTML = (
    "<html lang='th'><title>ทดสอบ</title><body><h1>รายงาน</h1>" + "<p style='break-after: page'>หน้า</p>" * 3
)
LONG_AGO = timedelta(seconds=61)


pytestmark = [pytest.mark.database, pytest.mark.usefixtures("own_media")]


def ask(html=HTML, **fields):
    return print_job_of(html, **{"title": "รายงาน", "file_name": "report.pdf", "public": True} | fields)


def fresh(print_job):
    print_job.refresh_from_db()
    return print_job


def left_running(ago):
    """A printing whose worker was last heard of so long ago."""
    print_job = ask()
    DBTaskResult.objects.update(status="RUNNING")
    PrintJob.objects.update(state=PrintJobState.RUNNING, heartbeat=timezone.now() - ago)
    return print_job


@pytest.mark.django_db
def test_the_same_content_is_printed_once():
    """Whoever asks for it again is given the printing there is, and no second task is begun."""
    first, second = ask(), ask(title="ชื่ออื่น")
    assert first == second
    assert DBTaskResult.objects.count() == 1
    assert print_all() == 1
    assert print_now(fresh(first)) is False


@pytest.mark.django_db
def test_another_content_or_another_reader_has_a_printing_of_its_own():
    """What is printed for the office is never handed to the public, be it the same text."""
    assert len({ask().pk, ask(HTML + "!").pk, ask(public=False).pk}) == 3


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_print_once():
    """Two that ask in the same moment are given one printing."""
    barrier, found = threading.Barrier(2), []

    def click():
        barrier.wait()
        try:
            found.append(ask().pk)
        finally:
            connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert len(found) == 2
    assert len(set(found)) == 1
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_a_printing_done_keeps_its_pdf_with_its_pages_and_hash():
    """What is served later is what was made."""
    print_job = ask()
    assert print_now(print_job)
    assert fresh(print_job).state == PrintJobState.DONE
    with print_job.pdf.open() as file:
        assert len(pypdfium2.PdfDocument(file.read())) == print_job.pages == print_job.page
    assert len(print_job.sha256) == 64


@pytest.mark.django_db
def test_the_pdf_holds_the_data_it_was_asked_with():
    """As one JSON file under the name of the PDF, in a PDF that is marked PDF/A-3a."""
    print_job = ask(data='{"ปี": 2557}')
    print_now(print_job)
    with fresh(print_job).pdf.open() as file, pikepdf.open(file) as document:
        metadata = document.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert document.attachments["report.json"].get_file().read_bytes() == '{"ปี": 2557}'.encode()


@pytest.mark.django_db
def test_other_data_are_another_printing():
    """What lies in the PDF is part of what was asked for."""
    assert ask(data="{}") != ask(data="[]")


@pytest.mark.django_db
def test_the_same_content_has_the_same_hash_a_year_later(monkeypatch):
    """Nothing in the bytes tells when they were made."""
    print_job = ask()
    print_now(print_job)
    first = fresh(print_job).sha256
    later = (timezone.now() + timedelta(days=366)).timestamp()
    monkeypatch.setattr("time.time", lambda: later)
    retry(print_job)
    print_now(print_job)
    assert fresh(print_job).sha256 == first


def test_the_pages_are_told_while_they_are_printed():
    """First how many are laid out, then how many of how many are drawn."""
    told = []
    pdf_of(HTML, on_page=lambda *pages: told.append(pages))
    assert list(dict.fromkeys(told)) == [(0, None), (1, None), (2, None), (3, None), (1, 3), (2, 3), (3, 3)]


@pytest.mark.django_db
def test_the_row_says_how_far_a_printing_is():
    """What was told a moment ago stands in the row, with the sign of life."""
    print_job = left_running(timedelta(seconds=50))
    Heartbeat(print_job)(7, 12)
    assert (fresh(print_job).page, print_job.pages) == (7, 12)
    assert timezone.now() - print_job.heartbeat < timedelta(seconds=5)


@pytest.mark.django_db
def test_a_failure_is_told_and_can_be_tried_again(caplog):
    """A content that cannot be printed says what to do, and the log says why."""
    print_job = ask()
    PrintJob.objects.update(html="<div>" * 3000)
    assert print_now(fresh(print_job)) is False
    assert fresh(print_job).state == PrintJobState.FAILED
    assert "พิมพ์อีกครั้ง" in print_job.problem
    assert caplog.records
    PrintJob.objects.update(html=HTML)
    retry(print_job)
    assert fresh(print_job).state == PrintJobState.WAITING
    assert print_all() == 1
    assert fresh(print_job).problem == ""


@pytest.mark.django_db
def test_what_a_killed_worker_left_is_taken_again_after_a_minute():
    """Another worker begins it anew, though the task of the killed one stands as running for ever."""
    print_job = left_running(LONG_AGO)
    send_heartbeat("another")
    assert fresh(print_job).state == PrintJobState.WAITING
    assert DBTaskResult.objects.ready().count() == 1
    assert print_all() == 1


@pytest.mark.django_db
def test_what_a_living_worker_prints_is_left_to_it():
    """A heartbeat younger than a minute keeps others away."""
    print_job = left_running(timedelta(seconds=50))
    send_heartbeat("another")
    assert fresh(print_job).state == PrintJobState.RUNNING
    assert DBTaskResult.objects.ready().count() == 0
    assert print_now(print_job) is False


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "seen"), [(29, True), (31, False)])
def test_a_worker_unseen_for_half_a_minute_is_gone(seconds, seen):
    """So long a sign of life holds."""
    send_heartbeat("worker")
    Worker.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))
    assert Worker.is_seen() is seen


@pytest.mark.django_db
def test_outdated_printings_go_and_others_stay():
    """A newer one of the same file makes the old one go, with its file; another file's stays."""
    old, other = ask("<p>เก่า"), ask("<p>อื่น", file_name="other.pdf")
    print_all()
    PrintJob.objects.update(requested_at=timezone.now() - timedelta(hours=2))
    name = fresh(old).pdf.name
    print_now(ask())
    assert not PrintJob.objects.filter(pk=old.pk).exists()
    assert not default_storage.exists(name)
    assert default_storage.exists(fresh(other).pdf.name)
