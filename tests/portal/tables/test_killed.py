"""An import whose process is killed: all of it stands, or nothing."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import override_settings

from networks.imports import SchoolImport
from partners.models import Organization
from portal.tables.imported_files import Import
from tests.databases import READY, address_of, connected, storage_at

pytestmark = pytest.mark.database

ROWS = 1500
WRITING = """
import django; django.setup()
from django.contrib.auth.models import User
from networks.imports import SchoolImport
from portal.tables.checking import Check
from portal.tables.imported_files import Import
from portal.tables.writing import write
incoming, user = Import.objects.get(), User.objects.get()
check = Check(SchoolImport(user), incoming.read_table(), {})
list(check.run())
print("checked", flush=True)
write(check.plan, incoming, user)
"""
NOTHING, ALL = (0, 0, 0), (ROWS, ROWS, 1)


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def prepared(own_databases, media):
    """The database of a portal that has taken a file in, unwritten."""
    name = own_databases(READY)
    text = "ชื่อเฉพาะ\n" + "".join(f"ทดลองที่ {n}\n" for n in range(ROWS))
    content = ContentFile(text.encode(), name="a.csv")
    with connected(name), override_settings(MEDIA_ROOT=media):
        Import.store(SchoolImport, "", content, User.objects.create_superuser("a"))
    return name


@pytest.fixture
def left_after(prepared, own_databases, media):
    """What stands when the writing is killed after so many seconds: schools, their histories, the mark."""
    name, storage = own_databases(), storage_at(media)

    def left(seconds):
        storage.drop(name)
        storage.copy(prepared, name)
        process = writing(name, media)
        assert process.stdout.readline() == "checked\n"
        if seconds is not None:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        process.communicate()
        with connected(name):
            written = Import.objects.exclude(written_at=None)
            return Organization.objects.count(), Organization.history.count(), written.count()

    return left


def writing(name, media):
    """The process that writes the file."""
    environment = os.environ | {
        "DATABASE_URL": address_of(name),
        "MEDIA_ROOT": str(media),
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    command = [sys.executable, "-c", WRITING]
    return subprocess.Popen(
        command, env=environment, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    )


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
