"""A thousand rows take the queries of ten: in every list, its files, and on the pages and forms of long records."""

import pytest

from tests.factories import make_group, make_kind, make_school
from tests.growth import (
    ADMIN,
    FORMS,
    PUBLIC,
    Hub,
    form_queries_while_growing,
    grow_network,
    grow_school,
    queries_while_growing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

MORE = 990


@pytest.mark.parametrize(("who", "addresses"), [(None, PUBLIC), ("staff", ADMIN)], ids=["public", "admin"])
def test_the_lists(as_who, who, addresses):
    """Plain, filtered, or as a file; the rows are made once for all of them, and the address that grows is named."""
    few, many = queries_while_growing(Hub.make().grow, as_who(who), addresses, MORE)
    assert few == many


@pytest.mark.parametrize("tail", ["", "roster/", "roster.xlsx"])
def test_the_page_of_a_network(staff_client, tail):
    """With a thousand schools, their projects, directors and results."""
    network = make_group(kind=make_kind(schools_belong=True))
    address = f"{network.get_absolute_url()}{tail}"
    few, many = queries_while_growing(lambda n: grow_network(network, n), staff_client, [address], MORE)
    assert few == many


def test_the_page_of_a_school(staff_client):
    """With a thousand projects and their gifts."""
    school = make_school()
    address = school.get_absolute_url()
    few, many = queries_while_growing(lambda n: grow_school(school, n), staff_client, [address], MORE)
    assert few == many


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_the_admin(staff_client, name):
    """With a thousand rows under its record."""
    few, many = form_queries_while_growing(name, staff_client, MORE)
    assert few == many
