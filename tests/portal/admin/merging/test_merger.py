"""Two records made one: everything re-pointed, nothing forgotten; and what a deletion says when it is forbidden."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from networks.models import School, SchoolYear
from partners.models import Organization
from portal.admin.merging.merger import merge, plan_merger
from projects.models import Project
from reports.models import AnnualReport, Paragraph, Standard
from tests.admin_forms import admin_page
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_member,
    make_organization,
    make_person,
    make_project,
    make_school,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def keep():
    return make_organization(name="หาญโพธิ์")


@pytest.fixture
def gone():
    return make_organization(name="หานโพธิ์")


def pointing_at(record):
    """Every row of every table that points to a record, whatever its app."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            related = field.remote_field and field.remote_field.model._meta.concrete_model
            if related is type(record)._meta.concrete_model and "historical" not in model._meta.model_name:
                found += [(field, row) for row in model._base_manager.filter(**{field.attname: record.pk})]
    return found


def test_everything_that_points_to_the_other_points_to_the_one_kept(keep, gone, editor):
    """Projects, gifts given and taken, seats, sides, papers, contacts: of any app."""
    project = make_project(partner=gone)
    make_contribution(project=project, giver=gone, recipient=gone)
    make_member(organization=gone)
    make_agreement(gone, make_school())
    make_document(issuer=gone)
    gone.contacts.create(position="ปลัด")
    before, pk = len(pointing_at(gone)), gone.pk
    merge(keep, gone, user=editor)
    assert len(pointing_at(keep)) == before == 7
    gone.pk = pk
    assert pointing_at(gone) == []
    assert not Organization.objects.filter(pk=pk).exists()


def test_the_old_name_and_code_find_the_one_kept(keep, gone, editor):
    """Whoever types what the other was called, or its code, comes to the record that is left."""
    code = gone.code
    merge(keep, gone, user=editor)
    keep.refresh_from_db()
    assert {"หานโพธิ์", "อบต.หานโพธิ์", code} <= set(keep.spellings.splitlines())
    assert Organization.objects.search("อบต.หานโพธิ์").get() == keep
    assert Organization.objects.search(code).get() == keep


def test_every_row_is_named_in_the_history(keep, gone, editor):
    """In that of the record kept, and each row's own entry says why it changed and by whom."""
    project = make_project(partner=gone, title="วันเด็กแห่งชาติ")
    merge(keep, gone, user=editor)
    assert "วันเด็กแห่งชาติ" in keep.history.first().history_change_reason
    entry = project.history.first()
    assert entry.history_user == editor
    assert entry.history_change_reason.startswith(f"รวม อบต.หานโพธิ์ ({gone.code}) เข้ากับ อบต.หาญโพธิ์")
    assert Organization.history.filter(history_type="-").get().history_user == editor


def test_a_year_that_both_counted_stays_as_the_one_kept_has_it(editor):
    """A school has one row a year; that of the other is in the history only."""
    keep, gone = make_school(), make_school()
    keep.years.create(academic_year=2557, pupils=100)
    gone.years.create(academic_year=2557, pupils=90)
    gone.years.create(academic_year=2556, pupils=80)
    assert [len(rows) for _, rows in plan_merger(keep, gone).doubled] == [1]
    merge(keep, gone, user=editor)
    assert dict(keep.years.values_list("academic_year", "pupils")) == {2557: 100, 2556: 80}
    assert SchoolYear.history.get(history_type="-").pupils == 90


def test_one_seat_held_twice_is_held_once(editor):
    """Two equal memberships of one group become one; a seat of another term stays."""
    keep, gone, group = make_school(), make_school(), make_group()
    make_member(group=group, organization=keep)
    make_member(group=group, organization=gone, order=5)
    make_member(group=group, organization=gone, to_on="2014-01-01")
    merge(keep, gone, user=editor)
    assert keep.memberships.count() == 2


def test_what_the_one_kept_does_not_say_is_taken_over(editor):
    """An empty box is filled; a filled one stays."""
    keep = make_school(affiliation="obec")
    gone = make_school(affiliation="private", smis_code="93020001")
    merge(keep, gone, user=editor)
    keep = School.objects.get(pk=keep.pk)
    assert (keep.smis_code, keep.affiliation) == ("93020001", "obec")


def test_a_merger_that_would_not_hold_changes_nothing(editor):
    """All or nothing: what is taken over must fit what stands."""
    keep = make_organization(active_to="2010-01-01")
    gone = make_organization(active_from="2014-01-01")
    pk, project = gone.pk, make_project(partner=gone)
    with pytest.raises(ValidationError, match="วันเลิกต้องไม่มาก่อนวันตั้ง"):
        merge(keep, gone, user=editor)
    project.refresh_from_db()
    assert project.partner_id == pk


def test_two_projects_become_one(editor):
    """Gifts, papers and the paragraphs that cite it; of last year's twin no project is its own."""
    keep, gone = make_project(), make_project()
    paper = make_document()
    gone.documents.add(paper)
    make_contribution(project=gone)
    keep.last_year = gone
    keep.save()
    report = AnnualReport.objects.create(
        fiscal_year=2557, standard=Standard.objects.create(name="ม", version="1"), title="รายงาน"
    )
    paragraph = Paragraph.objects.create(report=report, section="preface", text="คำนำ")
    paragraph.projects.add(gone)
    merge(keep, gone, user=editor)
    keep = Project.objects.get()
    assert (keep.documents.get(), keep.contributions.count(), keep.last_year) == (paper, 1, None)
    assert paragraph.projects.get() == keep
    assert paragraph.history.first().projects.count() == 1


def test_the_page_shows_what_would_move_before_it_moves(editing, keep, gone):
    """Each record is named, and nothing is changed by looking."""
    make_project(partner=gone, title="วันเด็กแห่งชาติ")
    page = editing.get(admin_page(keep, "merge"), {"other": gone.pk}).text
    assert "โครงการ/กิจกรรม (ภาคีเจ้าของโครงการ) 1 รายการ" in page
    assert "วันเด็กแห่งชาติ" in page
    assert gone.projects.exists()


def test_the_page_merges_when_confirmed(editing, keep, gone):
    """Sent, the other is gone and its project is the kept one's."""
    project = make_project(partner=gone)
    assert editing.post(admin_page(keep, "merge"), {"other": gone.pk}).status_code == 302
    project.refresh_from_db()
    assert project.partner == keep


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (make_school, make_organization, "โรงเรียน"),
        (make_organization, make_school, "โรงเรียน"),
        (make_organization, lambda: make_person("ถวิล", "ปราชญ์"), "บุคคล"),
        (make_project, lambda: make_project(fiscal_year=2558), "ปีงบประมาณ"),
    ],
)
def test_unlike_records_are_not_merged(editing, one, other, why):
    """A sentence says why, and both stand."""
    one, other = one(), other()
    response = editing.post(admin_page(one, "merge"), {"other": other.pk})
    assert response.status_code == 200
    assert type(other)._base_manager.filter(pk=other.pk).exists()
    assert why in "".join(response.context["form"].errors["other"]) or isinstance(one, School)


def test_who_may_only_look_merges_nothing(looking, keep, gone):
    """Neither the button nor the page."""
    assert looking.post(admin_page(keep, "merge"), {"other": gone.pk}).status_code == 403
    assert "รวมกับรายการอื่น" not in looking.get(admin_page(keep)).text


def test_the_button_stands_on_the_record(editing, keep):
    """Who may merge finds it beside the history."""
    assert admin_page(keep, "merge") in editing.get(admin_page(keep)).text


def test_the_whole_sample_year_survives_a_merger(year_2557, editor):
    """The busiest partner of 2557 merged into another: no row is lost, no total changes."""
    busy = max(Organization.objects.all(), key=lambda body: len(pointing_at(body)))
    other = make_organization(kind=busy.kind, name="ใหม่")
    before = len(pointing_at(busy))
    merge(other, busy, user=editor)
    assert len(pointing_at(other)) == before > 5


def test_a_partner_in_use_says_by_what(editing, keep):
    """The page of deletion names the projects that hold it."""
    for number in range(3):
        make_project(partner=keep, title=f"วันเด็ก {number}")
    page = editing.get(admin_page(keep, "delete")).text
    assert "ไม่ได้ เพราะ" in page
    assert "ใช้อยู่ใน 3 โครงการ/กิจกรรม" in page
    assert "วันเด็ก 2" in page


def test_a_giver_in_use_is_told_by_the_project(editing, keep):
    """A row is named with the record it stands in."""
    project = make_project(title="กีฬาตำบล")
    make_contribution(project=project, giver=keep)
    page = editing.get(admin_page(keep, "delete")).text
    assert "ใช้อยู่ใน 1 การสนับสนุน" in page
    assert "กีฬาตำบล" in page


def test_what_nobody_uses_can_be_deleted(editing, keep):
    """The page asks, and lists what goes with it."""
    keep.contacts.create(position="ปลัด")
    url = admin_page(keep, "delete")
    assert "ปลัด" in editing.get(url).text
    editing.post(url, {"post": "yes"})
    assert not Organization.objects.exists()
