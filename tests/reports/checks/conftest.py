"""A clean year for each test to spoil."""

import pytest


@pytest.fixture
def year(clean_year):
    """The clean year; what a test does to its rows and records ends with the test."""
    return clean_year
