"""The pages of a printing: how far it is, its file, who may read it, and what to do without a worker."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from reports.models import PrintJob, PrintJobState, Worker
from tests.factories import make_contribution, make_person
from tests.print_jobs import print_all
from tests.reading import page_at

pytestmark = pytest.mark.django_db
PDF, INTERNAL = "/reports/2557/pdf/", "/reports/2557/pdf/?internal=yes"


@pytest.fixture(autouse=True)
def gift_of_a_person(own_media, db):
    """All that the year holds."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))


@pytest.fixture
def worker():
    """One that gave a sign of life just now."""
    Worker.objects.create(name="worker", seen_at=timezone.now())


def print_short():
    """Print whatever waits, with a page of one word in place of its content, which is asked for all the same."""
    PrintJob.objects.to_print().update(html="<html lang='th'><title>รายงาน</title><body>รายงาน</body></html>")
    return print_all()


def asked(client, path=PDF):
    """The page to which the first one who asks is led."""
    return client.get(path)["Location"]


@pytest.mark.parametrize(("path", "internal"), [(PDF, False), (INTERNAL, True)])
def test_the_command_writes_what_the_page_serves(admin_client, worker, tmp_path, path, internal):
    """Byte for byte, the data inside as well, for either reader."""
    call_command("annual_report", "2557", output=tmp_path / "written.pdf", internal=internal)
    admin_client.get(path)
    print_all()
    assert admin_client.get(path).content == (tmp_path / "written.pdf").read_bytes()


def test_the_first_who_asks_is_led_to_how_far_it_is(client, worker):
    """The page says that it waits, and asks of itself again."""
    told = page_at(client, asked(client))
    assert "รอพิมพ์" in told
    assert 'hx-trigger="every 2s"' in told
    assert '<noscript><meta http-equiv="refresh"' in told
    assert "พิมพ์ตอนนี้" not in told


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"page": 12}, "จัดหน้าแล้ว 12 หน้า"),
        ({"page": 3, "pages": 40}, "วาดหน้าที่ 3 จาก 40 หน้า"),
    ],
)
def test_the_page_tells_how_far_it_is(client, worker, fields, words):
    """Pages laid out, and then page n of m with a bar."""
    path = asked(client)
    PrintJob.objects.update(state=PrintJobState.RUNNING, heartbeat=timezone.now(), **fields)
    told = page_at(client, path)
    assert words in told
    assert ('value="3" max="40"' in told) is ("pages" in fields)


def test_a_printing_done_leads_to_its_file(client):
    """A script is sent there, a reader without one finds the link."""
    path = asked(client)
    print_short()
    assert client.get(path, headers={"HX-Request": "true"})["HX-Redirect"] == f"{path}file/"
    told = page_at(client, path)
    assert f'href="{path}file/"' in told
    assert "hx-get" not in told
    assert client.get(f"{path}file/").content.startswith(b"%PDF")


def test_a_printing_that_is_ready_is_served_at_once(client):
    """Under a name of its year; Arabic digits are another file."""
    client.get(PDF)
    client.get(f"{PDF}?digits=arabic")
    print_short()
    for path, name in (
        (PDF, "annual-report-2557.pdf"),
        (f"{PDF}?digits=arabic", "annual-report-2557-arabic.pdf"),
    ):
        answer = client.get(path)
        assert answer["Content-Type"] == "application/pdf"
        assert f'filename="{name}"' in answer["Content-Disposition"]
        assert answer.content.startswith(b"%PDF")


def test_the_file_before_it_is_done_is_the_page(client):
    """Nobody is given half a file."""
    path = asked(client)
    assert client.get(f"{path}file/")["Location"] == path


def test_a_changed_record_is_another_printing(client):
    """What was printed before is not served as what stands now."""
    client.get(PDF)
    print_short()
    make_contribution()
    assert client.get(PDF).status_code == 302


@pytest.mark.parametrize("seconds", [31, None])
def test_without_a_worker_the_reader_may_print_and_wait(client, seconds):
    """None seen for half a minute, or none ever: the page says so, and the button prints."""
    if seconds:
        Worker.objects.create(name="gone", seen_at=timezone.now() - timedelta(seconds=seconds))
    path = asked(client)
    told = page_at(client, path)
    assert "ตัวพิมพ์เบื้องหลังไม่ทำงาน" in told
    assert client.post(f"{path}now/")["Location"] == path
    assert "พิมพ์เสร็จแล้ว" in page_at(client, path)


def test_with_a_worker_nobody_prints_in_a_request(client, worker):
    """Old forms sent late do nothing."""
    path = asked(client)
    client.post(f"{path}now/")
    assert PrintJob.objects.get().state == PrintJobState.WAITING


def test_a_failure_offers_to_print_again(client, worker):
    """With the sentence that was kept; what has not failed is not begun anew."""
    path = asked(client)
    PrintJob.objects.update(state=PrintJobState.FAILED, problem="จัดหน้าไม่สำเร็จ")
    told = page_at(client, path)
    assert "จัดหน้าไม่สำเร็จ" in told
    assert "พิมพ์อีกครั้ง" in told
    client.post(f"{path}again/")
    assert PrintJob.objects.get().state == PrintJobState.WAITING
    print_short()
    client.post(f"{path}again/")
    assert PrintJob.objects.get().state == PrintJobState.DONE


def test_a_file_that_is_gone_is_printed_anew(client):
    """Somebody emptied the folder."""
    path = asked(client)
    print_short()
    print_job = PrintJob.objects.get()
    print_job.pdf.storage.delete(print_job.pdf.name)
    assert client.get(f"{path}file/")["Location"] == path
    assert print_short() == 1
    assert client.get(f"{path}file/").status_code == 200


def test_a_printing_that_is_gone_is_said_to_be(client):
    """An old link is no error of the server."""
    answer = client.get("/print-jobs/9999/")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [(None, 302), ("director", 403), ("administrator", 403), ("editor", 200)]
)
def test_the_internal_report_is_for_those_who_may_read_people(as_who, editor, client_of, who, status):
    """Neither its page nor its file is opened by others, and they cannot have one printed."""
    path = asked(client_of(editor), INTERNAL)
    print_short()
    client = as_who(who)
    assert [client.get(each).status_code for each in (path, f"{path}file/", INTERNAL)] == [status] * 3
    if who is None:
        assert client.get(path)["Location"].startswith("/accounts/login/")


def test_the_sign_of_a_form_is_asked_for():
    """Another site cannot make a visitor print."""
    client = Client(enforce_csrf_checks=True)
    path = asked(client)
    assert client.post(f"{path}now/").status_code == 403
    token = re.search('name="csrfmiddlewaretoken" value="(.*?)"', page_at(client, path))[1]
    assert client.post(f"{path}now/", {"csrfmiddlewaretoken": token}).status_code == 302
