"""Two editors of one record: the first is stored, the second is told and keeps what he typed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from portal.roles import EDITOR
from projects.models import Category
from tests.admin_forms import admin_page, as_shown
from tests.factories import make_contribution, make_project

pytestmark = pytest.mark.database

SAVES, AT_ONCE = 20, 10


@pytest.fixture
def edited(db):
    """The project that both have open."""
    return make_project(venue="ศาลา")


@pytest.fixture
def first(client_of, somebody):
    return client_of(somebody(EDITOR, first_name="สมศรี", last_name="ใจงาม"))


@pytest.fixture
def second(client_of, editor):
    return client_of(editor)


def errors(response):
    return "".join(response.context["adminform"].form.non_field_errors())


def formset_of(response, prefix):
    (formset,) = [
        shown.formset for shown in response.context["inline_admin_formsets"] if shown.formset.prefix == prefix
    ]
    return formset


def test_the_second_is_told_who_was_first(first, second, edited):
    """The sentence names the first by name, and nothing of the second is stored yet."""
    opened = second.get(admin_page(edited))
    first.post(admin_page(edited), as_shown(first.get(admin_page(edited)), venue="หอประชุม"))
    response = second.post(admin_page(edited), as_shown(opened, venue="สนามกีฬา"))
    assert "สมศรี ใจงาม บันทึกรายการนี้เมื่อวันที่" in errors(response)
    edited.refresh_from_db()
    assert edited.venue == "หอประชุม"


def test_the_second_keeps_what_he_typed(first, second, edited):
    """The form comes back with his texts and the rows he added."""
    opened = second.get(admin_page(edited))
    first.post(admin_page(edited), as_shown(first.get(admin_page(edited)), venue="หอประชุม"))
    sent = as_shown(opened, {"activities": [{"name": "แข่งขันวิ่ง", "order": 1}]}, venue="สนามกีฬา")
    response = second.post(admin_page(edited), sent)
    assert response.context["adminform"].form["venue"].value() == "สนามกีฬา"
    assert formset_of(response, "activities").forms[0]["name"].value() == "แข่งขันวิ่ง"


def test_saving_again_overwrites_knowingly(first, second, edited):
    """The form shown again is stored, with its rows."""
    opened = second.get(admin_page(edited))
    first.post(admin_page(edited), as_shown(first.get(admin_page(edited)), venue="หอประชุม"))
    sent = as_shown(opened, {"activities": [{"name": "แข่งขันวิ่ง", "order": 1}]}, venue="สนามกีฬา")
    again = as_shown(second.post(admin_page(edited), sent))
    assert second.post(admin_page(edited), sent | {"_seen": again["_seen"]}).status_code == 302
    edited.refresh_from_db()
    assert (edited.venue, edited.activities.get().name) == ("สนามกีฬา", "แข่งขันวิ่ง")


def test_a_row_alone_makes_a_first_editor(first, second, edited):
    """Who only added a row was first all the same."""
    opened = second.get(admin_page(edited))
    row = {"activities": [{"name": "แข่งขันวิ่ง", "order": 1}]}
    first.post(admin_page(edited), as_shown(first.get(admin_page(edited)), row))
    assert "สมศรี" in errors(second.post(admin_page(edited), as_shown(opened)))


def test_a_row_that_the_first_deleted_comes_back(first, second, edited):
    """What the second typed into a row is stored as a new one, and no error is left that he cannot see."""
    gift = make_contribution(project=edited, amount=500)
    opened = second.get(admin_page(edited))
    deleted = {"contributions-0-DELETE": "on"}
    first.post(admin_page(edited), as_shown(first.get(admin_page(edited)), **deleted))
    assert not edited.contributions.exists()
    sent = as_shown(opened, **{"contributions-0-amount": "700"})
    again = as_shown(second.post(admin_page(edited), sent))
    assert second.post(admin_page(edited), sent | {"_seen": again["_seen"]}).status_code == 302
    assert [(row.amount, row.pk != gift.pk) for row in edited.contributions.all()] == [(700, True)]


def test_one_alone_is_not_stopped(second, edited):
    """Opening, saving, opening and saving is no conflict; nor is a first save of a new record."""
    for venue in ("หอประชุม", "สนามกีฬา"):
        sent = as_shown(second.get(admin_page(edited)), venue=venue)
        assert second.post(admin_page(edited), sent).status_code == 302


def test_a_form_without_its_number_is_not_stored(second, edited):
    """Nothing gets past the guard by leaving it out."""
    sent = as_shown(second.get(admin_page(edited)), venue="หอประชุม")
    del sent["_seen"]
    assert second.post(admin_page(edited), sent).status_code == 200


def save_at_once(cookies, forms):
    """What is answered to each form, sent by many at the same time."""

    def send(form):
        url, sent = form
        browser = Client()
        browser.cookies = cookies
        try:
            return browser.post(url, sent)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as people:
        return list(people.map(send, forms))


@pytest.fixture
def editors_client(transactional_db, django_user_model, client):
    client.force_login(django_user_model.objects.create_superuser("เจ้าหน้าที่"))
    return client


def test_of_twenty_saves_of_one_record_one_is_stored(editors_client):
    """The others get their form back with what they typed, and the record says what the one said."""
    category = Category.objects.create(name="กีฬา")
    url = admin_page(category)
    opened = editors_client.get(url)
    answers = save_at_once(
        editors_client.cookies, [(url, as_shown(opened, name=f"กีฬา {number}")) for number in range(SAVES)]
    )
    stored = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    category.refresh_from_db()
    assert [category.name] == [f"กีฬา {number}" for number in stored]
    assert category.history.count() == 2
    for number, answer in enumerate(answers):
        assert number in stored or f'value="กีฬา {number}"' in answer.text


def test_of_twenty_saves_of_different_records_all_are_stored(editors_client):
    """Nobody waits for another's record in vain."""
    categories = [Category.objects.create(name=f"ประเภท {number}") for number in range(SAVES)]
    opened = [(admin_page(category), category) for category in categories]
    forms = [(url, as_shown(editors_client.get(url), name=f"ใหม่ {category.pk}")) for url, category in opened]
    assert {answer.status_code for answer in save_at_once(editors_client.cookies, forms)} == {302}
    assert {category.name for category in Category.objects.all()} == {f"ใหม่ {c.pk}" for c in categories}
