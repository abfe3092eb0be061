"""A project copied to its next fiscal year."""

from datetime import date

import pytest
from django.urls import reverse

from portal.records import Publication
from projects.copying import copy_to_next_year
from projects.models import Audience, Category, Project, Receipt
from tests.factories import make_contribution, make_project, make_things

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def games():
    """The thirteenth games of a year, told in full."""
    games = make_project(
        title="มหกรรมกีฬา ประจำปี 2557 (๒๕๕๗)",
        occurrence=13,
        fiscal_year=2557,
        academic_year=2557,
        category=Category.objects.create(name="กีฬา"),
        venue="สนามโรงเรียน",
        objective="ให้เยาวชนรักกีฬา",
        story="ปีนี้มีนักกีฬามาก",
        starts_on=date(2014, 6, 1),
        ends_on=date(2014, 6, 2),
        source_note="จากรายงาน",
    )
    games.activities.create(name="กรีฑา", order=1)
    games.participations.create(audience=Audience.WORDS, words="เยาวชน", pupils=200, detail="ชั้น ป.6")
    make_contribution(project=games, amount=610_000, source_note="ตามข้อบัญญัติ")
    make_things(project=games, quantity=2)
    return games


def test_the_occurrence_and_the_years_go_up_by_one(games):
    """ครั้งที่, the fiscal year, the school year, and the year in the title, in either digits."""
    copy = copy_to_next_year(games)
    assert (copy.occurrence, copy.fiscal_year, copy.academic_year) == (14, 2558, 2558)
    assert copy.title == "มหกรรมกีฬา ประจำปี 2558 (๒๕๕๘)"
    assert copy.code.startswith("P2558-")


def test_who_and_what_stay(games):
    """Partner, category, venue, aim, activities, givers and audience are carried over."""
    copy = copy_to_next_year(games)
    assert (copy.partner, copy.category, copy.venue) == (games.partner, games.category, games.venue)
    assert copy.objective == "ให้เยาวชนรักกีฬา"
    assert [activity.name for activity in copy.activities.all()] == ["กรีฑา"]
    assert [gift.what for gift in copy.contributions.all()] == ["", "รถบัส"]
    assert (copy.participations.get().words, copy.participations.get().detail) == ("เยาวชน", "ชั้น ป.6")


def test_what_only_the_new_year_can_say_is_left_empty(games):
    """No date, amount, number, story or note of last year stands in the copy, and nothing is received yet."""
    copy = copy_to_next_year(games)
    assert (copy.starts_on, copy.ends_on, copy.story, copy.source_note) == (None, None, "", "")
    assert {(g.amount, g.quantity, g.receipt) for g in copy.contributions.all()} == {
        (None, None, Receipt.PLANNED)
    }
    assert copy.participations.get().pupils is None
    assert not copy.contributions.exclude(source_note="").exists()


def test_the_copy_is_a_draft_that_knows_its_twin(games):
    """It counts nowhere until it is confirmed, and last year's project is untouched."""
    before = list(Project.objects.filter(pk=games.pk).values())
    copy = copy_to_next_year(games)
    assert (copy.status, copy.last_year) == (Publication.DRAFT, games)
    assert list(Project.objects.filter(pk=games.pk).values()) == before
    assert games.contributions.count() == 2


def test_the_button_makes_one_copy_and_then_leads_to_it(games, staff_client):
    """Pressed twice, it makes one project and says so."""
    url = reverse("admin:projects_project_continue", args=[games.pk])
    first, second = (staff_client.post(url, follow=True) for _ in range(2))
    copy = games.next_years.get()
    assert first.request["PATH_INFO"] == second.request["PATH_INFO"]
    assert "ทำร่าง" in first.text
    assert f"มีรายการที่ทำต่อจากรายการนี้แล้ว คือ {copy}" in second.text


def test_looking_copies_nothing(games, staff_client):
    """Only a pressed button does."""
    assert staff_client.get(reverse("admin:projects_project_continue", args=[games.pk])).status_code == 405


def test_who_may_not_add_may_not_copy(games, client_of, administrator):
    """An administrator only looks at projects."""
    response = client_of(administrator).post(reverse("admin:projects_project_continue", args=[games.pk]))
    assert response.status_code == 403
    assert Project.objects.count() == 1


def test_last_years_figures_stand_beside_the_form(games, staff_client):
    """Its days, its venue and its sum, from the one place that adds up."""
    copy = copy_to_next_year(games)
    page = staff_client.get(reverse("admin:projects_project_change", args=[copy.pk])).text
    beside = page.split('class="twin"')[1].split("</aside>")[0]
    assert all(
        words in beside for words in ("มหกรรมกีฬา ประจำปี 2557", "สนามโรงเรียน", "610,000 บาท", "2 คัน", "200 คน")
    )


def test_a_project_without_a_twin_has_no_such_box(games, staff_client):
    """Nothing is invented beside a first project."""
    page = staff_client.get(reverse("admin:projects_project_change", args=[games.pk])).text
    assert 'class="twin"' not in page
