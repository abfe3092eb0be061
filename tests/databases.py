"""Databases of the tests: made once as templates, copied for each worker, exchanged for what a test asks for.

A test that changes rows is rolled back. One that commits (a live server, two connections) leaves its copy spoilt,
and the next test gets a fresh one.
"""

import hashlib
import os
import shutil
import tempfile
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from portal.places import load_places
from tests.clean_year import CleanYear
from tests.district import make_district
from tests.planted import plant

READY, YEAR_2557 = "ready", "year_2557"
# What a worker makes when a test first asks for it, as a further template.
RECORDS = {"clean_year": CleanYear, "planted": plant, "district": make_district}
KEPT = settings.BASE_DIR / "var" / "test"
SHAPE = [
    "*/models/*.py",
    "portal/*.py",
    "portal/*/*.py",
    "reports/sample/**/*.py",
    "reports/sample/**/*.toml",
]


class WithoutMigrations:
    """For MIGRATION_MODULES: the tables of every app are made from its models as they stand."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


class SqliteFiles:
    """Databases as files of one folder, their place."""

    def __init__(self, place):
        self.place = str(place)

    def name(self, label):
        return f"{self.place}/{label}.sqlite3"

    def create(self, name):
        self.drop(name)

    def copy(self, template, name):
        shutil.copyfile(template, name)

    def drop(self, name):
        for suffix in ("", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)


class PostgresDatabases:
    """Databases of one server, whose names begin with their place."""

    def __init__(self, place):
        self.place = place

    def name(self, label):
        return f"{self.place}_{label}"

    def create(self, name):
        self.copy("template0", name)

    def copy(self, template, name):
        self.drop(name)
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")

    def drop(self, name):
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _execute(self, statement):
        with closing(psycopg2.connect(os.environ["DATABASE_URL"])) as server:
            server.autocommit = True
            with server.cursor() as cursor:
                cursor.execute(statement)


class Copies:
    """The copies of one worker, and which of them its tests are connected to."""

    def __init__(self, templates, storage):
        self.templates, self.storage = templates, storage
        self.made = {}
        self._names = {}
        self._made = 0

    def use(self, label):
        """Connect to a database with these records that no test has changed."""
        if label not in self._names:
            self._names[label] = self._copy(label)
        if connection.settings_dict["NAME"] != self._names[label]:
            connect(self._names[label])

    @contextmanager
    def reading(self, label):
        """Connect to these records for a while, only to read them."""
        before = connection.settings_dict["NAME"]
        self.use(label)
        try:
            yield
        finally:
            connect(before)

    def own(self, template=None):
        """Make a database that the caller drops: an empty one, or a copy of a template."""
        self._made += 1
        name = self.storage.name(f"own_{self._made}")
        if template:
            self.storage.copy(self.templates.name(template), name)
        else:
            self.storage.create(name)
        return name

    def renew(self):
        """Forget the database that a test has committed to."""
        connection.close()
        for label, name in list(self._names.items()):
            if name == connection.settings_dict["NAME"]:
                self.storage.drop(name)
                del self._names[label]

    def drop(self):
        connection.close()
        for name in (*self._names.values(), *map(self.storage.name, self.made)):
            self.storage.drop(name)

    def _copy(self, label):
        self._made += 1
        name = self.storage.name(f"{label}_{self._made}")
        connection.close()
        self.storage.copy(self._template(label), name)
        return name

    def _template(self, label):
        if label not in RECORDS:
            return self.templates.name(label)
        name = self.storage.name(label)
        if label not in self.made:
            self.storage.copy(self.templates.name(READY), name)
            with connected(name):
                self.made[label] = RECORDS[label]()
        return name


def make_templates(keep=False):
    """Make both templates and return their place; `keep` takes those of an earlier run if the models are the same."""
    if connection.vendor == "postgresql":
        place = "template"
        _fill(place)
    elif keep:
        place = KEPT / _shape()
        if not place.is_dir():
            _fill_folder(place)
    else:
        place = tempfile.mkdtemp(prefix="portal-tests-")
        _fill(place)
    return str(place)


def storage_at(place):
    """Return the databases of a place in the engine of the settings."""
    return PostgresDatabases(place) if connection.vendor == "postgresql" else SqliteFiles(place)


def address_of(name):
    """Return the DATABASE_URL of a database, for a process of its own."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def connect(name):
    connection.close()
    connection.settings_dict["NAME"] = name


@contextmanager
def connected(name):
    """Connect to another database for a while."""
    before = connection.settings_dict["NAME"]
    connect(name)
    try:
        yield
    finally:
        connect(before)


def _fill_folder(folder):
    """Fill a folder that appears whole, however many runs make it at once."""
    KEPT.mkdir(parents=True, exist_ok=True)
    begun = Path(tempfile.mkdtemp(dir=KEPT))
    _fill(begun)
    for older in KEPT.iterdir():
        if older != begun:
            shutil.rmtree(older, ignore_errors=True)
    begun.rename(folder)


def _fill(place):
    templates = storage_at(place)
    ready, year = templates.name(READY), templates.name(YEAR_2557)
    templates.create(ready)
    with connected(ready), override_settings(MIGRATION_MODULES=WithoutMigrations()):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("CREATE EXTENSION pg_trgm")
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("setup_roles", stdout=StringIO())
        load_places()
    templates.copy(ready, year)
    with connected(year):
        call_command("load_2557", stdout=StringIO())


def _shape():
    """Return a hash of what the templates are made from: models, sample records, places and roles."""
    files = sorted(path for pattern in SHAPE for path in settings.BASE_DIR.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
