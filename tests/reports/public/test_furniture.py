"""What a government site must have besides its content."""

from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.thai.dates import format_date
from tests.factories import (
    make_agreement,
    make_group,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_school,
)
from tests.reading import page_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["about", "contact", "privacy", "policy", "site-map"])
def test_every_page_is_there_and_bears_the_office(client, name):
    """And is there before an office is set up, too."""
    assert "สพป." not in page_at(client, reverse(name))
    make_office()
    assert "สพป.ตัวอย่าง" in page_at(client, reverse(name))


def test_the_contact_page_tells_how_to_reach_the_office(client):
    """Its own address, phone and e-mail."""
    make_office(address="1 ถนนตัวอย่าง", phone="074 000 000", email="office@example.com")
    page = page_at(client, reverse("contact"))
    for said in ("1 ถนนตัวอย่าง", "074 000 000", "mailto:office@example.com"):
        assert said in page


def test_an_office_without_an_address_says_so(client):
    """An empty box is never shown; outsiders are offered no link to the admin."""
    make_office()
    page = page_at(client, reverse("contact"))
    assert page.count("ยังไม่ได้บันทึก") == 3
    assert "แก้ไขข้อมูลของสำนักงาน" not in page


def test_staff_are_shown_where_to_add_it(staff_client):
    """Whoever may change the office finds its screen from here."""
    make_office()
    assert "แก้ไขข้อมูลของสำนักงาน" in page_at(staff_client, reverse("contact"))


def test_every_page_says_when_records_last_changed(client):
    """As a day of the Buddhist era, in the time of Thailand."""
    make_office()
    make_project()
    assert f"ปรับปรุงข้อมูลล่าสุด {format_date(timezone.localdate())}" in page_at(client, reverse("about"))


def test_an_empty_portal_says_no_such_day(client):
    """Nothing has changed yet."""
    make_office()
    assert "ปรับปรุงข้อมูลล่าสุด" not in page_at(client, reverse("about"))


def test_security_txt_is_valid_for_some_months(client):
    """RFC 9116 asks for a contact and a day on which it expires, less than a year ahead."""
    make_office(email="office@example.com")
    lines = dict(line.split(": ", 1) for line in page_at(client, reverse("security-txt")).splitlines()[1:])
    days = (datetime.fromisoformat(lines["Expires"]) - timezone.now()).days
    assert 100 < days < 365
    assert lines["Contact"].startswith("http://testserver/")
    assert "Contact: mailto:office@example.com" in page_at(client, reverse("security-txt"))


def test_robots_are_kept_out_of_the_admin_and_shown_the_map(client):
    """Search engines read the public pages only."""
    robots = page_at(client, reverse("robots"))
    assert "Disallow: /admin/" in robots
    assert "Sitemap: http://testserver/sitemap.xml" in robots


def test_the_map_for_search_engines_names_what_is_public(client):
    """Confirmed records, organizations, groups and the reports of the years."""
    shown = [make_project(), make_agreement(), make_organization(), make_school(), make_group()]
    found = page_at(client, reverse("sitemap"))
    assert all(f"http://testserver{record.get_absolute_url()}<" in found for record in shown)
    assert "/reports/2557/" in found


def test_the_map_for_search_engines_names_nothing_else(client):
    """No draft, and no private person."""
    hidden = [
        make_project(status="draft"),
        make_agreement(status="cancelled"),
        make_person("นายใจดี มีทรัพย์", "ผู้มีจิตศรัทธา"),
    ]
    found = page_at(client, reverse("sitemap"))
    assert not any(record.get_absolute_url() in found for record in hidden)


def test_a_shared_page_brings_its_picture(client):
    """Where somebody sends a link, a picture of the portal stands beside it."""
    assert 'property="og:image" content="http://testserver/static/share.png"' in page_at(
        client, reverse("about")
    )


def test_an_unknown_address_helps_on(client):
    """The page says what may be wrong and where to go on."""
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "แผนผังเว็บไซต์" in response.text
    assert "/feedback/?page=/no/such/page/" in response.text
