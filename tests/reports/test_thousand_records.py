"""A thousand projects and all that hangs on them: pages that read a whole year take the queries of thirty."""

import pytest
from django.urls import reverse

from projects.models import Project
from tests.counting import queries_of
from tests.reports.many import add_projects, make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

FEW, MANY = 30, 1000  # lists of twenty and their ways to the rest are full with the few


def test_a_thousand_projects_take_the_queries_of_thirty(client, staff_client):
    """The report, the comparison of two years, the desk, the search and the first page; on SQLite no query is too long."""
    item = make_item()
    asked = [
        (client, "/reports/2557/"),
        (client, f"{reverse('compare')}?years=2556,2557"),
        (staff_client, reverse("admin:index")),
        (client, "/search/?q=โครงการ"),
        (client, "/"),
    ]
    counted = []
    for number in (FEW, MANY - FEW):
        add_projects(item, number)
        halved = Project.objects.order_by("pk").values_list("pk", flat=True)[::2]
        Project.objects.filter(pk__in=halved[:400]).update(fiscal_year=2556)
        counted.append({address: queries_of(who, address) for who, address in asked})
    assert Project.objects.count() == MANY
    assert counted[0] == counted[1]
