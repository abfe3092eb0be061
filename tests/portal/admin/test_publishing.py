"""Draft, confirmed, cancelled: shown, and changed in one click by those who may."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from portal.records import Publication
from projects.models import Project
from tests.admin_forms import admin_page, as_shown
from tests.factories import make_agreement, make_organization, make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(client_of):
    """Open a project as somebody, press a button of its form, having typed something or nothing."""

    def pressed(user, project, button, **typed):
        client = client_of(user)
        url = admin_page(project)
        response = client.post(url, as_shown(client.get(url), **typed) | button, follow=True)
        project.refresh_from_db()
        return response

    return pressed


@pytest.mark.parametrize(
    ("before", "button", "after"),
    [
        (Publication.DRAFT, "confirmed", Publication.CONFIRMED),
        (Publication.CONFIRMED, "draft", Publication.DRAFT),
        (Publication.CONFIRMED, "cancelled", Publication.CANCELLED),
        (Publication.CANCELLED, "confirmed", Publication.CONFIRMED),
    ],
)
def test_one_click_saves_and_changes_the_status(press, approver, before, button, after):
    """What was typed is saved with it, and the history says so."""
    project = make_project(status=before)
    press(approver, project, {"_status": button}, venue="ศาลาประชาคม")
    assert (project.status, project.venue) == (after, "ศาลาประชาคม")
    assert f"สถานะเป็น “{after.label}”" in LogEntry.objects.first().get_change_message()


def test_an_editor_cannot_confirm(press, editor):
    """The button is not shown, and a forged one is refused with nothing saved."""
    project = make_project(status=Publication.DRAFT)
    assert press(editor, project, {"_status": "confirmed"}, venue="ศาลา").status_code == 403
    assert (project.status, project.venue) == (Publication.DRAFT, "")
    page = press(editor, project, {"_continue": "1"}).text
    assert "บันทึกและยืนยัน" not in page


def test_an_approver_sees_the_button(client_of, approver):
    """A draft shows how to confirm it."""
    url = admin_page(make_project(status=Publication.DRAFT))
    assert "บันทึกและยืนยัน" in client_of(approver).get(url).text


def test_what_an_editor_changes_is_a_draft_again(press, editor):
    """A confirmed project mended by one who may not confirm waits to be confirmed again, and he is told."""
    project = make_project()
    page = press(editor, project, {"_save": "1"}, venue="ศาลา").text
    assert (project.status, project.venue) == (Publication.DRAFT, "ศาลา")
    assert "กลับเป็นร่าง" in page


def test_what_an_editor_only_looked_at_stays_confirmed(press, editor):
    """Saving without a change changes nothing."""
    project = make_project()
    press(editor, project, {"_save": "1"})
    assert project.status == Publication.CONFIRMED


def test_what_an_approver_changes_stays_confirmed(press, approver):
    """Whoever may confirm need not do it twice."""
    project = make_project()
    press(approver, project, {"_save": "1"}, venue="ศาลา")
    assert (project.status, project.venue) == (Publication.CONFIRMED, "ศาลา")


def test_a_changed_row_counts_as_a_change(client_of, editor):
    """An amount mended by an editor makes the project a draft again."""
    project = make_project()
    project.contributions.create(giver=project.partner, amount=100)
    client = client_of(editor)
    url = admin_page(project)
    client.post(url, as_shown(client.get(url)) | {"contributions-0-amount": "45,500 บาท"})
    project.refresh_from_db()
    assert (project.status, project.contributions.get().amount) == (Publication.DRAFT, 45_500)


def test_a_refused_form_keeps_its_status_in_words_and_in_the_record(press, approver):
    """Pressing confirm on a form with an error confirms nothing, and the page does not say it did."""
    project = make_project(status=Publication.DRAFT)
    page = press(approver, project, {"_status": "confirmed"}, title="").text
    assert project.status == Publication.DRAFT
    assert '<p class="state draft">' in page


def bulk(client, action, *records):
    url = reverse(f"admin:{records[0]._meta.label_lower.replace('.', '_')}_changelist")
    sent = {"action": action, "_selected_action": [record.pk for record in records]}
    return client.post(url, sent, follow=True).text


def test_many_are_confirmed_at_once(client_of, approver):
    """Each is logged; one confirmed already is not counted again."""
    drafts = [make_project(status=Publication.DRAFT) for _ in range(2)]
    page = bulk(client_of(approver), "confirm", *drafts, make_project())
    assert "เปลี่ยน 2 รายการเป็น “ยืนยันแล้ว” แล้ว" in page
    assert Project.objects.confirmed().count() == 3
    assert LogEntry.objects.count() == 2


def test_an_editor_has_no_such_action(client_of, editor):
    """He may make drafts of many, but not confirm them."""
    draft = make_project(status=Publication.DRAFT)
    bulk(client_of(editor), "confirm", draft)
    draft.refresh_from_db()
    assert draft.status == Publication.DRAFT


def test_an_agreement_is_confirmed_alike(client_of, approver):
    """The same click on the other record that has a status."""
    agreement = make_agreement(status=Publication.DRAFT)
    client, url = client_of(approver), admin_page(agreement)
    client.post(url, as_shown(client.get(url)) | {"_status": "confirmed"})
    agreement.refresh_from_db()
    assert agreement.status == Publication.CONFIRMED


def test_a_new_project_can_be_confirmed_at_once(client_of, approver):
    """Entered and confirmed in one go."""
    client, url = client_of(approver), reverse("admin:projects_project_add")
    typed = {"title": "ค่าย", "fiscal_year": 2557, "partner": make_organization().pk, "_status": "confirmed"}
    client.post(url, as_shown(client.get(url), **typed))
    assert Project.objects.confirmed().get().title == "ค่าย"
