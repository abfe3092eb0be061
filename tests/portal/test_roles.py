"""The table of who may do what, walked in full; and the command that writes it into the groups."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.urls import reverse

from networks.models import LearningStrand
from portal.accounts.feedback import Matter
from portal.models import District, Feedback, Province, Subdistrict
from portal.roles import ADMINISTRATOR, APPROVER, DIRECTOR, EDITOR, ROLES, TABLE, permissions_of
from projects.models import Category
from reports.models import AnnualReport, Paragraph, ReportItem, Standard
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_import,
    make_kind,
    make_office,
    make_organization,
    make_project,
    make_school,
)

pytestmark = pytest.mark.django_db

ACTIONS = ["view", "add", "change", "delete"]
ENTERED_ELSEWHERE = {"projects.contribution": {"add", "change"}}  # on the screen of its project
SCREENS = {model._meta.label_lower: screen for model, screen in admin.site._registry.items()}


@pytest.fixture
def record_of_every_screen():
    """A record for every screen of the admin."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(fiscal_year=2557, standard=standard, title="รายงาน")
    group = make_group()
    records = [
        make_office(),
        Feedback.objects.create(matter=Matter.PASSWORD, wrong="โรงเรียนวัดเขา"),
        Province.objects.get(code="93"),
        District.objects.get(code="9303"),
        Subdistrict.objects.get(code="930302"),
        make_organization(),
        make_document(),
        make_agreement(),
        make_school(),
        LearningStrand.objects.create(name="ภาษาไทย"),
        make_kind(),
        group,
        group.years.create(fiscal_year=2557),
        Category.objects.create(name="ประเภทตัวอย่าง"),
        make_project(),
        make_contribution(),
        standard,
        report,
        ReportItem.objects.create(
            report=report, standard_item=standard.items.create(number="1", title="ประเด็น")
        ),
        Paragraph.objects.create(report=report, section="preface", text="คำนำ"),
        make_import(),
        User.objects.create_user("เพื่อนร่วมงาน"),
    ]
    return {record._meta.label_lower: record for record in records}


def granted(model, role):
    """The actions that the table grants a role."""
    return set(TABLE[model][list(ROLES).index(role)])


def walked(client, record):
    """The actions that the screens of a record really let somebody do."""
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}"
    change = reverse(f"{name}_change", args=[record.pk])
    asked = {
        "view": [client.get(reverse(f"{name}_changelist")), client.get(change)],
        "add": [client.get(reverse(f"{name}_add")), client.post(reverse(f"{name}_add"))],
        "change": [client.post(change)],
        "delete": [client.get(reverse(f"{name}_delete", args=[record.pk]))],
    }
    answers = {action: {response.status_code for response in pages} for action, pages in asked.items()}
    assert all(len(statuses) == 1 and statuses <= {200, 302, 403} for statuses in answers.values()), answers
    return {action for action, statuses in answers.items() if statuses == {200}}


def test_the_table_names_every_model_of_the_admin():
    """No screen and no row of a screen is missing from the table, and nothing else is in it."""
    rows = {
        inline.model._meta.label_lower
        for screen in admin.site._registry.values()
        for inline in screen.inlines
        if not inline.model._meta.auto_created
    }
    assert set(TABLE) == set(SCREENS) | rows


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_the_permissions_of_the_table_and_no_others(somebody, role):
    """Every permission there is, of every model, is held exactly where the table says so."""
    user, wrong = somebody(role), []
    for permission in Permission.objects.select_related("content_type"):
        kind, codename = permission.content_type, permission.codename
        model = f"{kind.app_label}.{kind.model}"
        actions = granted(model, role) if model in TABLE else set()
        expected = bool({codename, codename.removesuffix(f"_{kind.model}")} & actions)
        if user.has_perm(f"{kind.app_label}.{codename}") != expected:
            wrong.append((model, codename))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_the_screens_let_a_role_do_what_the_table_says(somebody, client_of, record_of_every_screen, role):
    """The list, the form, its saving and its deletion answer as the table says, for every model."""
    client = client_of(somebody(role))
    expected = {
        model: granted(model, role) & set(ACTIONS) - ENTERED_ELSEWHERE.get(model, set()) for model in SCREENS
    }
    assert {model: walked(client, record_of_every_screen[model]) for model in SCREENS} == expected


@pytest.mark.parametrize("who", ["director", "outsider"])
def test_no_page_of_the_admin_opens_for(as_who, who):
    """A director and a person without a role are led to the login."""
    response = as_who(who).get(reverse("admin:index"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


DECIDED = {
    "projects.confirm_project": {APPROVER},
    "partners.confirm_agreement": {APPROVER},
    "partners.view_people": {EDITOR, APPROVER},
    "partners.view_contact": {EDITOR, APPROVER},
    "projects.change_project": {EDITOR, APPROVER},
    "projects.view_project": {EDITOR, APPROVER, ADMINISTRATOR},
    "portal.change_office": {ADMINISTRATOR},
    "auth.change_user": {ADMINISTRATOR},
    "auth.add_user": {ADMINISTRATOR},
    "auth.delete_user": set(),
    "networks.add_schoolaccount": {EDITOR, APPROVER, ADMINISTRATOR},
    "portal.view_feedback": {EDITOR, APPROVER, ADMINISTRATOR},
    "portal.change_district": set(),
}


def test_the_office_decided_who(somebody):
    """What matters most stands here a second time, so that a slip in the table is seen."""
    people = {role: somebody(role) for role in ROLES}
    found = {
        permission: {role for role, user in people.items() if user.has_perm(permission)}
        for permission in DECIDED
    }
    assert found == DECIDED


def of(role, model):
    """What a role may do with a model, of the four things that Django knows."""
    app, name = model.split(".")
    return {action for action in ACTIONS if f"{app}.{action}_{name}" in permissions_of(role)}


@pytest.mark.parametrize("model", TABLE)
def test_the_editor_enters_every_record_of_the_office(model):
    """All of partners, networks, projects and reports; of the portal's own he answers feedback and looks at the rest."""
    others = {
        "auth.user": set(),
        "networks.schoolaccount": {"view", "add", "change"},
        "portal.feedback": {"view", "change", "delete"},
    }
    entered = {"view"} if model.startswith("portal.") else set(ACTIONS)
    assert of(EDITOR, model) == others.get(model, entered)


def test_the_approver_decides_beyond_what_the_editor_may():
    """Confirming and signing are all that sets an approver apart."""
    decides = {"projects.confirm_project", "partners.confirm_agreement", "reports.sign_annualreport"}
    assert permissions_of(APPROVER) == permissions_of(EDITOR) | decides
    assert not permissions_of(EDITOR) & decides


@pytest.mark.parametrize("model", TABLE)
def test_the_administrator_keeps_accounts_and_the_office_and_looks_at_the_rest(model):
    """He enters no record, and sees neither the people of partners nor the files that were imported."""
    others = {
        "auth.user": {"view", "add", "change"},
        "networks.schoolaccount": {"view", "add", "change"},
        "portal.office": {"view", "change"},
        "portal.feedback": {"view", "change", "delete"},
        "partners.contact": set(),
        "portal.import": set(),
    }
    assert of(ADMINISTRATOR, model) == others.get(model, {"view"})


def test_the_director_may_nothing():
    """What a director reads hangs on the own school, not on a permission."""
    assert permissions_of(DIRECTOR) == set()


def test_the_group_of_directors_holds_nothing(db):
    """The director's group exists, and holds nothing yet."""
    assert Group.objects.get(name=DIRECTOR).permissions.count() == 0


def test_running_the_command_twice_changes_nothing(capsys):
    """The second run finds everything as it should be, and says so."""
    Group.objects.all().delete()
    call_command("setup_roles")
    before = set(Group.objects.values_list("name", "permissions__codename"))
    assert "สร้างแล้ว" in capsys.readouterr().out
    call_command("setup_roles")
    said = capsys.readouterr().out.splitlines()
    assert said == [f"บทบาท{role}: ถูกต้องอยู่แล้ว" for role in ROLES]
    assert set(Group.objects.values_list("name", "permissions__codename")) == before


def test_a_permission_added_by_hand_is_removed(db, capsys):
    """The table is the only source of what a role may do."""
    group = Group.objects.get(name=EDITOR)
    group.permissions.add(Permission.objects.get(codename="add_user"))
    call_command("setup_roles")
    assert not group.permissions.filter(codename="add_user").exists()
    assert "บทบาทเจ้าหน้าที่: เพิ่มสิทธิ์ 0 ข้อ ถอนสิทธิ์ 1 ข้อ" in capsys.readouterr().out


def test_a_permission_taken_by_hand_comes_back(db, capsys):
    """A run after an update gives what is missing."""
    group = Group.objects.get(name=EDITOR)
    group.permissions.remove(Permission.objects.get(codename="add_project"))
    call_command("setup_roles")
    assert group.permissions.filter(codename="add_project").exists()
    assert "บทบาทเจ้าหน้าที่: เพิ่มสิทธิ์ 1 ข้อ ถอนสิทธิ์ 0 ข้อ" in capsys.readouterr().out


def test_members_keep_their_role_when_the_command_runs_again(editor):
    """People are not touched by the command."""
    call_command("setup_roles")
    assert editor.groups.get().name == EDITOR
