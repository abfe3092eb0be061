"""An import whose process is killed: all of it stands, or nothing."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.conf import settings
from django.db import connection

ROWS = 1500
PREPARED = f"""
import django; django.setup()
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from networks.imports import SchoolImport
from portal.tables.imported_files import Import
call_command("migrate", verbosity=0)
text = "ชื่อเฉพาะ\\n" + "".join(f"ทดลองที่ {{n}}\\n" for n in range({ROWS}))
Import.keep(SchoolImport, "", ContentFile(text.encode(), name="a.csv"), User.objects.create_superuser("a"))
"""
WRITING = """
import django; django.setup()
from django.contrib.auth.models import User
from networks.imports import SchoolImport
from portal.tables.checking import Check
from portal.tables.imported_files import Import
from portal.tables.writing import write
incoming, user = Import.objects.get(), User.objects.get()
check = Check(SchoolImport(user), incoming.table(), {})
list(check.run())
print("checked", flush=True)
write(check.plan, incoming, user)
"""
NOTHING, ALL = (0, 0, 0), (ROWS, ROWS, 1)


COUNTED = (
    "partners_organization",
    "partners_historicalorganization",
    "portal_import WHERE written_at IS NOT NULL",
)


class SqlitePortal:
    """A portal in a folder of its own; its copy is a copy of the folder."""

    def __init__(self, folder, name):
        self.folder = folder / name

    def begin(self):
        self.folder.mkdir()

    def copy(self, other):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(other.folder, self.folder)

    @property
    def address(self):
        return f"sqlite:///{self.folder}/portal.sqlite3"

    def connect(self):
        return sqlite3.connect(self.folder / "portal.sqlite3")


class PostgresPortal(SqlitePortal):
    """The same with its database on the server of the tests; its copy is made from it as a template."""

    def __init__(self, folder, name):
        super().__init__(folder, name)
        self.database = f"killed_{name}_{os.getpid()}"

    def begin(self):
        super().begin()
        self._tell_server(f"CREATE DATABASE {self.database}")

    def copy(self, other):
        super().copy(other)
        self._tell_server(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
        self._tell_server(f"CREATE DATABASE {self.database} TEMPLATE {other.database}")

    @property
    def address(self):
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.database}").geturl()

    def connect(self):
        return psycopg2.connect(self.address)

    def _tell_server(self, statement):
        with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as server:
            server.autocommit = True
            with server.cursor() as cursor:
                cursor.execute(statement)


def started(script, portal):
    env = os.environ | {
        "DATABASE_URL": portal.address,
        "MEDIA_ROOT": str(portal.folder),
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", script], env=env, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    """Makes portals of the database that the tests run on."""
    folder = tmp_path_factory.mktemp("portals")
    kind = PostgresPortal if connection.vendor == "postgresql" else SqlitePortal
    return lambda name: kind(folder, name)


@pytest.fixture(scope="module")
def prepared(portal):
    """An empty portal that has taken a file in, unwritten."""
    begun = portal("prepared")
    begun.begin()
    process = started(PREPARED, begun)
    process.communicate()
    assert process.returncode == 0
    return begun


@pytest.fixture
def left_after(prepared, portal):
    """What stands when the writing is killed after so many seconds: schools, their histories, the mark."""

    def left(seconds):
        copy = portal("copy")
        copy.copy(prepared)
        process = started(WRITING, copy)
        assert process.stdout.readline() == "checked\n"
        if seconds is not None:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        process.communicate()
        with closing(copy.connect()) as database, closing(database.cursor()) as cursor:
            counts = []
            for table in COUNTED:
                cursor.execute(f"SELECT count(*) FROM {table}")
                counts.append(cursor.fetchone()[0])
        return tuple(counts)

    return left


def test_undisturbed_it_writes_all(left_after):
    """So that the tests below do not see nothing because nothing works."""
    assert left_after(None) == ALL


@pytest.mark.parametrize("seconds", [0, 0.1, 0.3])
def test_killed_at_a_point_it_leaves_all_or_nothing(left_after, seconds):
    """At the beginning and in the midst of the writing."""
    assert left_after(seconds) in (NOTHING, ALL)


@pytest.mark.slow
def test_killed_at_fifty_points_it_leaves_all_or_nothing(left_after):
    """Anywhere from the beginning of the writing until about its end."""
    found = {left_after(random.uniform(0, 2)) for _ in range(50)}
    assert NOTHING in found
    assert found <= {NOTHING, ALL}
