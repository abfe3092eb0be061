"""What every test may ask for."""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client, override_settings
from playwright.sync_api import expect

from portal.roles import ADMINISTRATOR, APPROVER, DIRECTOR, EDITOR

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite lies in a file, as in every portal: in memory, all threads would share one transaction."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def plain_static_files():
    """Style sheets as they lie in static/, so that no test needs collectstatic."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def media_of_the_tests(tmp_path_factory):
    """What tests upload never lies among the files of a portal."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture
def staff(django_user_model):
    return django_user_model.objects.create_superuser("เจ้าหน้าที่")


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


@pytest.fixture
def roles(db):
    """The groups of the office, as the command makes them."""
    call_command("setup_roles", stdout=StringIO())


@pytest.fixture
def somebody(roles):
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
    return somebody(EDITOR)


@pytest.fixture
def approver(somebody):
    return somebody(APPROVER)


@pytest.fixture
def director(somebody):
    return somebody(DIRECTOR)


@pytest.fixture
def administrator(somebody):
    return somebody(ADMINISTRATOR)


@pytest.fixture
def outsider(somebody):
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
