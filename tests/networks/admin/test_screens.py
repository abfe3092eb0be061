"""The screens of schools and groups."""

import pytest
from django.urls import reverse
from django.utils import timezone

from networks.models import Group, GroupKind, School
from partners.models import Organization, OrganizationKind
from portal.thai.dates import fiscal_year
from tests.admin_forms import inline_rows, seen
from tests.factories import make_kind

pytestmark = pytest.mark.django_db


def school_form(**changed):
    form = {
        "kind": "school",
        "name": "วัดสุนทราวาส",
        "affiliation": "obec",
        "smis_code": "93010001",
        "code": "",
    }
    empty = inline_rows("years") | inline_rows("former_names") | inline_rows("contacts")
    return form | empty | changed


@pytest.fixture
def board():
    """A board with two members, a year and a meeting."""
    kind = GroupKind.objects.create(name="คณะทดสอบ", unit="คณะ", scope="internal", formality="formal")
    board = Group.objects.create(kind=kind, name="คณะหนึ่ง")
    for name in ("หนึ่ง", "สอง"):
        board.memberships.create(
            organization=Organization.objects.create(kind=OrganizationKind.SCHOOL, name=name)
        )
    board.years.create(fiscal_year=2557)
    board.meetings.create(held_on="2014-08-22")
    return board


def test_a_school_is_saved_with_its_years(staff_client):
    """A school and what it counts in a year come from one form."""
    years = inline_rows("years", {"academic_year": 2557, "pupils": 120, "teachers": 9})
    assert staff_client.post(reverse("admin:networks_school_add"), school_form() | years).status_code == 302
    assert School.objects.get().years.get().pupils == 120


def test_a_year_told_twice_is_refused_by_its_label(staff_client):
    """The message says ปีการศึกษา, not the name of the column."""
    years = inline_rows(
        "years", {"academic_year": 2557, "pupils": 120}, {"academic_year": 2557, "pupils": 130}
    )
    response = staff_client.post(reverse("admin:networks_school_add"), school_form() | years)
    (formset,) = [f.formset for f in response.context["inline_admin_formsets"] if f.formset.prefix == "years"]
    assert formset.non_form_errors() == ["โปรดแก้ไขข้อมูลที่ซ้ำกันในช่องปีการศึกษา"]


def test_a_school_cannot_be_of_another_kind(staff_client):
    """The form of schools offers the school kinds only, so that nothing vanishes from the list."""
    response = staff_client.post(reverse("admin:networks_school_add"), school_form(kind="sao"))
    assert "kind" in response.context["adminform"].form.errors
    assert not Organization.objects.exists()


def test_a_school_code_has_eight_digits(staff_client):
    """A code of another length is refused beside its field."""
    response = staff_client.post(reverse("admin:networks_school_add"), school_form(smis_code="9301"))
    assert response.context["adminform"].form.errors["smis_code"] == ["รหัสต้องเป็นตัวเลข 8 หลัก"]


def test_the_list_of_schools_leaves_other_kinds_out(staff_client, board):
    """Only organizations of a school kind are schools."""
    Organization.objects.create(kind=OrganizationKind.SAO, name="ควนขนุน")
    page = staff_client.get(reverse("admin:networks_school_changelist")).content.decode()
    assert "ร.ร.หนึ่ง" in page
    assert "อบต.ควนขนุน" not in page


@pytest.mark.parametrize("screen", ["group", "groupkind", "groupyear"])
def test_the_change_page_of_what_is_stored_opens(staff_client, board, screen):
    """A stored group, its kind and its year open with all their rows."""
    pk = {"group": board.pk, "groupkind": board.kind_id, "groupyear": board.years.get().pk}[screen]
    assert staff_client.get(reverse(f"admin:networks_{screen}_change", args=[pk])).status_code == 200


def test_a_group_year_is_found_by_its_group(staff_client, board):
    """The years are searched by the name of their group."""
    url = reverse("admin:networks_groupyear_changelist")
    assert "คณะหนึ่ง" in staff_client.get(url, {"q": "คณะ หนึ่ง"}).content.decode()
    assert staff_client.get(url, {"q": "คณะสาม"}).context["cl"].result_count == 0


def test_a_member_is_held_by_one(staff_client, board):
    """A seat with both a person and a role is refused with its sentence."""
    empty = inline_rows("years") | inline_rows("meetings")
    member = inline_rows("memberships", {"order": 0, "person": "นาย ก", "role": "ครู", "position": "member"})
    form = {"kind": board.kind_id, "name": "คณะสอง", "order": 0, "code": ""}
    response = staff_client.post(reverse("admin:networks_group_add"), form | empty | member)
    assert "อย่างใดอย่างหนึ่ง" in response.content.decode()
    assert not Group.objects.filter(name="คณะสอง").exists()


@pytest.fixture
def send_years(staff_client):
    """Send the form of a kind of group with these years of it."""

    def send(*years):
        kind = make_kind()
        form = {name: getattr(kind, name) for name in ("name", "unit", "order", "scope", "formality")}
        url = reverse("admin:networks_groupkind_change", args=[kind.pk])
        response = staff_client.post(
            url, form | seen(kind) | inline_rows("duties") | inline_rows("years", *years)
        )
        assert response.status_code == 302
        return kind

    return send


def year_of_a_new_row(client, screen):
    """The fiscal year that stands in a row to be added."""
    formsets = client.get(reverse(f"admin:networks_{screen}_add")).context["inline_admin_formsets"]
    (years,) = [shown.formset for shown in formsets if shown.formset.prefix == "years"]
    return years.empty_form["fiscal_year"].value()


@pytest.mark.parametrize("screen", ["groupkind", "group"])
def test_a_new_row_begins_in_the_fiscal_year_of_today(staff_client, screen):
    """Who has chosen no year is given the present one."""
    assert year_of_a_new_row(staff_client, screen) == fiscal_year(timezone.localdate())


@pytest.mark.parametrize("screen", ["groupkind", "group"])
def test_a_new_row_begins_in_the_year_of_the_row_last_added(staff_client, send_years, screen):
    """The year of one row is given to the next."""
    send_years({"fiscal_year": 2556, "claimed": 11})
    assert year_of_a_new_row(staff_client, screen) == 2556


def test_a_row_that_bears_a_year_alone_is_saved(staff_client, send_years):
    """The year that stands in a row by itself counts as typed: nothing that was added is lost."""
    year = year_of_a_new_row(staff_client, "groupkind")
    assert [y.fiscal_year for y in send_years({"fiscal_year": year}).years.all()] == [year]
