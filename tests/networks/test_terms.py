"""A committee and its terms."""

from datetime import date

import pytest
from django.urls import reverse

from networks.models import Membership, Position
from networks.terms import NewTermForm, start_term
from tests.admin_forms import as_shown
from tests.factories import make_group, make_kind, make_member, make_school

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def committee():
    """A chair, a school and a role until 30 September 2557, and one who left in the year before."""
    group = make_group()
    term = {"group": group, "from_on": date(2012, 10, 1), "to_on": date(2014, 9, 30)}
    make_member(role="ผอ.สพป.", position=Position.CHAIR, order=1, **term)
    make_member(organization=make_school(), order=2, **term)
    make_member(role="กำนัน", order=3, phone="074-000000", **term)
    make_member(**term | {"role": "ผู้ใหญ่บ้าน", "order": 4, "to_on": date(2013, 5, 1)})
    return group


def test_the_whole_committee_is_carried_into_the_new_term(committee):
    """Each seat goes on, in the same part and order, for the new days."""
    start_term(committee, date(2014, 10, 1), date(2016, 9, 30))
    new = committee.memberships.filter(from_on=date(2014, 10, 1))
    assert [m.role or "โรงเรียน" for m in new.order_by("order")] == ["ผอ.สพป.", "โรงเรียน", "กำนัน"]
    assert {m.to_on for m in new} == {date(2016, 9, 30)}
    assert new.get(position=Position.CHAIR).role == "ผอ.สพป."
    assert new.get(role="กำนัน").phone == "074-000000"


def test_past_members_are_kept(committee):
    """Nobody of the earlier term is lost or changed."""
    before = list(committee.memberships.order_by("pk").values())
    start_term(committee, date(2014, 10, 1), None)
    assert list(committee.memberships.order_by("pk").values())[:4] == before


def test_who_left_earlier_is_not_carried(committee):
    """A seat given up before the term's end stays behind."""
    start_term(committee, date(2014, 10, 1), None)
    assert committee.memberships.filter(role="ผู้ใหญ่บ้าน").count() == 1


def test_a_seat_without_an_end_ends_on_the_day_before():
    """Members whose term had no end sit until the new one begins."""
    group = make_group()
    make_member(group=group, role="ประธาน", from_on=date(2012, 10, 1))
    start_term(group, date(2014, 10, 1), None)
    terms = group.memberships.order_by("from_on").values_list("from_on", "to_on")
    assert list(terms) == [(date(2012, 10, 1), date(2014, 9, 30)), (date(2014, 10, 1), None)]


@pytest.mark.parametrize(
    ("typed", "box", "sentence"),
    [
        ({"first_day": "1/10/2555"}, "first_day", "วาระใหม่ต้องเริ่มหลังวันนั้น"),
        ({"first_day": "1/10/2557", "last_day": "30/9/2557"}, "last_day", "มาก่อนวันเริ่มวาระ"),
        ({"first_day": "31/2/2557"}, "first_day", "ไม่มีวันที่ 31"),
        ({"first_day": ""}, "first_day", ""),
    ],
)
def test_wrong_days_are_refused_beside_their_box(committee, typed, box, sentence):
    """A term that begins before the last one, ends before it begins, or on no day, is refused in Thai."""
    form = NewTermForm(committee, typed)
    assert not form.is_valid()
    assert sentence in form.errors[box][0]


def test_a_group_without_members_has_none_to_carry():
    """It says so instead of starting an empty term."""
    form = NewTermForm(make_group(), {"first_day": "1/10/2557"})
    assert form.non_field_errors() == ["ยังไม่มีสมาชิกที่จะยกเข้าสู่วาระใหม่ ให้เพิ่มสมาชิกก่อน"]


def test_the_screen_carries_the_committee_and_says_how_many(committee, staff_client):
    """From the group's own screen: asked, done, told."""
    url = reverse("admin:networks_group_new_term", args=[committee.pk])
    asked = staff_client.get(url).content.decode()
    assert "สมาชิกที่จะเข้าสู่วาระใหม่ (3)" in asked
    done = staff_client.post(url, {"first_day": "1 ต.ค. 2557", "last_day": ""}, follow=True)
    assert "ยกสมาชิก 3 รายการเข้าสู่วาระใหม่แล้ว" in done.content.decode()
    assert committee.memberships.count() == 7


def test_only_present_members_can_be_changed_past_ones_are_shown(committee, staff_client):
    """The rows of the screen are of this term; earlier terms stand below, to be read."""
    start_term(committee, date(2014, 10, 1), None)
    response = staff_client.get(reverse("admin:networks_group_change", args=[committee.pk]))
    now, past = response.context["inline_admin_formsets"][:2]
    assert len(now.formset.initial_forms) == 3
    assert len(past.formset.initial_forms) == 4
    assert not past.has_change_permission


def test_a_committee_of_five_is_entered_on_one_screen(staff_client):
    """Five seats in the order typed, without a number typed for any."""
    kind = make_kind()
    url = f"{reverse('admin:networks_group_add')}?kind={kind.pk}"
    seats = ["ประธาน อบต.", "ผอ.โรงเรียน", "กำนัน", "ผู้ใหญ่บ้าน", "ครู"]
    sent = as_shown(
        staff_client.get(url), {"memberships": [{"role": seat} for seat in seats]}, name="คณะทำงาน"
    )
    assert staff_client.post(url, sent).status_code == 302
    assert list(Membership.objects.order_by("order").values_list("role", flat=True)) == seats
