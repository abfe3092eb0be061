"""The lists of projects and of what was given: columns, filters, the sum under them, and their export."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from factories import (
    make_agreement,
    make_contribution,
    make_organization,
    make_person,
    make_project,
    make_things,
)

from partners.models import Document, FormerName, Organization
from portal.records import Publication
from projects.filters import PartnerKindFilter
from projects.models import Category, Contribution, Project
from tests.spreadsheets import rows_of

pytestmark = pytest.mark.django_db

PROJECTS = reverse("admin:projects_project_changelist")
GIFTS = reverse("admin:projects_contribution_changelist")


@pytest.fixture
def listed(staff_client):
    """The list of projects, or of gifts, for what it is asked."""

    def ask(address=PROJECTS, **query):
        response = staff_client.get(address, query)
        assert response.status_code == 200
        return response.context["cl"]

    return ask


@pytest.fixture
def exported(staff_client):
    """The rows of an export as dictionaries."""

    def ask(address=PROJECTS, client=staff_client, **query):
        return rows_of(client, f"{address}export/xlsx/", **query)

    return ask


@pytest.fixture
def clerk(django_user_model):
    """A user who sees projects and contributions, but not the names of people."""
    user = django_user_model.objects.create_user("เสมียน", is_staff=True)
    codenames = ["view_project", "view_contribution"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client


def column(page, name):
    """The words of a column, row by row."""
    cells = re.findall(rf'<t[dh] class="field-{name}[^"]*">(.*?)</t[dh]>', page, re.DOTALL)
    return [re.sub("<[^>]+>", "", cell) for cell in cells]


def document(title="หนังสือ"):
    return Document.objects.create(kind="other", title=title)


def titles(changelist):
    return {project.title for project in changelist.result_list}


def test_the_partner_bears_the_name_of_the_year(staff_client):
    """An อบต. that became a เทศบาล is told of 2557 as it was."""
    partner = make_organization(kind="subdistrict_municipality", name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2015, 6, 1))
    make_project(partner=partner)
    make_project(partner=partner, fiscal_year=2560)
    page = staff_client.get(PROJECTS, {"fiscal_year": "all"}).content.decode()
    assert column(page, "partner_name") == ["ทต.ใหม่", "อบต.เก่า"]


def test_the_name_of_a_person_is_for_those_who_may_read_it(clerk):
    """A clerk reads the role in the list; with the permission, the name."""
    make_project(partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = clerk.get(PROJECTS).content.decode()
    assert column(page, "partner_name") == ["ผู้มีจิตศรัทธา"]
    assert "สมชาย" not in page


def test_staff_who_may_read_people_read_the_name(staff_client):
    """The name of a private person stands in the list of those who are allowed."""
    make_project(partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert column(staff_client.get(PROJECTS).content.decode(), "partner_name") == ["สมชาย ใจดี"]


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([], "ไม่ระบุ"),
        ([None], "ไม่ระบุ"),
        ([1000, 500], "1,500"),
        ([1000, None], "1,000 อีก 1 รายการไม่ระบุ"),
    ],
)
def test_the_cash_of_a_project(staff_client, amounts, words):
    """What is known is added up; what is unknown is said and never zero."""
    project = make_project()
    for amount in amounts:
        make_contribution(project=project, amount=amount)
    assert column(staff_client.get(PROJECTS).content.decode(), "cash") == [words]


def test_the_status_is_a_word(staff_client):
    """Draft, confirmed and cancelled are told in words, not by a colour alone."""
    for status in Publication:
        make_project(status=status)
    words = column(staff_client.get(PROJECTS).content.decode(), "status_words")
    assert words == ["ร่าง", "ยืนยันแล้ว", "ยกเลิก"]


@pytest.mark.parametrize("way", ["own", "gift", "agreement"])
def test_evidence_by_any_way_is_seen_and_filtered(listed, way):
    """A document of its own, of a gift received or of its agreement proves a project; others have none."""
    project = make_project(title="มีหลักฐาน")
    make_contribution(project=make_project(title="ไม่มี"))
    if way == "own":
        project.documents.add(document(), document())
    elif way == "gift":
        make_contribution(project=project, document=document())
    else:
        project.agreement = make_agreement()
        project.agreement.documents.add(document())
        project.save()
    assert titles(listed(evidence="yes")) == {"มีหลักฐาน"}
    assert titles(listed(evidence="no")) == {"ไม่มี"}
    assert len(listed().result_list) == 2


def test_the_document_of_a_planned_gift_proves_nothing(listed):
    """Only what was received counts, as in the report."""
    make_contribution(receipt="planned", document=document())
    assert not titles(listed(evidence="yes"))


def test_projects_of_unknown_amount(listed):
    """Those of which the report says so too: no amount is given, or one of those received is missing."""
    make_contribution(project=make_project(title="ไม่ทราบ"), amount=None)
    make_contribution(project=make_project(title="ทราบ"))
    make_contribution(project=make_project(title="ตั้งไว้"), amount=None, receipt="planned")
    make_things(project=make_project(title="รถ"), quantity=None)
    assert titles(listed(unknown_amount="yes")) == {"ไม่ทราบ", "ตั้งไว้", "รถ"}
    assert titles(listed(unknown_amount="no")) == {"ทราบ"}


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"status__exact": "draft"}, "ร่าง"), ({"kind": "temple"}, "วัด"), ({"category__id__exact": "1"}, "กีฬา")],
)
def test_projects_by_status_kind_and_category(listed, query, shown):
    """Each of these filters shows its own and hides the others."""
    make_project(title="ร่าง", status="draft")
    make_project(title="วัด", partner=make_organization(kind="temple"))
    make_project(title="กีฬา", category=Category.objects.create(pk=1, name="กีฬา"))
    assert titles(listed(**query)) == {shown}


def test_an_unknown_kind_is_not_offered(listed):
    """Only the kinds that the list has can be chosen."""
    make_project(partner=make_organization(kind="temple"))
    kinds = next(spec for spec in listed().filter_specs if isinstance(spec, PartnerKindFilter))
    assert [value for value, _ in kinds.lookup_choices] == ["temple"]


@pytest.mark.parametrize(
    "term", ["อบต. ควนขนุน", "ควนขนุน", "๒๕๕๗-ก", "P๒๕๕๗-๐๐๑", "p2557-001", "ค่าย วิชาการ", "คายวิชาการ"]
)
def test_a_project_is_found_by_title_partner_or_code(listed, term):
    """Whatever the spaces, the tone marks and the script of its digits."""
    partner = make_organization(name="ควนขนุน")
    make_project(title="ค่ายวิชาการ 2557-ก", partner=partner)
    make_project(title="กีฬา")
    assert titles(listed(q=term)) == {"ค่ายวิชาการ 2557-ก"}


def test_projects_sorted_by_partner_stand_in_dictionary_order(listed):
    """A column of names sorts as a Thai dictionary does: เกาะ under ก."""
    for name in ("ควน", "เกาะ", "โพธิ์"):
        make_project(title=name, partner=make_organization(name=name))
    assert [project.title for project in listed(o="2").result_list] == ["เกาะ", "ควน", "โพธิ์"]


def test_the_sum_is_that_of_totals_over_every_page(listed):
    """What stands under the list is totals() of all that is filtered, not of the page shown."""
    for _ in range(60):
        make_contribution()
    make_contribution(amount=None)
    make_things()
    make_contribution(project=make_project(fiscal_year=2556))
    changelist = listed(fiscal_year=2557)
    assert len(changelist.result_list) == 50
    assert changelist.totals == Contribution.objects.in_year(2557).totals()
    assert changelist.totals.cash == 60_000


def test_the_sum_follows_every_filter_and_the_search(listed):
    """What the list hides is not in the sum."""
    make_contribution(project=make_project(title="ค่าย"), amount=5)
    make_contribution(amount=7)
    assert listed(q="ค่าย").totals.cash == 5
    assert listed(q="ไม่มีชื่อนี้").totals.cash == 0


def test_drafts_stand_apart_in_the_sum(listed, staff_client):
    """The row of what is confirmed is the sum of the public page; drafts have their own."""
    make_contribution(amount=10)
    make_contribution(amount=1, project=make_project(status="draft"))
    assert [(words, totals.cash) for words, totals in listed().totals_by_status] == [
        ("ยืนยันแล้ว", 10),
        ("ร่าง", 1),
    ]
    assert listed().totals.cash == 11
    assert listed(status__exact="confirmed").totals == Contribution.objects.confirmed().totals()
    assert "รวมทั้งหมด" in staff_client.get(PROJECTS).content.decode()


def test_one_status_has_no_second_sum(staff_client):
    """Where all is confirmed there is one row."""
    make_contribution(amount=1_234_567)
    page = staff_client.get(PROJECTS).content.decode()
    assert '<td class="num">1,234,567</td>' in page
    assert "รวมทั้งหมด" not in page


def test_a_list_of_nothing_received_has_no_sum(staff_client):
    """A plan is no money."""
    make_contribution(receipt="planned")
    assert 'id="totals"' not in staff_client.get(PROJECTS).content.decode()


def test_gifts_are_listed_by_giver_with_their_sum(listed):
    """What one giver gave is a search away."""
    giver = make_organization(name="ควนขนุน")
    make_contribution(giver=giver, amount=3)
    make_contribution(giver=giver, amount=4)
    make_contribution(amount=100)
    changelist = listed(GIFTS, q="อบต.ควนขนุน")
    assert [gift.amount for gift in changelist.result_list] == [3, 4]
    assert changelist.totals.cash == 7


def test_gifts_are_found_by_their_project(listed):
    """The code and the title of a project find what was given to it, and signs alone find nothing."""
    gift = make_contribution(project=make_project(title="ค่ายวิชาการ"))
    make_contribution()
    assert list(listed(GIFTS, q="ค่ายวิชาการ").result_list) == [gift]
    assert list(listed(GIFTS, q=gift.project.code).result_list) == [gift]
    assert list(listed(GIFTS, q="!!").result_list) == []


def test_gifts_are_neither_added_nor_changed_in_their_list(staff_client):
    """A gift is entered on the screen of its project, to which the list leads."""
    gift = make_contribution()
    page = staff_client.get(GIFTS).content.decode()
    assert reverse("admin:projects_project_change", args=[gift.project_id]) in page
    assert reverse("admin:projects_contribution_change", args=[gift.pk]) not in page
    assert staff_client.get(reverse("admin:projects_contribution_add")).status_code == 403


def test_a_project_with_gifts_can_still_be_deleted(staff_client):
    """The list of gifts does not stand in the way of deleting their project."""
    project = make_contribution().project
    url = reverse("admin:projects_project_delete", args=[project.pk])
    assert staff_client.post(url, {"post": "yes"}).status_code == 302
    assert not Project.objects.exists()


@pytest.mark.parametrize("query", [{}, {"o": "-1"}, {"fiscal_year": "all", "o": "2"}, {"q": "ค่าย"}])
def test_the_export_has_the_rows_of_the_list_in_its_order(listed, exported, query):
    """Every page, filtered and sorted as the list is."""
    for name in ("ข", "ก", "ค่าย"):
        make_project(title=name, partner=make_organization(name=f"{name}ภาคี"))
        make_project(title=f"{name} เก่า", fiscal_year=2556)
    rows = [row["รหัส"] for row in exported(**query)]
    assert rows == [project.code for project in listed(**query).result_list]
    assert rows


def test_the_export_has_more_than_one_page(exported):
    """All filtered rows, not the page shown."""
    for _ in range(51):
        make_project()
    assert len(exported()) == 51


def test_each_gift_has_a_row_with_its_project(exported):
    """Two gifts are two rows; a project that nobody gave to has one."""
    project = make_project(title="สองราย")
    make_contribution(project=project, amount=Decimal("1.50"))
    make_things(project=project)
    make_project(title="ไม่มีราย")
    rows = exported()
    assert [(r["ชื่อโครงการ"], r["จำนวนเงิน (บาท)"], r["จำนวน"], r["หน่วยนับ"]) for r in rows] == [
        ("สองราย", 1.5, None, None),
        ("สองราย", None, 2, "คัน"),
        ("ไม่มีราย", None, None, None),
    ]
    assert rows[0]["รหัสผู้ให้"] == project.partner.code


def test_days_are_exported_in_the_buddhist_era(exported):
    """A day, or the words of a partial date, and no year of the other era."""
    make_project(starts_on=date(2014, 8, 22), ends_on=date(2014, 8, 22))
    make_project(starts_on=date(2014, 5, 1), ends_on=date(2014, 5, 31))
    assert [row["วันที่จัด"] for row in exported()] == ["22/8/2557", "5/2557"]


def test_gifts_are_exported_in_the_order_of_their_list(exported):
    """The export of gifts has their own rows, with the same columns."""
    make_contribution(giver=make_organization(name="ข"), amount=2)
    make_contribution(giver=make_organization(name="ก"), amount=1)
    rows = exported(GIFTS)
    assert [row["จำนวนเงิน (บาท)"] for row in rows] == [1, 2]
    assert rows[0].keys() == exported()[0].keys()


def test_an_export_tells_no_private_name_without_the_right(exported, clerk):
    """Who may not read people gets the role of a private giver."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    [row] = exported(client=clerk)
    assert row["ผู้ให้"] == "ผู้มีจิตศรัทธา"
    assert "สมชาย ใจดี" not in row.values()


def test_an_export_tells_the_name_with_the_right(exported):
    """Who may read people gets the name of a private giver."""
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert exported()[0]["ผู้ให้"] == "สมชาย ใจดี"


def many(number):
    """Confirmed projects of as many partners, each with two gifts and a document."""
    start = Project.objects.count()
    numbers = range(start, start + number)
    codes = [f"X-{n}" for n in numbers]
    Organization.objects.bulk_create(Organization(kind="sao", name=code, code=code) for code in codes)
    Project.objects.bulk_create(
        Project(
            title=partner.name,
            code=partner.code,
            fiscal_year=2557,
            position=1,
            status="confirmed",
            partner=partner,
        )
        for partner in Organization.objects.filter(code__in=codes)
    )
    new = Project.objects.filter(code__in=codes).select_related("partner")
    paper = document()
    Contribution.objects.bulk_create(
        Contribution(project=project, giver=project.partner, amount=1, document=paper)
        for project in new
        for _ in range(2)
    )


@pytest.mark.parametrize("address", [PROJECTS, GIFTS, f"{PROJECTS}export/xlsx/", f"{GIFTS}export/csv/"])
def test_a_thousand_rows_take_the_queries_of_ten(staff_client, address):
    """Neither the lists nor their files ask more often for more rows."""
    counts = []
    for number in (10, 1090):
        many(number)
        with CaptureQueriesContext(connection) as made:
            assert staff_client.get(address).status_code == 200
        counts.append(len(made))
    assert counts[0] == counts[1]
    assert counts[0] <= 25
