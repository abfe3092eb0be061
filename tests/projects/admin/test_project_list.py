"""The list of projects: its columns, filters, search and order."""

from datetime import date

import pytest

from partners.admin.organizations import KindFilter
from partners.models import FormerName
from portal.records import Publication
from projects.models import Category
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_organization,
    make_person,
    make_project,
    make_things,
)
from tests.lists import column
from tests.projects.admin.lists import PROJECTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titled(changelist):
    return {project.title for project in changelist.result_list}


def test_the_partner_bears_the_name_of_the_year(staff_client):
    """An อบต. that became a เทศบาล is told of 2557 as it was."""
    partner = make_organization(kind="subdistrict_municipality", name="ใหม่")
    FormerName.objects.create(organization=partner, kind="sao", name="เก่า", until=date(2015, 6, 1))
    make_project(partner=partner)
    make_project(partner=partner, fiscal_year=2560)
    names = column(staff_client, PROJECTS, "partner_name", fiscal_year="all")
    assert names == ["ทต.ใหม่", "อบต.เก่า"]


def test_the_name_of_a_person_is_for_those_who_may_read_it(client_of, administrator):
    """An administrator reads the role in the list."""
    make_project(partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    client = client_of(administrator)
    assert column(client, PROJECTS, "partner_name") == ["ผู้มีจิตศรัทธา"]
    assert "สมชาย" not in client.get(PROJECTS).text


def test_staff_who_may_read_people_read_the_name(staff_client):
    """The name of a private person stands in the list of those who are allowed."""
    make_project(partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert column(staff_client, PROJECTS, "partner_name") == ["สมชาย ใจดี"]


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
    assert column(staff_client, PROJECTS, "cash") == [words]


def test_the_status_is_a_word(staff_client):
    """Draft, confirmed and cancelled are told in words, not by a colour alone."""
    for status in Publication:
        make_project(status=status)
    words = column(staff_client, PROJECTS, "status_words")
    assert words == ["ร่าง", "ยืนยันแล้ว", "ยกเลิก"]


@pytest.mark.parametrize("way", ["own", "gift", "agreement"])
def test_evidence_by_any_way_is_seen_and_filtered(listed, way):
    """A document of its own, of a gift received or of its agreement proves a project; others have none."""
    project = make_project(title="มีหลักฐาน")
    make_contribution(project=make_project(title="ไม่มี"))
    if way == "own":
        project.documents.add(make_document(), make_document())
    elif way == "gift":
        make_contribution(project=project, document=make_document())
    else:
        project.agreement = make_agreement()
        project.agreement.documents.add(make_document())
        project.save()
    assert titled(listed(evidence="yes")) == {"มีหลักฐาน"}
    assert titled(listed(evidence="no")) == {"ไม่มี"}
    assert len(listed().result_list) == 2


def test_the_document_of_a_planned_gift_proves_nothing(listed):
    """Only what was received counts, as in the report."""
    make_contribution(receipt="planned", document=make_document())
    assert not titled(listed(evidence="yes"))


def test_projects_of_unknown_amount(listed):
    """Those of which the report says so too: no amount is given, or one of those received is missing."""
    make_contribution(project=make_project(title="ไม่ทราบ"), amount=None)
    make_contribution(project=make_project(title="ทราบ"))
    make_contribution(project=make_project(title="ตั้งไว้"), amount=None, receipt="planned")
    make_things(project=make_project(title="รถ"), quantity=None)
    assert titled(listed(amount="unknown")) == {"ไม่ทราบ", "ตั้งไว้", "รถ"}
    assert titled(listed(amount="known")) == {"ทราบ"}


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"status__exact": "draft"}, "ร่าง"), ({"kind": "temple"}, "วัด"), ({"category__id__exact": "1"}, "กีฬา")],
)
def test_projects_by_status_kind_and_category(listed, query, shown):
    """Each of these filters shows its own and hides the others."""
    make_project(title="ร่าง", status="draft")
    make_project(title="วัด", partner=make_organization(kind="temple"))
    make_project(title="กีฬา", category=Category.objects.create(pk=1, name="กีฬา"))
    assert titled(listed(**query)) == {shown}


def test_an_unknown_kind_is_not_offered(listed):
    """Only the kinds that the list has can be chosen."""
    make_project(partner=make_organization(kind="temple"))
    kinds = next(spec for spec in listed().filter_specs if isinstance(spec, KindFilter))
    assert [value for value, _ in kinds.lookup_choices] == ["temple"]


@pytest.mark.parametrize(
    "term", ["อบต. ควนขนุน", "ควนขนุน", "๒๕๕๗-ก", "P๒๕๕๗-๐๐๑", "p2557-001", "ค่าย วิชาการ", "คายวิชาการ"]
)
def test_a_project_is_found_by_title_partner_or_code(listed, term):
    """Whatever the spaces, the tone marks and the script of its digits."""
    partner = make_organization(name="ควนขนุน")
    make_project(title="ค่ายวิชาการ 2557-ก", partner=partner)
    make_project(title="กีฬา")
    assert titled(listed(q=term)) == {"ค่ายวิชาการ 2557-ก"}


def test_projects_sorted_by_partner_stand_in_dictionary_order(listed):
    """A column of names sorts as a Thai dictionary does: เกาะ under ก."""
    for name in ("ควน", "เกาะ", "โพธิ์"):
        make_project(title=name, partner=make_organization(name=name))
    assert [project.title for project in listed(o="2").result_list] == ["เกาะ", "ควน", "โพธิ์"]
