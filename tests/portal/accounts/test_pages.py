"""One's own account outside the admin: in and out, a first password that must be changed, a forgotten one."""

import pytest
from django.conf import global_settings
from django.urls import reverse

from portal.accounts.feedback import Feedback
from portal.accounts.first_passwords import (
    LENGTH,
    LETTERS,
    FirstPassword,
    hash_passwords,
    new_password,
    require_new_password,
)
from portal.roles import DIRECTOR, EDITOR
from tests.factories import make_office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_asked_before")]

FIRST, OWN = "abcdefghjkmn", "ศาลาริมคลองหลังใหม่"
LOGIN, LOGOUT, CHANGE, CHOOSE, FORGOTTEN = (
    reverse(name) for name in ("login", "logout", "password-change", "first-password", "forgotten")
)


@pytest.fixture
def settled(somebody):
    """A director who has chosen a password."""
    return somebody(DIRECTOR, username="93020001", password=OWN)


@pytest.fixture
def newcomer(somebody):
    """A director with a slip in her hand."""
    user = somebody(DIRECTOR, username="93020002", password=FIRST)
    require_new_password(user)
    return user


def sign_in(client, username, password, path=LOGIN, **more):
    return client.post(path, {"username": username, "password": password} | more)


def test_a_director_comes_to_the_first_page(client, settled):
    """Where the own name stands."""
    response = sign_in(client, "93020001", OWN)
    assert (response.status_code, response.url) == (302, reverse("home"))
    assert "93020001" in client.get("/").text


@pytest.mark.parametrize("path", [LOGIN, "/admin/login/?next=/admin/"])
def test_staff_come_to_their_desk_by_either_door(client, somebody, path):
    """By the public one and by that of the admin."""
    somebody(EDITOR, username="somsri", password=OWN)
    assert sign_in(client, "somsri", OWN, path).url == reverse("admin:index")


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [("/schools/", "/schools/"), ("https://elsewhere.example/", "/"), ("//elsewhere", "/")],
)
def test_one_comes_back_to_the_page_one_was_on_and_to_no_other_site(client, settled, wanted, reached):
    """An address elsewhere leads to the first page."""
    assert sign_in(client, "93020001", OWN, next=wanted).url == reached


def test_a_wrong_password_is_told_in_thai_and_lets_nobody_in(client, settled):
    """The form comes back with its sentence, and no session begins."""
    response = sign_in(client, "93020001", "x")
    assert response.status_code == 200
    assert "ชื่อผู้ใช้" in "".join(response.context["form"].non_field_errors())
    assert "_auth_user_id" not in client.session


def test_the_fifth_wrong_try_closes_this_door_too(client, settled):
    """The page says when to try again and leads back to the door that was tried."""
    last = [sign_in(client, "93020001", "x") for _ in range(5)][-1]
    assert last.status_code == 429
    assert f'href="{LOGIN}"' in last.text
    assert sign_in(client, "93020001", OWN).status_code == 429


def test_signing_out_is_a_form_and_ends_the_session(client_of, settled):
    """A link alone signs nobody out."""
    client = client_of(settled)
    assert f'<form action="{LOGOUT}" method="post">' in client.get("/").text
    assert client.get(LOGOUT).status_code == 405
    assert "ออกจากระบบแล้ว" in client.post(LOGOUT).text
    assert "เข้าสู่ระบบ" in client.get("/").text


def test_an_outsider_is_offered_to_sign_in_and_nothing_else(client):
    """And comes back to the page that was open."""
    page = client.get("/schools/").text
    assert f'href="{LOGIN}?next=/schools/"' in page
    assert "ออกจากระบบ" not in page


@pytest.mark.parametrize(
    "path", ["/", "/schools/", "/admin/", "/admin/password_change/", CHANGE, "/feedback/", "/no/"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_page_opens_before_the_first_password_is_changed(client, newcomer, path, method):
    """Whatever is asked or sent leads to the page of the new password."""
    sign_in(client, "93020002", FIRST)
    response = getattr(client, method)(path)
    assert (response.status_code, response.url) == (302, CHOOSE)


def test_the_first_password_stands_for_staff_too(client, somebody):
    """Whoever's password a colleague has set chooses another before working."""
    require_new_password(somebody(EDITOR, username="somsri", password=FIRST))
    sign_in(client, "somsri", FIRST, "/admin/login/?next=/admin/")
    assert client.get("/admin/").url == CHOOSE


def test_one_may_leave_without_choosing(client, newcomer):
    """Signing out is open all the time."""
    sign_in(client, "93020002", FIRST)
    assert client.post(LOGOUT).status_code == 200


def test_an_own_password_opens_the_portal_and_voids_the_first(client, newcomer):
    """The mark of the first one goes, and the first one lets nobody in."""
    sign_in(client, "93020002", FIRST)
    response = client.post(CHOOSE, {"new_password1": OWN, "new_password2": OWN})
    assert response.url == reverse("password-changed")
    assert client.get("/").status_code == 200
    assert not FirstPassword.objects.exists()
    newcomer.refresh_from_db()
    assert newcomer.check_password(OWN)
    assert not newcomer.check_password(FIRST)


@pytest.mark.parametrize(
    ("new", "again"), [(FIRST, FIRST), ("สั้นไป", "สั้นไป"), (OWN, "อย่างอื่นที่ไม่เหมือน"), ("", "")]
)
def test_the_first_password_stays_until_a_good_one_is_chosen(client, newcomer, new, again):
    """The same again, a short one, two that differ, none: refused, and still no page opens."""
    sign_in(client, "93020002", FIRST)
    assert client.post(CHOOSE, {"new_password1": new, "new_password2": again}).context["form"].errors
    assert client.get("/").url == CHOOSE


def test_without_a_first_password_none_is_chosen_unasked(client_of, client, settled):
    """That page asks for no old password, so it is closed to all whose password is their own."""
    inside = client_of(settled)
    assert inside.get(CHOOSE).url == CHANGE
    inside.post(CHOOSE, {"new_password1": FIRST, "new_password2": FIRST})
    settled.refresh_from_db()
    assert settled.check_password(OWN)
    assert client.get(CHOOSE).url == LOGIN


def test_a_password_is_changed_by_who_knows_the_old_one(client_of, settled):
    """Without it the form comes back."""
    client = client_of(settled)
    new = {"new_password1": "ทุ่งนาหลังโรงเรียน", "new_password2": "ทุ่งนาหลังโรงเรียน"}
    assert client.post(CHANGE, new | {"old_password": "x"}).context["form"].errors
    assert client.post(CHANGE, new | {"old_password": OWN}).url == reverse("password-changed")
    assert client.get(reverse("password-changed")).status_code == 200


def test_the_page_of_the_own_password_is_closed_to_outsiders(client):
    """It leads to the sign-in and back."""
    assert client.get(CHANGE).url == f"{LOGIN}?next={CHANGE}"


def test_one_who_forgot_is_told_whom_to_ask(client):
    """The office stands on the page."""
    make_office()
    assert "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง" in client.get(FORGOTTEN).text


@pytest.mark.parametrize("who", ["93020001", "ไม่มีบัญชีชื่อนี้"])
def test_who_forgot_gets_the_same_answer_whether_there_is_such_an_account_or_not(client, settled, who):
    """So that nobody learns which accounts there are; the office is told what was typed."""
    response = client.post(FORGOTTEN, {"wrong": who, "phone": "081-000-1111"}, follow=True)
    assert response.redirect_chain == [(f"{FORGOTTEN}?sent=1", 302)]
    assert who not in response.text
    asked = Feedback.objects.get()
    assert (asked.matter, asked.wrong, asked.phone, asked.sender) == ("password", who, "081-000-1111", None)


def test_a_first_password_is_long_and_easy_to_read():
    """Twelve small letters, none of which is taken for another or for a digit."""
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(len(password) == LENGTH == 12 and set(password) <= set(LETTERS) for password in made)
    assert not set(LETTERS) & set("iloqv")


def test_first_passwords_are_hashed_as_slowly_as_any(settings):
    """The hash of many is the hash of one, in their order."""
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    assert [stored.split("$")[0] for stored in hash_passwords([FIRST])] == ["pbkdf2_sha256"]


def test_an_account_that_a_colleague_made_begins_with_a_first_password(client_of, administrator, editor):
    """A password set for somebody else is a first one again."""
    client = client_of(administrator)
    url = reverse("admin:auth_user_password_change", args=[editor.pk])
    client.post(url, {"password1": OWN, "password2": OWN})
    assert FirstPassword.objects.get().user == editor
