"""Printing as a reader wants it: the form on the report's page, and what its answers do to the files."""

import re

import pytest
from django.urls import reverse

from reports.models import PrintJob
from tests.factories import YEAR, make_contribution, make_group, make_organization, make_project, make_school
from tests.reading import page_at

pytestmark = pytest.mark.django_db
REPORT = f"/reports/{YEAR}/"


def html_of(client, **asked):
    """The HTML that the PDF asked for is made of."""
    client.get(reverse("report-pdf", args=[YEAR]), asked)
    return PrintJob.objects.latest("pk").html


def test_the_form_offers_what_the_year_has(client):
    """Its partners, schools and networks, and no partner of another year."""
    partner, other = make_organization(), make_organization()
    make_project(partner=partner)
    make_project(partner=other, fiscal_year=YEAR + 1)
    school, network = make_school(), make_group()
    text = page_at(client, REPORT)
    for body in (partner, school, network):
        assert f'<option value="{body.code}">' in text
    assert f'<option value="{other.code}">' not in text


def test_each_button_leads_to_its_file(client):
    """Without any script: the buttons carry the addresses."""
    make_project()
    text = page_at(client, REPORT)
    assert f'action="{reverse("report-pdf", args=[YEAR])}"' in text
    for name in ("report-docx", "report-xlsx"):
        assert f'formaction="{reverse(name, args=[YEAR])}"' in text


def test_each_answer_reaches_the_print(client):
    """Digits, layout, annexes and one partner alone."""
    partner = make_organization()
    make_contribution(project=make_project(title="โครงการของเรา", partner=partner))
    make_project(title="โครงการของเขา")
    plain = html_of(client, digits="thai", layout="book", annexes="", partner="", school="", network="")
    assert '<html lang="th" class="thai-digits">' in plain
    assert "โครงการของเขา" in plain
    assert 'id="accounts"' in plain
    asked = html_of(client, digits="arabic", layout="form", annexes="no", partner=partner.code, school="")
    assert '<html lang="th" class="arabic-digits form">' in asked
    assert "โครงการของเรา" in asked
    assert "โครงการของเขา" not in asked
    assert 'id="accounts"' not in asked


def test_an_unknown_code_is_told(client):
    """Which register has no such code."""
    make_project()
    answer = client.get(reverse("report-pdf", args=[YEAR]), {"school": "ไม่มี"})
    assert answer.status_code == 404


def test_an_unknown_layout_is_the_book(client):
    """A word that no layout bears is ignored, as with digits."""
    make_project()
    assert re.search('class="thai-digits"', html_of(client, layout="x", digits="x"))


def test_the_office_chooses_whether_people_are_named(client, as_who):
    """Who reads inside is offered both; outsiders are offered the public one alone."""
    make_project()
    field = '<select name="internal"'
    assert field not in page_at(client, REPORT)
    staff_client = as_who("staff")
    assert field in page_at(staff_client, REPORT)
    html_of(staff_client, internal="yes")
    html_of(staff_client, internal="", digits="arabic")
    assert list(PrintJob.objects.order_by("pk").values_list("is_public", flat=True)) == [False, True]
