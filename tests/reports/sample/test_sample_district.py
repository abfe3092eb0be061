"""The fictional district: plausible, marked, the same each time, and never beside real records."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from networks.models import Membership
from partners.models import Agreement, AgreementState, Contact, Document, Organization
from portal.models import Office
from portal.thai.dates import fiscal_year
from projects.models import Contribution, Project
from reports.figures.summary import summarize
from reports.sample.district.build import build
from tests.district import TODAY
from tests.factories import make_office, make_project

pytestmark = pytest.mark.django_db


def what_records_say():
    """What the records say, without the names of files."""
    return [
        list(
            Project.objects.order_by("pk").values_list("code", "title", "fiscal_year", "starts_on", "status")
        ),
        list(Contribution.objects.order_by("pk").values_list("giver__code", "amount", "what", "quantity")),
        list(Membership.objects.order_by("pk").values_list("group__name", "person", "from_on", "to_on")),
        list(Contact.objects.order_by("pk").values_list("name", "phone")),
        list(Document.objects.order_by("pk").values_list("code", "title", "number", "is_public")),
    ]


def test_so_many_projects_in_so_many_years(district):
    """The years before today's, each with its share."""
    assert district == [2567, 2568, 2569]
    assert [Project.objects.in_year(year).count() for year in district] == [20, 20, 20]


def test_every_year_can_be_summed_up(district):
    """Each has partners, money, evidence and groups."""
    for year in district:
        summary = summarize(year, today=TODAY)
        assert summary.partners
        assert summary.totals.cash > 0
        assert summary.with_evidence
        assert summary.kinds


def test_agreements_in_every_state(district):
    """Whatever a page says of an agreement can be seen."""
    states = {agreement.state(TODAY) for agreement in Agreement.objects.all()}
    assert states == set(AgreementState)


def test_projects_have_twins_of_the_year_before(district):
    """What a partner does again each year is linked."""
    twins = Project.objects.exclude(last_year=None)
    assert twins
    assert all(p.last_year.fiscal_year == p.fiscal_year - 1 and p.last_year.title == p.title for p in twins)


def test_there_are_photos_and_papers(district):
    """Some evidence is a real file with its small picture."""
    assert all(document.picture for document in Document.objects.exclude(file=""))
    assert Document.objects.exclude(file="").count() >= 3


def test_it_says_that_it_is_made_up(district):
    """Nobody takes the office for a real one, and its phones belong to nobody."""
    assert "ข้อมูลสมมติ" in Office.objects.get().name
    assert all(phone.startswith("08 0000") for phone in Contact.objects.values_list("phone", flat=True))


def made(seed):
    """What a seed gives, taken back again."""
    with transaction.atomic():
        build(years=2, projects=6, seed=seed, today=TODAY, on_progress=lambda done, projects: None)
        found = what_records_say()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_gives_the_same_records(own_media):
    """A picture or a measurement can be repeated; another seed gives others."""
    first = made(7)
    assert made(7) == first
    assert made(8) != first


def test_the_command_makes_it_once(own_media, capsys):
    """A second run touches nothing."""
    call_command("sample_district", years=1, projects=2)
    codes = set(Project.objects.values_list("code", flat=True))
    call_command("sample_district", years=1, projects=2)
    assert set(Project.objects.values_list("code", flat=True)) == codes
    assert Project.objects.first().fiscal_year == fiscal_year(timezone.localdate()) - 1


def test_it_refuses_the_portal_of_a_real_office():
    """Made-up records never stand beside real ones."""
    make_office()
    with pytest.raises(CommandError, match="พอร์ทัลนี้ตั้งค่าเป็น"):
        call_command("sample_district")
    assert not Organization.objects.exists()


def test_it_refuses_a_portal_with_projects():
    """Nor in a portal whose office is not yet set up."""
    make_project()
    with pytest.raises(CommandError, match="มีโครงการอยู่แล้ว"):
        call_command("sample_district")


@pytest.mark.parametrize(("years", "projects"), [(0, 10), (21, 300), (5, 4), (5, 10_001)])
def test_numbers_out_of_range_are_refused(years, projects):
    """With a sentence that says the range."""
    with pytest.raises(CommandError, match="ต้องเป็น"):
        call_command("sample_district", years=years, projects=projects)


def test_the_sample_year_refuses_its_portal(district):
    """2557 belongs to a real office."""
    with pytest.raises(CommandError, match="พอร์ทัลนี้ตั้งค่าเป็น"):
        call_command("load_2557")
