"""What every test may ask for."""

import gc
import os
import shutil
import tempfile
from copy import deepcopy
from datetime import date

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client, TransactionTestCase, override_settings
from playwright.sync_api import expect
from pytest_django.plugin import blocking_manager_key

from portal.roles import ADMINISTRATOR, APPROVER, DIRECTOR, EDITOR
from reports.outputs.book import report_pdf
from reports.report import report_of
from tests import databases
from tests.browsing import close_browser
from tests.databases import READY, RECORDS, YEAR_2557
from tests.reading import as_shown

expect.set_options(timeout=20_000)


DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
COMMITTING_FIXTURES = {"transactional_db", "live_server"}
COPIES = pytest.StashKey[databases.Copies]()
PLACE = "TEST_TEMPLATES"
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def pages_as_shown(monkeypatch):
    """Hand pages to a test as they are read: how their templates are broken into lines is no test's business."""
    send = Client.request

    def request(client, **environ):
        response = send(client, **environ)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            response.content = as_shown(response.content.decode())
        return response

    monkeypatch.setattr(Client, "request", request)


def pytest_collection_modifyitems(items):
    """Begin with the browser tests, which are the longest, so that no worker waits for one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def pytest_collection_finish():
    """Let the garbage collector leave alone what was imported, and come less often: a tenth of the time is saved."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 50, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session):
    """Make the templates before pytest-xdist starts its workers, which inherit their place."""
    option = session.config.option
    if getattr(option, "numprocesses", None) and not option.collectonly:
        with session.config.stash[blocking_manager_key].unblock():
            os.environ[PLACE] = databases.make_templates()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Connect to the records that a test asks for, before its first fixture opens a transaction."""
    if item.get_closest_marker("django_db") or not DATABASE_FIXTURES.isdisjoint(item.fixturenames):
        asked = {YEAR_2557, *RECORDS}.intersection(item.fixturenames)
        with item.config.stash[blocking_manager_key].unblock():
            copies_of(item.config).use(asked.pop() if asked else READY)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item):
    """Throw a database away that a test has committed to."""
    yield
    marker = item.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or not COMMITTING_FIXTURES.isdisjoint(item.fixturenames):
        copies_of(item.config).renew()


def pytest_unconfigure(config):
    """Leave nothing behind; a controller takes the templates away when its workers have ended."""
    close_browser()
    if COPIES in config.stash:
        config.stash[COPIES].drop()
    place = os.environ.get(PLACE)
    if place and getattr(config.option, "numprocesses", None):
        shutil.rmtree(place, ignore_errors=True)


def copies_of(config):
    """The copies of this worker, of templates that the controller made or that are made now."""
    if COPIES not in config.stash:
        place = os.environ.get(PLACE) or databases.make_templates(keep=config.option.reuse_db)
        worker = os.environ.get("PYTEST_XDIST_WORKER", "single")
        folder = (
            f"copy_{worker}"
            if connection.vendor == "postgresql"
            else tempfile.mkdtemp(prefix="portal-tests-")
        )
        config.stash[COPIES] = databases.Copies(databases.storage_at(place), databases.storage_at(folder))
    return config.stash[COPIES]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment):
    """In place of pytest-django's: the databases are those of tests/databases.py, and are not emptied but renewed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: None)
        yield


@pytest.fixture
def year_2557(db):
    """The records of 2557 stand before the test begins."""


@pytest.fixture
def clean_year(db, request):
    """A year in which nothing is missing, for the test to spoil."""
    return deepcopy(copies_of(request.config).made["clean_year"])


@pytest.fixture
def planted(db):
    """Beside what is public, something of each kind that is not (tests/planted.py)."""


@pytest.fixture
def district(db, request):
    """The three fiscal years of the fictional district, whose records stand (tests/district.py)."""
    return list(copies_of(request.config).made["district"])


@pytest.fixture(scope="session")
def from_2557(request, django_db_setup, django_db_blocker):
    """Call a function that only reads, on the records of 2557, for all tests; not within a test that has a database."""

    def make(function):
        with django_db_blocker.unblock(), copies_of(request.config).reading(YEAR_2557):
            return function()

    return make


@pytest.fixture(scope="session")
def report_2557(from_2557):
    """The report of 2557 as outsiders read it."""
    return from_2557(lambda: report_of(2557, today=TODAY))


@pytest.fixture(scope="session")
def pdf_2557(from_2557):
    """The bytes of the printed report of 2557."""
    return from_2557(lambda: report_pdf(report_of(2557, today=TODAY)))


@pytest.fixture(scope="session", autouse=True)
def settings_of_the_tests():
    """Style sheets as they lie in static/, so that no test needs collectstatic, and passwords stored quickly."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES=settings.STORAGES | {"staticfiles": plain},
        WHITENOISE_AUTOREFRESH=True,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def media_of_the_tests(tmp_path_factory):
    """What tests upload never lies among the files of a portal."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture
def own_media(settings, tmp_path):
    """What this test stores lies in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(scope="module")
def own_databases(request, django_db_setup, django_db_blocker):
    """Make databases that belong to the tests of one file, without a transaction around them: copies or empty ones."""
    copies = copies_of(request.config)
    made = []

    def make(template=None):
        made.append(copies.own(template))
        return made[-1]

    with django_db_blocker.unblock():
        yield make
        for name in made:
            copies.storage.drop(name)


@pytest.fixture
def staff(django_user_model):
    """A superuser."""
    return django_user_model.objects.create_superuser("เจ้าหน้าที่")


@pytest.fixture
def staff_client(client, staff):
    """The browser of the superuser."""
    client.force_login(staff)
    return client


@pytest.fixture
def somebody(db):
    """An account in a role, or in none."""

    def make(role=None, **fields):
        is_staff = role not in (None, DIRECTOR)
        user = User.objects.create_user(
            **{"username": f"user{User.objects.count()}", "is_staff": is_staff} | fields
        )
        user.groups.set(Group.objects.filter(name=role))
        return user

    return make


@pytest.fixture
def editor(somebody):
    """Who enters and writes."""
    return somebody(EDITOR)


@pytest.fixture
def approver(somebody):
    """Who signs."""
    return somebody(APPROVER)


@pytest.fixture
def director(somebody):
    """The director of a school."""
    return somebody(DIRECTOR)


@pytest.fixture
def administrator(somebody):
    """Who looks after accounts, and sees no names of people."""
    return somebody(ADMINISTRATOR)


@pytest.fixture
def outsider(somebody):
    """An account without any role."""
    return somebody()


@pytest.fixture
def client_of():
    """A browser in which somebody is signed in."""

    def signed_in(user):
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def as_who(request, client, client_of):
    """The browser of nobody, or of an account by its fixture."""

    def make(who):
        return client_of(request.getfixturevalue(who)) if who else client

    return make
