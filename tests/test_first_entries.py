"""Records that stood before something was kept of them, as the migrations leave them."""

from importlib import import_module

import pytest
from django.apps import apps

from partners.models import Document, Organization
from tests.factories import make_contribution, make_organization, make_project, make_school

pytestmark = pytest.mark.django_db

begin = import_module("reports.migrations.0004_begin_history").begin
fold = import_module("projects.migrations.0005_letters_of_one_sound").fold


@pytest.fixture
def project():
    """A project with a gift and a document, of which no history knows."""
    project = make_contribution().project
    project.documents.add(Document.objects.create(kind="order", title="คำสั่ง"))
    for record in (project, project.partner, *project.contributions.all(), *project.documents.all()):
        record.history.all().delete()
    return project


def test_each_record_without_history_is_given_its_first_entry(project):
    """As it stands now, and says so; nobody is said to have made it."""
    begin(apps, None)
    for record in (project, project.partner, *project.contributions.all(), *project.documents.all()):
        (entry,) = record.history.all()
        said = (entry.history_type, entry.history_user, entry.history_change_reason)
        assert said == ("+", None, "สถานะเมื่อเริ่มเก็บประวัติ")
        assert entry.instance == record
    assert entry.title == "คำสั่ง"


def test_what_it_is_tied_to_is_part_of_the_entry(project):
    """So that bringing this state back does not lose its evidence."""
    begin(apps, None)
    tied = project.history.get().documents.values_list("document", flat=True)
    assert list(tied) == [project.documents.get().pk]


def test_a_record_with_history_is_left_alone(project):
    """However often it runs."""
    other = make_school()
    before = list(other.history.values_list("pk", flat=True))
    begin(apps, None)
    begin(apps, None)
    assert list(other.history.values_list("pk", flat=True)) == before
    assert project.history.count() == 1


def test_keys_of_before_are_made_as_they_are_now():
    """What was stored under letters of its own is found under those of one sound; the rest stays."""
    old, other = make_organization(name="หาญโพธิ์"), make_project(title="โครงการค่าย")
    key, before = old.search_key, other.search_key
    Organization.objects.filter(pk=old.pk).update(search_key="หาญโพธิ|" + key)
    fold(apps, None)
    old.refresh_from_db()
    other.refresh_from_db()
    assert old.search_key == f"หานโพทิ|{key}"
    assert other.search_key == before
    assert list(Organization.objects.search("หาญโพธิ์")) == [old]
