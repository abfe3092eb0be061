"""Live pages of a signed year say where what they tell differs from its newest edition, and say nothing else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Contribution, Project
from tests.factories import YEAR

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DIFFERS = "ต่างจากรายงานฉบับที่ 1"


def pages():
    """Lists of the report_to_sign, and its project with its partner."""
    project = Project.objects.order_by("pk").first()
    return [
        f"/projects/?year={YEAR}",
        f"/contributions/?year={YEAR}",
        project.get_absolute_url(),
        project.partner.get_absolute_url(),
    ]


def test_a_mended_amount_is_told_by_every_page(client, edition):
    """Of projects, of gifts, of the project and of its partner; twelve queries at most, and one more for the projects."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    for page, most in zip(pages(), (13, 12, 12, 12), strict=True):
        with CaptureQueriesContext(connection) as made:
            assert DIFFERS in client.get(page).content.decode(), page
        assert len(made) <= most


def test_a_year_as_it_was_signed_says_nothing(client, edition):
    """The twin: nothing was mended."""
    assert [page for page in pages() if DIFFERS in client.get(page).content.decode()] == []


def test_a_year_that_is_not_signed_says_nothing(client, report_to_sign):
    """There is no edition to differ from."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    assert [page for page in pages() if DIFFERS in client.get(page).content.decode()] == []


def test_a_mended_title_is_marked_in_its_row(client, edition):
    """And the sentence counts the projects that differ."""
    Project.objects.filter(fiscal_year=YEAR).update(title="กีฬาตำบลใหม่")
    page = client.get(f"/projects/?year={YEAR}").content.decode()
    assert f"{DIFFERS} ที่ลงนามแล้ว 1 โครงการ" in page
    assert page.count("ต่างจากฉบับที่ 1") == 1
