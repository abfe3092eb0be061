"""How often the database is asked."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(client, address, **query):
    """How many queries the page at an address takes."""
    with CaptureQueriesContext(connection) as made:
        assert client.get(address, query).status_code == 200
    return len(made)
