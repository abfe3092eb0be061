"""Which projects and gifts a QuerySet finds."""

import pytest

from projects.models import Contribution, Project
from tests.factories import make_contribution, make_project

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_fiscal_year_has_its_own_projects_and_gifts():
    """A project of the same partner in the year after is in neither list of the year before."""
    gift = make_contribution(project=make_project(fiscal_year=2556))
    make_contribution(giver=gift.giver, project=make_project(fiscal_year=2557, partner=gift.project.partner))
    assert list(Project.objects.in_year(2556)) == [gift.project]
    assert list(Contribution.objects.in_year(2556)) == [gift]
