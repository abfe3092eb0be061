"""How often the lists of the admin, their files and its forms ask the database."""

import pytest

from tests.growth import ADMIN, FORMS, Hub, form_queries_while_growing, queries_while_growing

pytestmark = pytest.mark.django_db


def test_twenty_rows_take_the_queries_of_ten(staff_client):
    """Neither a list nor a file asks more often for more rows, and none more than twenty-five times."""
    few, many = queries_while_growing(Hub.make().grow, staff_client, ADMIN, 10)
    assert many == few
    assert {address: count for address, count in few.items() if count > 25} == {}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_asks_as_often_for_twenty_rows_as_for_ten(staff_client, name):
    """The rows under a record are not asked for one by one."""
    few, many = form_queries_while_growing(name, staff_client, 10)
    assert many == few
