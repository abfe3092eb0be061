"""How often the public pages of partners, projects, agreements, documents, networks and schools ask the database."""

import pytest

from tests.growth import PUBLIC, Hub, queries_while_growing

pytestmark = pytest.mark.django_db


def test_twenty_rows_take_the_queries_of_ten(client):
    """No page and no file asks more often for more rows, and no page more than twelve times."""
    few, many = queries_while_growing(Hub.make().grow, client, PUBLIC, 10)
    assert many == few
    assert {address: count for address, count in few.items() if count > 12} == {}
