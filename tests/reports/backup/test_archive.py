"""A backup restored elsewhere, with the same totals and the same files; a damaged one restores nothing."""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from partners.models import Document
from tests import files
from tests.databases import READY, WithoutMigrations, address_of, connected
from tests.factories import make_contribution, make_project, make_things

pytestmark = pytest.mark.database


class Portal:
    """A portal of its own, with its own database and folder of files."""

    def __init__(self, database, folder):
        self.database, self.media = database, folder / "media"

    @contextmanager
    def open(self):
        """Work in this portal."""
        with connected(self.database), override_settings(MEDIA_ROOT=self.media):
            yield

    def call(self, *command):
        """What a command says; the tables stand as the models are, and no command migrates them."""
        said = StringIO()
        with self.open(), override_settings(MIGRATION_MODULES=WithoutMigrations()):
            call_command(*command, stdout=said)
        return said.getvalue()

    def manage(self, *command):
        """What a command of manage.py says as a process of its own, and how it ends."""
        environment = os.environ | {
            "DATABASE_URL": address_of(self.database),
            "MEDIA_ROOT": str(self.media),
        }
        asked = [sys.executable, "manage.py", *command]
        return subprocess.run(
            asked, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
        )

    def files(self):
        """The hash of every file by its place."""
        return {
            str(path.relative_to(self.media)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.media.rglob("*")
            if path.is_file()
        }

    def is_empty(self):
        """Neither a file nor a table."""
        with self.open():
            return self.files() == {} and connection.introspection.table_names() == []


def work_of_two_years():
    """Gifts of two years, a project that was deleted, and three photos."""
    project = make_project(title="ค่ายวิชาการ")
    make_contribution(project=project, amount="45500.25")
    make_contribution(project=make_project(fiscal_year=2558), amount=1000)
    make_things(project=project)
    make_project(title="ลบแล้ว").delete()
    for number in range(3):
        paper = ContentFile(files.picture(size=(600, 400 + number)), name="พิธีเปิด.jpg")
        project.documents.add(Document.objects.create(kind="photo", title="ภาพ", file=paper))


@pytest.fixture(scope="module")
def source(own_databases, tmp_path_factory):
    """A portal with records and files, and the backup it made."""
    folder = tmp_path_factory.mktemp("source")
    portal = Portal(own_databases(READY), folder)
    with portal.open():
        call_command("migrate", fake=True, verbosity=0)
        work_of_two_years()
    portal.said = portal.call("backup", "--folder", str(folder))
    (portal.archive,) = folder.glob("*.zip")
    return portal


@pytest.fixture
def elsewhere(own_databases, tmp_path):
    """An empty portal."""
    return Portal(own_databases(), tmp_path)


def refused(portal, path, sentence):
    """Restoring ends with a sentence, which manage.py prints without a traceback."""
    with pytest.raises(CommandError) as told:
        portal.call("restore", str(path))
    assert sentence in str(told.value)


def test_the_backup_is_one_dated_file(source):
    """It bears the day in the Buddhist era, is for nobody else to read, and nothing unfinished lies beside it."""
    assert re.fullmatch(r"phakhi-25\d\d-\d\d-\d\d-\d{6}\.zip", source.archive.name)
    assert source.archive.stat().st_mode & 0o077 == 0
    assert not list(source.archive.parent.glob(".backup-*"))
    assert "ปี 2557: เงินที่ได้รับ 45,500.25 บาท" in source.said


def test_the_manifest_lists_every_file_with_its_hash(source):
    """Hashes and sizes of all files, numbers of rows, totals of each year."""
    with zipfile.ZipFile(source.archive) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    listed = {name.removeprefix("media/"): file["sha256"] for name, file in manifest["files"].items()}
    listed.pop("database")
    assert listed == source.files()
    assert len(listed) == 6
    assert manifest["rows"]["projects_contribution"] == 3
    assert manifest["totals"]["2557"] == {
        "cash": "45500.25",
        "gifts_of_cash": 1,
        "things": [["รถบัส", 2, "คัน"]],
    }


def test_a_backup_is_restored_elsewhere(source, elsewhere):
    """The same files, the same rows and totals; a code once given is not given again."""
    ended = elsewhere.manage("restore", str(source.archive))
    assert ended.returncode == 0, ended.stderr
    assert "ปี 2557: เงินที่ได้รับ 45,500.25 บาท" in ended.stdout
    assert elsewhere.files() == source.files()
    again = elsewhere.call("backup", "--folder", str(elsewhere.media.parent))
    assert again.splitlines()[1:] == source.said.splitlines()[1:]
    with elsewhere.open():
        assert make_project().code == "P2557-003"


def test_a_refusal_is_a_sentence_and_no_traceback(source):
    """As a process of its own, over a portal that has records; they stay as they are."""
    ended = source.manage("restore", str(source.archive))
    assert ended.returncode == 1
    assert "ฐานข้อมูลมีข้อมูลอยู่แล้ว ให้ตั้ง DATABASE_URL" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_nothing_is_restored_over_records(source, own_databases, tmp_path):
    """A database with tables is left as it is, and the sentence says what to do."""
    with_tables = Portal(own_databases(READY), tmp_path)
    refused(with_tables, source.archive, "ฐานข้อมูลมีข้อมูลอยู่แล้ว ให้ตั้ง DATABASE_URL")
    assert with_tables.files() == {}


def test_nothing_is_restored_over_files(source, elsewhere):
    """A folder with files is left as it is, and the sentence says what to do."""
    elsewhere.media.mkdir()
    (elsewhere.media / "x.pdf").write_text("x")
    refused(elsewhere, source.archive, "มีไฟล์อยู่แล้ว ให้ตั้ง MEDIA_ROOT")
    assert list(elsewhere.files()) == ["x.pdf"]


def damaged(source, folder, change):
    """The backup's bytes, changed."""
    path = folder / "damaged.zip"
    path.write_bytes(change(source.archive.read_bytes()))
    return path


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content[: len(content) // 2], id="half of it"),
        pytest.param(lambda content: content[:-100], id="its end missing"),
        pytest.param(lambda content: content[:200] + b"\xff" + content[201:], id="a byte of a photo changed"),
        pytest.param(lambda content: b"", id="empty"),
    ],
)
def test_a_damaged_backup_restores_nothing(source, elsewhere, tmp_path, change):
    """It is said to be damaged, and database and folder stay empty."""
    path = damaged(source, tmp_path, change)
    refused(elsewhere, path, "ไม่ได้กู้คืน: ไฟล์สำรองเสียหายหรือคัดลอกมาไม่ครบ")
    assert elsewhere.is_empty()


def rewritten(source, path, change):
    """The backup, packed anew with other parts under the same manifest."""
    with zipfile.ZipFile(source.archive) as archive, zipfile.ZipFile(path, "w") as other:
        parts = {name: archive.read(name) for name in archive.namelist()}
        for name, content in change(parts).items():
            other.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda parts: parts | {"database": b"another"}, "database ในไฟล์สำรองไม่ตรงกับที่บันทึกไว้ตอนสำรอง"),
        (lambda parts: dict(list(parts.items())[1:]), "ไฟล์สำรองไม่ครบ ขาด media/"),
        (lambda parts: {"a.txt": b"a"}, "ไม่ใช่ไฟล์สำรองของภาคี"),
        (
            lambda parts: {"manifest.json": b'{"files": {"media/../../x": {}}}', "media/../../x": b"x"},
            "ชี้ออกนอกโฟลเดอร์",
        ),
    ],
    ids=["changed", "incomplete", "something else", "leading outside"],
)
def test_what_is_not_as_it_was_is_said(source, elsewhere, tmp_path, change, sentence):
    """A part that was changed, left out or put in is named, and nothing is restored."""
    path = tmp_path / "rewritten.zip"
    rewritten(source, path, change)
    refused(elsewhere, path, sentence)
    assert elsewhere.is_empty()


def test_a_backup_that_is_not_there_is_said(elsewhere):
    """A wrong name of the file is answered with a sentence."""
    refused(elsewhere, Path("/nowhere/x.zip"), "ไม่พบไฟล์สำรอง /nowhere/x.zip")
