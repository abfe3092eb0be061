"""What every test may ask for."""

import pytest
from django.conf import settings
from django.test import override_settings


@pytest.fixture(scope="session", autouse=True)
def plain_static_files():
    """Style sheets as they lie in static/, so that no test needs collectstatic."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture
def staff(django_user_model):
    return django_user_model.objects.create_superuser("เจ้าหน้าที่")


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client
