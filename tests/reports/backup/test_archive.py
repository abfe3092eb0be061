"""A backup restored elsewhere, with the same totals and the same files; a damaged one restores nothing."""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from itertools import count
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.db import connection
from psycopg2.extensions import make_dsn

YEARS_WORK = """
from django.core.files.base import ContentFile
from partners.models import Document
from portal.records import CodeSeries
from tests import files
from tests.factories import make_contribution, make_project, make_things
project = make_project(title="ค่ายวิชาการ")
make_contribution(project=project, amount="45500.25")
make_contribution(project=make_project(fiscal_year=2558), amount=1000)
make_things(project=project)
make_project(title="ลบแล้ว").delete()
for number in range(3):
    paper = ContentFile(files.picture(size=(600, 400 + number)), name="พิธีเปิด.jpg")
    project.documents.add(Document.objects.create(kind="photo", title="ภาพ", file=paper))
"""
NEXT_CODE = "from tests.factories import make_project; print('code', make_project().code)"
numbers = count(1)


class Portal:
    """A portal of its own, with its own database and folder of files."""

    def __init__(self, folder):
        self.media = folder / "media"
        self.database = self._new_database(folder)

    def _new_database(self, folder):
        if connection.vendor == "sqlite":
            return f"sqlite:///{folder}/portal.sqlite3"
        config = settings.DATABASES["default"]
        name = f"backup_{os.getpid()}_{next(numbers)}"
        host = config["HOST"] or config["OPTIONS"].get("host", "")
        server = {
            "user": config["USER"],
            "password": config["PASSWORD"],
            "host": host,
            "port": config["PORT"],
        }
        known = {key: value for key, value in server.items() if value}
        self._execute(make_dsn(dbname="postgres", **known), f"CREATE DATABASE {name}")
        return f"postgres://{config['USER']}:{config['PASSWORD']}@/{name}?host={host}"

    def _execute(self, dsn, statement):
        server = psycopg2.connect(dsn)
        server.autocommit = True
        server.cursor().execute(statement)
        server.close()

    def manage(self, *command):
        """What a command of manage.py says, and how it ends."""
        environment = os.environ | {"DATABASE_URL": self.database, "MEDIA_ROOT": str(self.media)}
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

    def next_code(self):
        return re.search(r"code (\S+)", self.manage("shell", "-c", NEXT_CODE).stdout)[1]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A portal with records and files, and the backup it made."""
    folder = tmp_path_factory.mktemp("source")
    portal = Portal(folder)
    for command in (["migrate"], ["shell", "-c", YEARS_WORK], ["backup", "--folder", str(folder)]):
        ended = portal.manage(*command)
        assert ended.returncode == 0, ended.stderr
    portal.said = ended.stdout
    (portal.archive,) = folder.glob("*.zip")
    return portal


@pytest.fixture
def elsewhere(tmp_path):
    return Portal(tmp_path)


def refused(ended, sentence):
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def is_empty(portal):
    """Neither a file nor a table."""
    tables = "from django.db import connection; print('tables', connection.introspection.table_names())"
    return portal.files() == {} and "tables []" in portal.manage("shell", "--no-imports", "-c", tables).stdout


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
    again = elsewhere.manage("backup", "--folder", str(elsewhere.media.parent))
    assert again.stdout.splitlines()[1:] == source.said.splitlines()[1:]
    assert elsewhere.next_code() == "P2557-003"


@pytest.mark.parametrize("in_the_way", ["records", "files"])
def test_nothing_is_restored_over_what_is_there(source, elsewhere, in_the_way):
    """A database with tables or a folder with files is left as it is, and the sentence says what to do."""
    if in_the_way == "records":
        elsewhere.manage("migrate")
        refused(elsewhere.manage("restore", str(source.archive)), "ฐานข้อมูลมีข้อมูลอยู่แล้ว ให้ตั้ง DATABASE_URL")
        assert elsewhere.files() == {}
    else:
        elsewhere.media.mkdir()
        (elsewhere.media / "x.pdf").write_text("x")
        refused(elsewhere.manage("restore", str(source.archive)), "มีไฟล์อยู่แล้ว ให้ตั้ง MEDIA_ROOT")
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
    refused(elsewhere.manage("restore", str(path)), "ไม่ได้กู้คืน: ไฟล์สำรองเสียหายหรือคัดลอกมาไม่ครบ")
    assert is_empty(elsewhere)


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
    refused(elsewhere.manage("restore", str(path)), sentence)
    assert is_empty(elsewhere)


def test_a_backup_that_is_not_there_is_said(elsewhere):
    """A wrong name of the file is answered with a sentence."""
    refused(elsewhere.manage("restore", str(Path("/nowhere/x.zip"))), "ไม่พบไฟล์สำรอง /nowhere/x.zip")
