"""The history of records: every path leaves an entry that says who, when and how; many are written with theirs."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from simple_history.models import HistoricalChanges

from networks.models import School, SchoolYear
from partners.models import FormerName, Organization
from portal.history import create_with_history, update_with_history
from portal.records import CodeSeries
from projects.models import Project
from tests.admin_forms import admin_page, as_shown
from tests.factories import make_document, make_organization, make_project, make_school

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def newest(record):
    return record.history.first()


def test_a_change_in_the_admin_tells_who_and_how(client_of, editor):
    """The entry of a saved form bears its user, its path and the new value."""
    project, client = make_project(venue="ศาลา"), client_of(editor)
    url = admin_page(project)
    client.post(url, as_shown(client.get(url), venue="หอประชุม"))
    entry = newest(project)
    assert (entry.venue, entry.history_user, entry.history_change_reason) == ("หอประชุม", editor, "หน้าบันทึก")


def test_a_change_by_a_command_tells_so(year_2557):
    """Nobody is named where nobody was signed in."""
    entry = newest(Project.objects.first())
    assert (entry.history_user, entry.history_change_reason) == (None, "คำสั่ง")


def test_all_that_one_form_changes_bears_one_moment(client_of, editor):
    """The record and its rows can be told together."""
    project, client = make_project(), client_of(editor)
    url = admin_page(project)
    rows = {"activities": [{"name": "แข่งขันกีฬา", "order": 1}]}
    client.post(url, as_shown(client.get(url), rows, venue="หอประชุม"))
    assert newest(project.activities.get()).history_date == newest(project).history_date


def test_a_school_has_one_history_under_both_names():
    """The proxy's saves and deletions are entries of the organization."""
    school = make_school(name="วัดเขา")
    pk = school.pk
    school.name = "วัดภูเขา"
    school.save()
    school.delete()
    entries = Organization.history.filter(id=pk)
    assert [entry.history_type for entry in entries] == ["-", "~", "+"]


def test_many_new_records_are_stored_with_keys_codes_and_history(editor):
    """Each can be found by name, bears a code of its series, and its entry tells who brought it and from where."""
    schools = [School(kind="school", name=f"วัดป่า{number}", affiliation="obec") for number in range(3)]
    made = create_with_history(schools, user=editor, reason="นำเข้าจาก schools.xlsx")
    assert len({school.code for school in made}) == 3
    assert set(School.objects.search("โรงเรียนวัดป่า")) == set(made)
    for school in made:
        entry = newest(school)
        assert (entry.history_type, entry.code, entry.history_user) == ("+", school.code, editor)
        assert entry.history_change_reason == "นำเข้าจาก schools.xlsx"


def test_a_code_that_was_chosen_is_kept_and_the_series_goes_on_behind_it(editor):
    """Rows with a code and rows without one do not meet."""
    chosen = Organization(kind="sao", name="ก", code="O-500")
    _, other = create_with_history([chosen, Organization(kind="sao", name="ข")], user=editor)
    assert other.code == "O-501"
    assert CodeSeries.take("O") == ["O-502"]


def test_many_new_projects_stand_behind_those_of_their_year(editor):
    """Each has the next place, as if it had been saved alone."""
    first = make_project()
    more = [Project(title=title, fiscal_year=2557, partner=first.partner) for title in "กข"]
    made = create_with_history(more, user=editor)
    assert [project.position for project in made] == [first.position + 1, first.position + 2]


def test_many_changed_records_keep_their_keys_right(editor):
    """They are found by the new name and no more by the old one; the entry tells the new name."""
    organizations = [make_organization(name=f"หานโพธิ์{number}") for number in range(3)]
    before = organizations[0].updated_at
    for organization in organizations:
        organization.name = organization.name.replace("หาน", "หว้า")
    update_with_history(organizations, ["name"], user=editor)
    assert set(Organization.objects.search("หว้าโพธิ์")) == set(organizations)
    assert not Organization.objects.search("หานโพธิ์")
    assert newest(organizations[2]).name == "หว้าโพธิ์2"
    assert Organization.objects.get(pk=organizations[0].pk).updated_at > before


def test_an_organization_is_found_by_former_names_that_came_with_others(editor):
    """Its stored key follows, though its own form was never opened."""
    organization = make_organization(name="ใหม่")
    name = FormerName(organization=organization, kind="sao", name="เก่าแก่", until="2014-01-01")
    create_with_history([name], user=editor)
    assert Organization.objects.search("เก่าแก่").get() == organization


def test_none_at_all_is_no_error(editor):
    """An empty list is written as quietly as a long one."""
    assert create_with_history([], user=editor) == []
    update_with_history([], ["name"], user=editor)


def test_rows_of_a_school_are_written_at_once(editor):
    """What has no key and no code is stored all the same."""
    school = make_school()
    years = [SchoolYear(school=school, academic_year=year, pupils=10) for year in (2556, 2557)]
    assert all(newest(year).pupils == 10 for year in create_with_history(years, user=editor))


def test_publishing_many_documents_leaves_an_entry_of_each(client_of, editor):
    """A command of a list is as traceable as a form."""
    document = make_document()
    data = {"action": "publish", "_selected_action": [document.pk]}
    client_of(editor).post(reverse("admin:partners_document_changelist"), data)
    entry = newest(document)
    assert (entry.is_public, entry.history_user, entry.history_change_reason) == (True, editor, "หน้าบันทึก")


SILENT = {"update", "bulk_create", "bulk_update", "delete", "_raw_delete"}
REVIEWED = {
    "portal/records.py": "the keyed QuerySets themselves, and the series of codes, which is no record",
    "portal/admin/merging/merger.py": "single records, each of which tells its history who deleted it and why",
    "portal/places.py": "the official places, which nobody changes",
    "reports/sample/district/organizations.py": "the made-up places, beside the official ones",
    "reports/outputs/proof/measuring.py": "the control totals of a print, which the portal measures itself",
    "portal/accounts/first_passwords.py": "the mark of a first password, which is no record",
    "partners/models/organizations.py": "the former names' own QuerySet, which the helpers write through",
    "reports/outputs/print_jobs.py": "print jobs, which are no records of an officer",
    "reports/outputs/print_runner.py": "print jobs, which are no records of an officer",
    "reports/management/commands/print_worker.py": "the signs of life of workers and their old tasks, which are no records",
    "reports/desk/checks_page.py": "a single acknowledgement withdrawn, which tells its history",
    "reports/desk/writing_pages.py": "a single paragraph, with those below it, each of which tells its history",
}


def silent_writes(source):
    """Line and name of each call that may write rows of which the history would not hear."""
    for node in ast.walk(ast.parse(source)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in SILENT:
            of_a_dictionary = called.attr == "update" and not node.keywords
            if not of_a_dictionary:
                yield node.lineno, called.attr


def sources():
    root = Path(settings.BASE_DIR)
    for app in ("portal", "partners", "networks", "projects", "reports"):
        for path in (root / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text()


def test_nothing_writes_past_the_history():
    """Outside portal/history.py no call writes many rows without their entries, but for a short reviewed list."""
    found = {
        name for name, source in sources() if name != "portal/history.py" and list(silent_writes(source))
    }
    assert found == set(REVIEWED)


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("Project.objects.filter(pk=1).update(status='draft')", ["update"]),
        ("rows.bulk_create(new)", ["bulk_create"]),
        ("project.contributions.all().delete()", ["delete"]),
        ("fields.update({'a': 1})", []),
        ("project.save()", []),
    ],
)
def test_the_scan_tells_silent_writes_from_others(code, calls):
    """So that the test above cannot pass by looking away."""
    assert [name for _, name in silent_writes(code)] == calls


def test_every_record_that_an_officer_enters_is_tracked():
    """Whatever table an app adds has a history, or stands here with its reason."""
    untracked = {
        model._meta.label
        for app in ("portal", "partners", "networks", "projects", "reports")
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "history") and not issubclass(model, HistoricalChanges)
    }
    places = {"portal.Province", "portal.District", "portal.Subdistrict"}
    told = {"portal.Feedback"}  # whom to call back must be forgotten; who closed it stands in it
    never_changed = {"reports.Edition", "reports.EditionCopy", "reports.SignedScan", "portal.Import"}
    made_by_the_portal = {
        "portal.CodeSeries",
        "portal.FirstPassword",
        "reports.PrintJob",
        "reports.Worker",
        "reports.ControlTotal",
    }
    assert untracked == places | told | never_changed | made_by_the_portal
