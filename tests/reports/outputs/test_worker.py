"""A worker as a process of its own, on a database in a file: it prints, is killed, and another takes over."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.conf import settings
from django.test import override_settings

from reports.outputs.book import pdf_with_data
from reports.outputs.print_jobs import print_job_of
from tests.databases import READY, connected

PAGES = 200
HTML = "<html lang=th><title>t</title><body>" + "<p style='break-after: page'>หน้า</p>" * PAGES
WORKER = ["print_worker", "--no-startup-delay", "--no-reload", "--verbosity", "0"]
ON_POSTGRESQL = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


@pytest.fixture
def database(own_databases):
    """The file of a portal that is ready for work."""
    return own_databases(READY)


@pytest.fixture
def start(database, tmp_path):
    """Starts a command of a portal of its own; none outlives the test."""
    surroundings = {
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DEBUG": "false",
    }
    started = []

    def begin(*command):
        process = subprocess.Popen(
            [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=os.environ | surroundings
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()


def ask_database(database, sql):
    with closing(sqlite3.connect(database, timeout=20)) as connection, connection:
        return connection.execute(sql).fetchone()


def until(database, sql):
    """The first row of an answer, as soon as there is one."""
    for _ in range(600):
        if row := ask_database(database, sql):
            return row
        time.sleep(0.1)
    raise AssertionError(f"never: {sql}")


@pytest.mark.skipif(ON_POSTGRESQL, reason="has a database file of its own")
def test_a_printing_survives_the_death_of_its_worker(start, database, tmp_path):
    """Killed half-way, it is begun anew once a minute is over; the bytes are those of every other process."""
    with connected(database), override_settings(MEDIA_ROOT=tmp_path / "media"):
        print_job_of(HTML, title="t", file_name="t.pdf", public=True)
    first = start(*WORKER)
    until(database, "SELECT page FROM reports_printjob WHERE state = 'running'")
    assert ask_database(database, "SELECT count(*) FROM reports_worker") == (1,)
    first.kill()
    first.wait()
    ask_database(database, "UPDATE reports_printjob SET heartbeat = '2014-01-11 00:00:00'")
    second = start(*WORKER)
    _, pages, sha256 = until(
        database, "SELECT state, pages, sha256 FROM reports_printjob WHERE state = 'done'"
    )
    assert pages == PAGES
    assert sha256 == hashlib.sha256(pdf_with_data(HTML, "", "t.pdf")).hexdigest()
    second.terminate()
    assert second.wait(30) == 0
