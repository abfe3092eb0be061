"""The door: five tries and then a wait, sessions that end, passwords that are refused."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session
from django.utils import timezone

pytestmark = pytest.mark.django_db

RIGHT, WRONG = "ต้นยางหน้าสำนักงาน", "รหัสที่เดาเอา"


@pytest.fixture
def owner(somebody):
    return somebody("เจ้าหน้าที่", username="somsri.rakdee", password=RIGHT)


@pytest.fixture
def knock(client, owner):
    """Try to sign in."""

    def knock_with(password, username="somsri.rakdee", ip="192.0.2.1", **headers):
        sent = {"username": username, "password": password}
        return client.post("/admin/login/?next=/admin/", sent, REMOTE_ADDR=ip, **headers)

    return knock_with


@pytest.fixture
def locked(knock):
    """The door after five wrong tries."""
    return [knock(WRONG) for _ in range(5)][-1]


def test_four_wrong_tries_leave_the_door_open(knock):
    """Somebody who mistypes four times still comes in."""
    assert [knock(WRONG).status_code for _ in range(4)] == [200] * 4
    assert knock(RIGHT).status_code == 302


def test_the_fifth_wrong_try_closes_the_door(locked):
    """The page says in Thai from when on to try again."""
    again = timezone.localtime() + timedelta(minutes=16)
    page = locked.content.decode()
    assert locked.status_code == 429
    assert 15 * 60 <= int(locked["Retry-After"]) <= 16 * 60
    assert any(f"{again - timedelta(minutes=late):%H.%M} น." in page for late in (0, 1))


def test_the_right_password_waits_too(locked, knock):
    """While the door is closed a guess that is right is refused like any other."""
    assert knock(RIGHT).status_code == 429


def test_the_owner_comes_in_from_another_machine(locked, knock):
    """Who guesses at one machine does not lock the owner out at hers."""
    assert knock(RIGHT, ip="192.0.2.2").status_code == 302


def test_a_colleague_comes_in_at_the_same_machine(locked, knock, somebody):
    """One closed account closes no other."""
    somebody("ผู้บริหาร", username="somchai", password=RIGHT)
    assert knock(RIGHT, username="somchai").status_code == 302


def test_a_forged_address_opens_nothing(locked, knock):
    """The address is the connection's own, not what a header claims."""
    assert knock(RIGHT, HTTP_X_FORWARDED_FOR="192.0.2.9").status_code == 429


def test_another_browser_opens_nothing(locked, knock):
    """The count is the machine's and the account's, whatever the browser says it is."""
    assert knock(RIGHT, HTTP_USER_AGENT="other").status_code == 429


def test_the_door_opens_after_the_wait(locked, knock):
    """Nobody is locked out for ever; tries during the wait do not make it longer."""
    knock(WRONG)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert knock(RIGHT).status_code == 302


def test_the_wait_runs_from_the_fifth_try(locked, knock):
    """A try during the wait leaves the time that was told as it is."""
    told = timezone.now() - timedelta(minutes=10)
    AccessAttempt.objects.update(attempt_time=told)
    knock(WRONG)
    assert AccessAttempt.objects.get().attempt_time == told


def test_signing_in_forgets_the_wrong_tries(knock):
    """After the right password the count begins anew, and nothing of the visit is kept."""
    for _ in range(4):
        knock(WRONG)
    knock(RIGHT)
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()
    assert [knock(WRONG).status_code for _ in range(4)] == [200] * 4


def test_a_password_is_never_kept(locked):
    """What is kept of a wrong try holds no password."""
    assert WRONG not in str(AccessAttempt.objects.values().get())


def test_a_director_is_not_let_into_the_admin(knock, somebody):
    """The right password of a director opens no admin."""
    somebody("ผอ.โรงเรียน", username="director", password=RIGHT)
    response = knock(RIGHT, username="director")
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()


def test_work_keeps_the_session_alive(knock, client):
    """Every request gives the session another four hours."""
    knock(RIGHT)
    assert client.get("/admin/").cookies["sessionid"]["max-age"] == 4 * 60 * 60


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_idle_session_ends(knock, client, method):
    """After the idle time a page or a form leads to the login, and from there back to its page."""
    knock(RIGHT)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    response = getattr(client, method)("/admin/projects/project/add/")
    assert response.status_code == 302
    assert response.url == "/admin/login/?next=/admin/projects/project/add/"


def test_a_visitor_gets_no_session(client):
    """Reading the public pages leaves no cookie."""
    assert not client.get("/").cookies
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("สั้นเกินไป", "password_too_short"),
        ("123456789012345", "password_entirely_numeric"),
        ("qwerty123456", "password_too_common"),
        ("somsri.rakdee1", "password_too_similar"),
    ],
)
def test_a_weak_password_is_refused(knock, client, owner, new, code):
    """Short, numeric, common or like the account's own name: refused in Thai, and the old one stays."""
    knock(RIGHT)
    sent = {"old_password": RIGHT, "new_password1": new, "new_password2": new}
    response = client.post("/admin/password_change/", sent)
    errors = response.context["form"].errors.as_data()["new_password2"]
    assert code in {error.code for error in errors}
    assert not re.search("[A-Za-z]", " ".join(response.context["form"].errors["new_password2"]))
    owner.refresh_from_db()
    assert owner.check_password(RIGHT)


def test_a_good_password_replaces_the_old(knock, client, owner):
    """Somebody changes the password and stays signed in."""
    knock(RIGHT)
    new = "ศาลาริมคลองหลังใหม่"
    sent = {"old_password": RIGHT, "new_password1": new, "new_password2": new}
    assert client.post("/admin/password_change/", sent).status_code == 302
    assert client.get("/admin/").status_code == 200
    owner.refresh_from_db()
    assert owner.check_password(new)


def test_signing_out_ends_the_session(knock, client):
    """After the page that says goodbye the admin is closed."""
    knock(RIGHT)
    assert "ออกจากระบบแล้ว" in client.post("/admin/logout/").content.decode()
    assert client.get("/admin/").status_code == 302
