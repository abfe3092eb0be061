"""What the public list of organizations can be asked for, its sums and its files."""

from datetime import date

import pytest

from partners.models import FormerName, OrganizationKind
from portal.records import Publication
from tests.factories import make_contribution, make_organization, make_person, make_project, make_things
from tests.lists import names_in
from tests.places import own_subdistrict
from tests.spreadsheets import rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_each_has_its_cash_and_its_projects_of_the_year(client):
    """The figures of a partner are those of the year, behind links to the lists that make them."""
    partner = make_organization(name="หนอง")
    project = make_project(partner=partner)
    make_project(partner=partner)
    make_project(partner=partner, status=Publication.DRAFT)
    make_project(partner=partner, fiscal_year=2556)
    make_contribution(project=project, amount=1500)
    make_contribution(project=project, giver=make_organization(), amount=7)
    response = client.get("/partners/?year=2557")
    first = response.context["page"][0]
    page = response.text
    assert (first.project_count, first.given.cash) == (2, 1500)
    assert f'/projects/?year=2557&amp;partner={partner.code}">2</a>' in page
    assert f'/contributions/?year=2557&amp;giver={partner.code}">1,500</a>' in page


def test_the_total_is_that_of_the_filtered_organizations(client):
    """What all of them gave, and what those gave that a filter leaves."""
    make_contribution(amount=100)
    make_things(giver=make_organization(name="ทหาร", kind=OrganizationKind.MILITARY))
    everybody = client.get("/partners/")
    assert everybody.context["totals"].cash == 100
    assert "รถบัส 2 คัน ไม่นำมารวมกับเงิน" in everybody.text
    soldiers = client.get("/partners/?kind=military")
    assert names_in(soldiers) == ["ทหาร"]
    assert (soldiers.context["totals"].cash_count, soldiers.context["totals"].things[0].quantity) == (0, 2)


def test_kind_is_that_of_the_year(client):
    """An อบต. that became a เทศบาล is found among the อบต. of its time."""
    partner = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="หนอง")
    FormerName.objects.create(organization=partner, kind="sao", name="หนอง", until=date(2014, 9, 30))
    make_project(partner=partner, fiscal_year=2557)
    make_project(partner=partner, fiscal_year=2558)
    assert names_in(client.get("/partners/?year=2557&kind=sao")) == ["หนอง"]
    assert names_in(client.get("/partners/?year=2558&kind=sao")) == []


def test_part_and_district_and_words(client):
    """By the part in the year, by district, by any name that was ever borne."""
    partner = make_project(partner=make_organization(name="ภาคี")).partner
    near = make_organization(name="ใกล้", subdistrict=own_subdistrict())
    FormerName.objects.create(organization=near, kind="sao", name="ชื่อเดิมนาน", until=date(2000, 1, 1))
    assert names_in(client.get("/partners/?part=1")) == [partner.name]
    assert names_in(client.get("/partners/?part=3")) == ["ใกล้"]
    assert names_in(client.get("/partners/?district=9303")) == ["ใกล้"]
    assert names_in(client.get("/partners/?q=ชื่อเดิมนาน")) == ["ใกล้"]


def test_a_private_person_is_found_by_role_only(client, client_of, editor):
    """An outsider finds a private person by the role and not by the name; staff by both."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert names_in(client.get("/partners/?q=สมชาย")) == []
    assert len(names_in(client.get("/partners/?q=จิตศรัทธา"))) == 1
    assert len(names_in(client_of(editor).get("/partners/?q=สมชาย"))) == 1


def test_download_has_the_filtered_organizations(client):
    """The file has the rows of the filtered list and no others."""
    partner = make_project().partner
    make_organization()
    rows = rows_of(client, "/partners/?part=1&download=xlsx")
    assert [row["รหัส"] for row in rows] == [partner.code]


def test_download_tells_of_a_person_the_role_alone(client, client_of, editor):
    """Neither name nor address nor subdistrict leaves the office; staff who may read people get them."""
    person = make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา", address="12 หมู่ 3", subdistrict=own_subdistrict())
    make_contribution(giver=person)
    file = client.get("/partners/?part=2&download=csv").text
    assert "ผู้มีจิตศรัทธา" in file
    for hidden in ("สมชาย", "12 หมู่ 3", "ควนขนุน"):
        assert hidden not in file
        assert hidden not in client.get("/partners/").text
    file = client_of(editor).get("/partners/?part=2&download=csv").text
    assert "นายสมชาย ใจดี" in file
    assert "12 หมู่ 3" in file
