"""The screen of accounts, and that nobody climbs above the roles through it."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from portal.roles import ADMINISTRATOR, DIRECTOR, EDITOR, ROLES
from tests.admin_forms import admin_page

pytestmark = pytest.mark.django_db

ADD = "/admin/auth/user/add/"
GOOD = "ต้นยางหน้าสำนักงาน"
FORGED = {"is_superuser": "on", "is_staff": "on", "user_permissions": ["1", "2"]}


def account_form(username, *roles, **fields):
    """The form of an account as a browser sends it."""
    groups = list(Group.objects.filter(name__in=roles).values_list("pk", flat=True))
    return {"username": username, "is_active": "on", "groups": groups} | fields


@pytest.fixture
def managing(client_of, administrator):
    """The browser of one who keeps the accounts."""
    return client_of(administrator)


def test_one_form_makes_an_account_with_its_role(managing):
    """Name, role and password are given at once, and the account can work in the admin."""
    sent = account_form("somsri", EDITOR, first_name="สมศรี", password1=GOOD, password2=GOOD)
    assert managing.post(ADD, sent).status_code == 302
    made = User.objects.get(username="somsri")
    assert (made.groups.get().name, made.is_staff, made.is_superuser) == (EDITOR, True, False)
    assert made.check_password(GOOD)


@pytest.mark.parametrize(("role", "is_staff"), [(role, role != DIRECTOR) for role in ROLES])
def test_the_role_decides_who_enters_the_admin(managing, outsider, role, is_staff):
    """Every role but the director's opens the admin."""
    managing.post(admin_page(outsider), account_form(outsider.username, role))
    outsider.refresh_from_db()
    assert outsider.is_staff is is_staff


def test_without_a_role_the_admin_is_closed(managing, editor):
    """Who loses the last role does not enter any more."""
    managing.post(admin_page(editor), account_form(editor.username))
    editor.refresh_from_db()
    assert (editor.is_staff, editor.groups.count()) == (False, 0)


@pytest.mark.parametrize("page", ["add", "change"])
def test_the_form_offers_the_four_roles_and_nothing_above_them(managing, editor, page):
    """Four boxes to tick; no box of a superuser, of single permissions, or of a group made by hand."""
    Group.objects.create(name="ทำได้ทุกอย่าง")
    response = managing.get(ADD if page == "add" else admin_page(editor))
    offered = response.context["adminform"].form.fields
    assert [group.name for group in offered["groups"].queryset] == list(ROLES)
    assert not offered.keys() & FORGED.keys()


def test_a_forged_form_makes_no_superuser(managing):
    """Fields that the form does not have are not read when an account is made."""
    managing.post(ADD, account_form("hidden", EDITOR, password1=GOOD, password2=GOOD) | FORGED)
    made = User.objects.get(username="hidden")
    assert not made.is_superuser
    assert made.user_permissions.count() == 0


def test_an_administrator_cannot_climb(managing, administrator):
    """A forged form gives its sender neither a superuser's power nor a single permission."""
    managing.post(admin_page(administrator), account_form(administrator.username, ADMINISTRATOR) | FORGED)
    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert administrator.user_permissions.count() == 0


def test_a_group_made_by_hand_cannot_be_taken(managing, administrator):
    """A group with more than the roles is refused as no choice."""
    above = Group.objects.create(name="ทำได้ทุกอย่าง")
    above.permissions.set(Permission.objects.all())
    response = managing.post(admin_page(administrator), account_form(administrator.username, above.name))
    assert "groups" in response.context["adminform"].form.errors
    assert administrator.groups.get().name == ADMINISTRATOR


@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_a_superuser_is_out_of_an_administrators_reach(managing, staff, page):
    """The one above the roles is neither listed nor opened, nor changed by a forged form."""
    url = admin_page(staff, page)
    assert managing.get(url).status_code in (302, 403)
    assert managing.post(url, account_form("taken")).status_code in (302, 403)
    staff.refresh_from_db()
    assert (staff.username, staff.is_superuser) == ("เจ้าหน้าที่", True)


def test_a_superusers_password_is_out_of_an_administrators_reach(managing, staff):
    """The page that sets a password does not know a superuser."""
    url = reverse("admin:auth_user_password_change", args=[staff.pk])
    assert managing.post(url, {"password1": GOOD, "password2": GOOD}).status_code == 404
    staff.refresh_from_db()
    assert not staff.check_password(GOOD)


@pytest.mark.parametrize(("who", "listed"), [("staff", True), ("administrator", False)])
def test_a_superuser_is_listed_only_to_superusers(as_who, django_user_model, who, listed):
    """An administrator does not see the account above; a superuser does."""
    django_user_model.objects.create_superuser("เหนือบทบาท")
    page = as_who(who).get(reverse("admin:auth_user_changelist"))
    assert ("เหนือบทบาท" in page.content.decode()) is listed


def test_an_account_is_never_deleted(managing, editor):
    """Accounts are closed, so that the log keeps who did what."""
    assert managing.post(admin_page(editor, "delete"), {"post": "yes"}).status_code == 403


def test_a_closed_account_cannot_work(managing, client_of, editor):
    """Taking the tick away ends an open session too."""
    theirs = client_of(editor)
    assert theirs.get("/admin/").status_code == 200
    managing.post(admin_page(editor), account_form(editor.username, EDITOR, is_active=""))
    assert theirs.get("/admin/").status_code == 302


def test_an_administrator_sets_a_new_password(managing, editor):
    """A forgotten password is replaced by another, and the old one is gone."""
    url = reverse("admin:auth_user_password_change", args=[editor.pk])
    assert managing.post(url, {"password1": GOOD, "password2": GOOD, "set-password": "1"}).status_code == 302
    editor.refresh_from_db()
    assert editor.check_password(GOOD)


@pytest.mark.parametrize("typed", ["", "สั้นไป"])
def test_a_new_password_that_is_empty_or_short_is_refused(managing, editor, typed):
    """Nobody is left with no password or a short one."""
    url = reverse("admin:auth_user_password_change", args=[editor.pk])
    response = managing.post(url, {"password1": typed, "password2": typed, "unset-password": "1"})
    assert response.context["form"].errors
    editor.refresh_from_db()
    assert not editor.check_password(typed)


def test_the_last_visit_is_told_in_the_buddhist_era(managing, editor):
    """The list names the day of the last sign-in in พ.ศ., and no year of another era."""
    editor.last_login = timezone.make_aware(timezone.datetime(2014, 8, 22, 9, 0))
    editor.save()
    page = managing.get(reverse("admin:auth_user_changelist")).content.decode()
    assert "22 ส.ค. 2557" in page
    assert "2014" not in page


def test_groups_have_no_screen():
    """Groups are made by the command alone."""
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")
