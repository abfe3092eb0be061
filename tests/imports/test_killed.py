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

import pytest
from django.conf import settings

ROWS = 1500
PREPARED = f"""
import django; django.setup()
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from networks.imports import SchoolImport
from portal.imports.models import Import
call_command("migrate", verbosity=0)
text = "ชื่อเฉพาะ\\n" + "".join(f"ทดลองที่ {{n}}\\n" for n in range({ROWS}))
Import.keep(SchoolImport, "", ContentFile(text.encode(), name="a.csv"), User.objects.create_superuser("a"))
"""
WRITING = """
import django; django.setup()
from django.contrib.auth.models import User
from networks.imports import SchoolImport
from portal.imports.checking import Check
from portal.imports.models import Import
from portal.imports.writing import write
incoming, user = Import.objects.get(), User.objects.get()
check = Check(SchoolImport(user), incoming.table(), {})
list(check.run())
print("checked", flush=True)
write(check.plan, incoming, user)
"""
NOTHING, ALL = (0, 0, 0), (ROWS, ROWS, 1)


def started(script, folder):
    env = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
        "MEDIA_ROOT": str(folder),
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", script], env=env, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """An empty portal that has taken a file in, unwritten."""
    folder = tmp_path_factory.mktemp("portal")
    process = started(PREPARED, folder)
    process.communicate()
    assert process.returncode == 0
    return folder


@pytest.fixture
def left_after(prepared, tmp_path):
    """What stands when the writing is killed after so many seconds: schools, their histories, the mark."""

    def left(seconds, folder=tmp_path / "portal"):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared, folder)
        process = started(WRITING, folder)
        assert process.stdout.readline() == "checked\n"
        if seconds is not None:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        process.communicate()
        with closing(sqlite3.connect(folder / "portal.sqlite3")) as database:
            tables = (
                "partners_organization",
                "partners_historicalorganization",
                "imports_import WHERE written_at",
            )
            return tuple(database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables)

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
