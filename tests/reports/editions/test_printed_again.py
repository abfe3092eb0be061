"""Editions printed again: to the same bytes, or refused."""

import hashlib

import pytest
from django.core.management import call_command

from reports.editions.freezing import pdf_again
from reports.models import AnnualReport, EditionCopy, PrintJob
from reports.outputs.print_jobs import print_job_of, retry
from tests.signing import make_report, printed, sign

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("public", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_2557_printed_again_a_year_later(year_2557, editor, approver, monkeypatch, public):
    """From nothing but what is stored, with the clock moved and the records changed, the same SHA-256."""
    edition = sign(AnnualReport.objects.get(), editor, approver)
    copy = edition.copy_for(public=public)
    digest = printed(copy.print_job).sha256
    AnnualReport.objects.update(title="ชื่อใหม่")
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert hashlib.sha256(pdf_again(EditionCopy.objects.get(pk=copy.pk))).hexdigest() == digest


def test_the_command_tells_whether_every_pdf_is_as_signed(editor, approver, capsys):
    """It prints each edition again; a PDF that is not what was signed is named."""
    edition = sign(make_report(), editor, approver)
    for copy in edition.copies.all():
        printed(copy.print_job)
    call_command("verify_editions")
    assert "ตรงกับที่ลงนามทั้ง 2 ไฟล์" in capsys.readouterr().out
    print_job = edition.copy_for(public=True).print_job
    type(print_job).objects.filter(pk=print_job.pk).update(sha256="0" * 64)
    with pytest.raises(SystemExit):
        call_command("verify_editions")
    assert "ฉบับที่ 1 ฉบับเปิดเผย ไม่ตรง" in capsys.readouterr().err


@pytest.mark.parametrize(("html", "is_done"), [("", True), ("<p>แบบอักษรรุ่นใหม่</p>", False)])
def test_a_lost_file_is_replaced_by_the_same_bytes_only(editor, approver, html, is_done):
    """The SHA-256 that was recorded stays; a file with another one is refused, and the reader told why."""
    print_job = printed(sign(make_report(), editor, approver).copy_for(public=True).print_job)
    recorded = print_job.sha256
    print_job.pdf.storage.delete(print_job.pdf.name)
    PrintJob.objects.filter(pk=print_job.pk).update(html=print_job.html + html)
    print_job.refresh_from_db()
    retry(print_job)
    again = printed(print_job)
    assert again.sha256 == recorded
    assert again.is_done == is_done
    assert ("SHA-256 ไม่ตรงกับที่บันทึกไว้เมื่อลงนาม" in again.problem) != is_done


def test_a_printing_of_no_edition_may_become_another():
    """Only what was signed is held to its bytes."""
    print_job = printed(print_job_of("<p>ก</p>", title="ร่าง", file_name="draft.pdf", public=True))
    first = print_job.sha256
    PrintJob.objects.update(html="<p>ข</p>")
    retry(print_job)
    print_job.refresh_from_db()
    again = printed(print_job)
    assert again.is_done
    assert again.sha256 != first
