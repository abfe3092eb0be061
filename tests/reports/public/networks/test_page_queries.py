"""How often the pages of a group and of a school ask the database: as often for many rows."""

import pytest

from tests.factories import make_school
from tests.growth import grow_network, grow_school, queries_while_growing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "queries"),
    [
        (None, {"": 15, "roster/": 4, "roster.xlsx": 3}),
        ("editor", {"": 23, "roster/": 12, "roster.xlsx": 11}),
    ],
)
def test_twenty_schools_take_the_queries_of_ten(as_who, network, who, queries):
    """With their projects, gifts, directors, earlier names, meetings, results, duties and MOUs."""
    expected = {f"{network.get_absolute_url()}{tail}": count for tail, count in queries.items()}
    few, many = queries_while_growing(lambda n: grow_network(network, n), as_who(who), expected, 10)
    assert few == many == expected


@pytest.mark.parametrize(("who", "queries"), [(None, 15), ("editor", 22)])
def test_twenty_projects_take_the_queries_of_ten(as_who, who, queries):
    """With their gifts and earlier names, and with numbers, contacts, groups, MOUs and papers."""
    school = make_school()
    expected = {school.get_absolute_url(): queries}
    few, many = queries_while_growing(lambda n: grow_school(school, n), as_who(who), expected, 10)
    assert few == many == expected
