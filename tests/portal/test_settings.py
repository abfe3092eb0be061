"""What the settings take from the environment, and what they refuse."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-key-of-the-tests-" + "0123456789abcdef" * 3
NAMES = ["DATABASE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "MEDIA_ROOT"]


@pytest.fixture
def house(tmp_path):
    """A copy of the settings in a folder of its own, where no developer's var/portal.env is."""
    for folder in ("portal", "var"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "portal" / "settings.py", tmp_path / "portal")
    return tmp_path


@pytest.fixture
def load(house, monkeypatch):
    def load_with(**environment):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(house / "portal" / "settings.py"))

    return load_with


def test_defaults_need_only_a_secret_key(load, house):
    """A fresh clone serves this machine only, from SQLite, in Thai, without DEBUG."""
    settings = load(SECRET_KEY=KEY)
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert settings["MEDIA_ROOT"] == house / "var" / "media"
    assert settings["DATABASES"]["default"]["NAME"] == house / "var" / "portal.sqlite3"
    assert (settings["LANGUAGE_CODE"], settings["TIME_ZONE"]) == ("th", "Asia/Bangkok")


def test_file_gives_values_and_the_environment_wins(load, house):
    """var/portal.env speaks where the environment is silent."""
    (house / "var" / "portal.env").write_text(f"SECRET_KEY={KEY}\nALLOWED_HOSTS=file.example\n")
    assert load()["ALLOWED_HOSTS"] == ["file.example"]
    assert load(ALLOWED_HOSTS="real.example")["ALLOWED_HOSTS"] == ["real.example"]


def test_sqlite_stands_several_writers(load):
    """Write-ahead log, a patient timeout, and write locks taken at the beginning of a transaction."""
    options = load(SECRET_KEY=KEY)["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


@pytest.mark.parametrize("url", ["sqlite:///var/other.sqlite3", "sqlite://", "sqlite://:memory:"])
def test_sqlite_urls_are_accepted(load, house, url):
    """A relative path starts at the portal's folder."""
    name = load(SECRET_KEY=KEY, DATABASE_URL=url)["DATABASES"]["default"]["NAME"]
    assert name in (":memory:", house / "var" / "other.sqlite3")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_urls_are_accepted(load, scheme):
    """PostgreSQL by host and by socket, with connections that are kept and checked."""
    settings = load(SECRET_KEY=KEY, DATABASE_URL=f"{scheme}://me:p%40ss@db:5433/phakhi")
    by_host = settings["DATABASES"]["default"]
    assert (by_host["HOST"], by_host["PORT"], by_host["PASSWORD"]) == ("db", 5433, "p@ss")
    assert (by_host["CONN_MAX_AGE"], by_host["CONN_HEALTH_CHECKS"]) == (60, True)
    settings = load(SECRET_KEY=KEY, DATABASE_URL=f"{scheme}://me@/phakhi?host=/tmp/Socket")
    assert settings["DATABASES"]["default"]["OPTIONS"] == {"host": "/tmp/Socket"}


@pytest.mark.parametrize(
    ("value", "expected"), [("true", True), ("1", True), ("on", True), ("False", False), ("0", False)]
)
def test_debug_words_are_accepted(load, value, expected):
    """Plain files for a developer, compressed and fingerprinted ones for everybody else."""
    settings = load(SECRET_KEY=KEY, DEBUG=value)
    assert settings["DEBUG"] is expected
    assert ("Manifest" in settings["STORAGES"]["staticfiles"]["BACKEND"]) is not expected


def test_debug_needs_no_secret_key(load):
    """A developer may begin without var/portal.env."""
    assert load(DEBUG="true", SECRET_KEY="")["SECRET_KEY"]


@pytest.mark.parametrize("value", ["portal.example.go.th, 192.0.2.7", ".example.go.th", "[fd00::2]", "*"])
def test_hosts_are_accepted(load, value):
    """Names, addresses and Django's two wildcards; spaces do no harm."""
    assert load(SECRET_KEY=KEY, ALLOWED_HOSTS=value)["ALLOWED_HOSTS"] == value.split(", ")


@pytest.mark.parametrize("value", ["var/files", "/tmp/files/of/phakhi"])
def test_media_folder_is_accepted(load, house, value):
    """The folder may be made later; a relative path starts at the portal's folder."""
    assert load(SECRET_KEY=KEY, MEDIA_ROOT=value)["MEDIA_ROOT"] == house / value


@pytest.mark.parametrize(
    ("name", "value", "must_be"),
    [
        ("DEBUG", "maybe", "true or false"),
        ("DEBUG", "", "true or false"),
        ("DATABASE_URL", "nonsense", "sqlite:///file"),
        ("DATABASE_URL", "", "sqlite:///file"),
        ("DATABASE_URL", "mysql://db/phakhi", "postgres://user:password@host:5432/name"),
        ("DATABASE_URL", "postgres://db:5432", "postgres://user:password@host:5432/name"),
        ("DATABASE_URL", "postgres://db:door/phakhi", "postgres://user:password@host:5432/name"),
        ("DATABASE_URL", "sqlite:////no/such/folder/file", "a folder that exists"),
        ("DATABASE_URL", "sqlite:///var", "sqlite:///file"),
        ("ALLOWED_HOSTS", "", "without http:// and without a port"),
        ("ALLOWED_HOSTS", "http://portal.example", "without http:// and without a port"),
        ("ALLOWED_HOSTS", "portal.example:8000", "without http:// and without a port"),
        ("ALLOWED_HOSTS", "one.example,,two.example", "commas between"),
        ("MEDIA_ROOT", "/etc/passwd", "a folder"),
        ("MEDIA_ROOT", "/etc/passwd/media", "a folder"),
        ("MEDIA_ROOT", "", "a folder"),
    ],
)
def test_wrong_values_are_refused(load, name, value, must_be):
    """The refusal names the variable, its value and what it must be."""
    with pytest.raises(ImproperlyConfigured) as refusal:
        load(**{"SECRET_KEY": KEY, name: value})
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} is {value!r}, but must be ")
    assert must_be in sentence


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("", "is missing"),
        ("short", "has 5 characters"),
        ("aaaa" * 20, "has 80 characters"),
        ("django-insecure-" + KEY, "django-insecure"),
    ],
)
def test_secret_key_must_be_real(load, value, found):
    """Without DEBUG no start without a real key; the refusal does not print it."""
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY") as refusal:
        load(SECRET_KEY=value)
    assert found in str(refusal.value)
    assert not value or value not in str(refusal.value)


def test_password_of_the_database_is_not_printed(load):
    """A refusal may end up in a log."""
    with pytest.raises(ImproperlyConfigured) as refusal:
        load(SECRET_KEY=KEY, DATABASE_URL="mysql://me:hush@db/phakhi")
    assert "hush" not in str(refusal.value)
    assert "mysql://***@db/phakhi" in str(refusal.value)


def test_command_line_stops_with_the_sentence():
    """What somebody at a terminal sees in the end is the refusal itself."""
    command = [sys.executable, str(ROOT / "manage.py"), "check"]
    done = subprocess.run(command, env=os.environ | {"DEBUG": "maybe"}, capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stderr.strip().endswith("DEBUG is 'maybe', but must be true or false.")
