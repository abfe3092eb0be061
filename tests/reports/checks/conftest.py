"""A clean year for the tests of a file to spoil, each from the start."""

from copy import deepcopy

import pytest
from django.db import transaction

from tests.clean_year import CleanYear


@pytest.fixture(scope="module")
def clean_year(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield CleanYear()
        transaction.set_rollback(True)


@pytest.fixture
def year(clean_year, db):
    """The year, made once for the tests of a file; what a test does to its rows and records ends with the test."""
    return deepcopy(clean_year)
