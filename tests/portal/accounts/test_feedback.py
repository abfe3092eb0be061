"""What readers tell the office: from the page it came from to the officer's desk, and closed with a note."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.accounts.feedback_pages import LIMIT
from portal.feedback import Feedback
from tests.admin_forms import as_shown
from tests.factories import make_office

pytestmark = pytest.mark.django_db

PAGE = reverse("feedback")
TOLD = {
    "wrong": "ชื่อโรงเรียนสะกดผิด",
    "right": "วัดพังกิ่ง",
    "name": "สมศรี",
    "phone": "081-000-1111",
    "page": "/schools/",
}


@pytest.fixture(autouse=True)
def nobody_asked_before():
    cache.clear()


def told(**fields):
    return Feedback.objects.create(**{"matter": "wrong", "wrong": "ชื่อผิด"} | fields)


def change_of(feedback):
    return reverse("admin:portal_feedback_change", args=[feedback.pk])


def text(response):
    return response.content.decode()


def test_every_page_leads_to_the_form_that_knows_it(client):
    make_office()
    assert f'href="{PAGE}?page=/schools/%3Fpage%3D2"' in text(client.get("/schools/?page=2"))
    assert 'name="page" value="/schools/?page=2"' in text(client.get(PAGE, {"page": "/schools/?page=2"}))


def test_an_outsider_tells_what_is_wrong(client):
    response = client.post(PAGE, TOLD, follow=True)
    assert "ส่งถึงเจ้าหน้าที่แล้ว" in text(response)
    assert 'href="/schools/"' in text(response)
    feedback = Feedback.objects.get()
    assert {name: getattr(feedback, name) for name in TOLD} == TOLD
    assert (feedback.matter, feedback.sender, feedback.closed_at) == ("wrong", None, None)


def test_nothing_but_what_is_wrong_need_be_told(client):
    client.post(PAGE, {"wrong": "ชื่อผิด"})
    assert Feedback.objects.count() == 1
    assert client.post(PAGE, TOLD | {"wrong": ""}).context["form"].errors
    assert Feedback.objects.count() == 1


def test_one_who_is_signed_in_is_known(client_of, director):
    """The form does not ask for a name, and believes none that is sent."""
    client = client_of(director)
    assert "name" not in client.get(PAGE).context["form"].fields
    client.post(PAGE, TOLD)
    feedback = Feedback.objects.get()
    assert (feedback.sender, feedback.name) == (director, "")


@pytest.mark.parametrize(
    "page",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere",
        "javascript:alert(1)",
        "/" + "a" * 500,
    ],
)
def test_only_a_page_of_the_portal_is_linked(client, page):
    """Another address is neither shown, nor gone back to, nor kept."""
    assert page not in text(client.get(PAGE, {"page": page}))
    assert page not in text(client.get(PAGE, {"page": page, "sent": "1"}))
    response = client.post(PAGE, TOLD | {"page": page})
    assert response.status_code == 302 or response.context["form"].errors
    assert not Feedback.objects.exclude(page="").exists()


def test_a_machine_that_fills_every_box_is_thanked_and_forgotten(client):
    assert client.post(PAGE, TOLD | {"website": "http://spam.example"}).status_code == 302
    assert not Feedback.objects.exists()


def test_after_many_an_hour_one_waits(client):
    """What was typed stands in the form still; another machine goes on, and no address is kept."""
    assert [client.post(PAGE, TOLD).status_code for _ in range(LIMIT)] == [302] * LIMIT
    refused = client.post(PAGE, TOLD)
    assert refused.status_code == 429
    assert "ชื่อโรงเรียนสะกดผิด" in text(refused)
    assert client.post(PAGE, TOLD, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert Feedback.objects.count() == LIMIT + 1


def test_the_visitor_is_told_what_is_kept(client):
    page = text(client.get(PAGE))
    for promise in ("ติดต่อกลับเท่านั้น", "เจ้าหน้าที่ที่ได้รับสิทธิ์", "ลบเมื่อปิดเรื่อง"):
        assert promise in page


@pytest.mark.parametrize(("who", "shown"), [("editor", [1, 1]), ("approver", [1, 1]), ("administrator", [1])])
def test_the_desk_counts_what_waits_and_leads_to_it(request, client_of, who, shown):
    """Each number is that of the list it opens; an administrator has those who forgot a password alone."""
    told()
    told(matter="password", wrong="93020001")
    told(answer="แก้แล้ว", closed_at="2026-11-25T00:00Z", closed_by=request.getfixturevalue("editor"))
    client = client_of(request.getfixturevalue(who))
    inbox = client.get(reverse("admin:index")).context["inbox"]
    assert [task.count for task in inbox] == shown
    assert [client.get(task.url).context["cl"].result_count for task in inbox] == shown


def test_the_desk_is_quiet_when_nobody_waits(client_of, editor):
    assert client_of(editor).get(reverse("admin:index")).context["inbox"] == ()


@pytest.mark.parametrize(("who", "seen"), [("editor", True), ("approver", True), ("administrator", False)])
def test_who_told_it_is_read_by_those_who_may_read_people(request, client_of, who, seen):
    feedback = told(name="สมศรี", phone="081-000-1111")
    response = client_of(request.getfixturevalue(who)).get(change_of(feedback), follow=True)
    assert ("081-000-1111" in text(response)) is seen
    assert ("สมศรี" in text(response)) is seen


@pytest.mark.parametrize("who", ["director", "outsider"])
def test_others_read_nothing(request, client_of, who):
    response = client_of(request.getfixturevalue(who)).get(change_of(told()))
    assert response.url.startswith("/admin/login/")


def test_the_officer_goes_to_the_page_it_came_from(client_of, editor):
    told(page="/schools/?page=2")
    page = text(client_of(editor).get(reverse("admin:portal_feedback_changelist")))
    assert '<a href="/schools/?page=2">' in page


def test_closing_tells_by_whom_and_forgets_whom_to_call(client_of, editor):
    feedback, client = told(name="สมศรี", phone="081-000-1111"), client_of(editor)
    shown = client.get(change_of(feedback))
    client.post(change_of(feedback), as_shown(shown, answer="แก้ชื่อแล้ว", _close="1"))
    feedback.refresh_from_db()
    assert (feedback.answer, feedback.closed_by, feedback.name, feedback.phone) == ("แก้ชื่อแล้ว", editor, "", "")
    assert feedback.closed_at


def test_nothing_is_closed_without_a_note(client_of, editor):
    feedback, client = told(), client_of(editor)
    response = client.post(change_of(feedback), as_shown(client.get(change_of(feedback)), _close="1"))
    assert "answer" in response.context["adminform"].form.errors
    feedback.refresh_from_db()
    assert feedback.closed_at is None


def test_a_note_alone_closes_nothing_and_what_was_closed_opens_again(client_of, editor):
    feedback, client = told(phone="081-000-1111"), client_of(editor)
    for button, closed in (("_save", False), ("_close", True), ("_reopen", False)):
        sent = as_shown(client.get(change_of(feedback)), answer="กำลังตรวจ") | {button: "1"}
        assert client.post(change_of(feedback), sent).status_code == 302
        feedback.refresh_from_db()
        assert bool(feedback.closed_at) is closed


def test_what_was_told_is_not_rewritten_by_the_office(client_of, editor):
    feedback, client = told(), client_of(editor)
    client.post(change_of(feedback), as_shown(client.get(change_of(feedback)), wrong="อย่างอื่น", name="อื่น"))
    feedback.refresh_from_db()
    assert (feedback.wrong, feedback.name) == ("ชื่อผิด", "")
