"""The list of what was given: by giver and by project, and nothing is entered in it."""

import pytest
from django.urls import reverse

from projects.models import Project
from tests.factories import make_contribution, make_organization, make_project
from tests.projects.admin.lists import GIFTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_gifts_are_listed_by_giver_with_their_sum(listed):
    """What one giver gave is a search away."""
    giver = make_organization(name="ควนขนุน")
    make_contribution(giver=giver, amount=3)
    make_contribution(giver=giver, amount=4)
    make_contribution(amount=100)
    changelist = listed(GIFTS, q="อบต.ควนขนุน")
    assert [gift.amount for gift in changelist.result_list] == [3, 4]
    assert changelist.totals.cash == 7


def test_gifts_are_found_by_their_project(listed):
    """The code and the title of a project find what was given to it, and signs alone find nothing."""
    gift = make_contribution(project=make_project(title="ค่ายวิชาการ"))
    make_contribution()
    assert list(listed(GIFTS, q="ค่ายวิชาการ").result_list) == [gift]
    assert list(listed(GIFTS, q=gift.project.code).result_list) == [gift]
    assert list(listed(GIFTS, q="!!").result_list) == []


def test_gifts_are_neither_added_nor_changed_in_their_list(staff_client):
    """A gift is entered on the screen of its project, to which the list leads."""
    gift = make_contribution()
    page = staff_client.get(GIFTS).content.decode()
    assert reverse("admin:projects_project_change", args=[gift.project_id]) in page
    assert reverse("admin:projects_contribution_change", args=[gift.pk]) not in page
    assert staff_client.get(reverse("admin:projects_contribution_add")).status_code == 403


def test_a_project_with_gifts_can_still_be_deleted(staff_client):
    """The list of gifts does not stand in the way of deleting their project."""
    project = make_contribution().project
    url = reverse("admin:projects_project_delete", args=[project.pk])
    assert staff_client.post(url, {"post": "yes"}).status_code == 302
    assert not Project.objects.exists()
