"""What the tests of the portal's common parts may ask for."""

import pytest
from django.core.cache import cache


@pytest.fixture
def editing(client_of, editor):
    """The browser of one who enters records."""
    return client_of(editor)


@pytest.fixture
def looking(client_of, administrator):
    """The browser of one who may look at records, but not at people."""
    return client_of(administrator)


@pytest.fixture
def nobody_asked_before():
    """The counts of how often an address has sent a form begin anew."""
    cache.clear()
