"""The filters of a staff list that are those of the public list: one address, the same rows."""

from datetime import date

import pytest
from django.urls import reverse

from portal.models import Subdistrict
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_office,
    make_organization,
    make_project,
    make_school,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    """Of each list two records, of which a filter finds one."""
    day, sides = date(2014, 1, 1), (make_organization(), make_organization())
    proven = make_project(title="มี")
    proven.documents.create(kind="other", title="หนังสือ")
    make_contribution(project=make_project(title="ไม่มี", starts_on=day, ends_on=day))
    make_agreement(*sides, title="จบแล้ว", end="dated", ends_on=date(2015, 1, 1))
    make_agreement(*sides, title="ใช้อยู่")
    group = make_group(kind=make_kind(name="เครือข่ายโรงเรียน", schools_belong=True), name="หนึ่ง", code="N-1")
    near = Subdistrict.objects.filter(district="9303").first()
    make_office().districts.add(near.district)
    make_member(group=group, organization=make_school(name="ในเครือข่าย", subdistrict=near))
    make_school(name="นอกเครือข่าย")


@pytest.mark.parametrize(
    ("screen", "public", "query"),
    [
        ("projects_project", "project-list", {"evidence": "yes"}),
        ("projects_project", "project-list", {"evidence": "no"}),
        ("projects_project", "project-list", {"amount": "unknown"}),
        ("projects_project", "project-list", {"amount": "known"}),
        ("projects_project", "project-list", {"dated": "no"}),
        ("partners_agreement", "agreement-list", {"state": "ended"}),
        ("partners_agreement", "agreement-list", {"state": "in_force"}),
        ("networks_school", "school-list", {"network": "N-1"}),
        ("networks_school", "school-list", {"network": "none"}),
        ("networks_school", "school-list", {"district": "9303"}),
    ],
)
def test_one_address_finds_the_same_records_in_both_lists(staff_client, records, screen, public, query):
    """What staff filter by, an outsider filters by under the same name and value."""
    listed = staff_client.get(reverse(f"admin:{screen}_changelist"), query).context["cl"].result_list
    shown = staff_client.get(reverse(public), query).context["page"].object_list
    assert len(listed) == 1
    assert {record.pk for record in listed} == {record.pk for record in shown}


@pytest.mark.parametrize("query", [{"state": "x"}, {"network": "x"}])
def test_a_choice_that_there_is_not_leads_back_to_the_list(staff_client, query):
    """As Django's own filters do."""
    screen = "partners_agreement" if "state" in query else "networks_school"
    response = staff_client.get(reverse(f"admin:{screen}_changelist"), query)
    assert (response.status_code, response.url) == (302, f"{reverse(f'admin:{screen}_changelist')}?e=1")
