"""Organizations, schools and projects of nearly the same name, pointed out before they are stored twice."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from playwright.sync_api import expect

from networks.models import School
from partners.models import Organization, OrganizationKind
from projects.copying import copy_to_next_year
from projects.models import Project
from tests.admin_forms import as_shown, seen
from tests.browsing import browser_of
from tests.factories import make_organization, make_person, make_project, make_school

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ASKED = "มีอยู่แล้วหรือไม่"


def typed(client, screen, **boxes):
    """What the form of a new record would send with these boxes filled."""
    return as_shown(client.get(reverse(f"admin:{screen}_add")), **boxes)


def enter(client, screen, **boxes):
    return client.post(reverse(f"admin:{screen}_add"), typed(client, screen, **boxes))


def hint(client, screen, **boxes):
    """What stands under the box when it is left."""
    return client.get(reverse(f"admin:{screen}_near"), boxes).content.decode()


@pytest.fixture
def school_that_stands(db):
    """The one with which those typed are compared."""
    return make_school(name="วัดควนขนุน", address="หมู่ 3")


@pytest.mark.parametrize("name", ["วัดควนขนุน", "บ้านควนขนุน", "โรงเรียนวัด ควนขณุน", "วัดควนขนุ"])
def test_a_near_school_is_pointed_out(staff_client, school_that_stands, name):
    """Its full name and where it is, opening its record beside what is being typed."""
    said = hint(staff_client, "networks_school", kind="school", name=name)
    address = reverse("admin:networks_school_change", args=[school_that_stands.pk])
    assert f'<a href="{address}" target="_blank">โรงเรียนวัดควนขนุน (หมู่ 3)</a>' in said


@pytest.mark.parametrize(
    "boxes",
    [
        {"kind": "school", "name": "บ้านควนพร้าว"},
        {"kind": "child_centre", "name": "วัดควนขนุน"},
        {"kind": "school", "name": ""},
        {"kind": "no such kind", "name": "วัดควนขนุน"},
    ],
)
def test_another_school_is_not(staff_client, school_that_stands, boxes):
    """Nor a body of another kind, nor anything while the box is empty."""
    assert hint(staff_client, "networks_school", **boxes) == ""


def test_schools_of_two_official_numbers_are_two(staff_client, school_that_stands):
    """Of one number they may be the same."""
    school_that_stands.smis_code = "93010001"
    school_that_stands.save()
    boxes = {"kind": "school", "name": "วัดควนขนุน"}
    assert hint(staff_client, "networks_school", smis_code="93010002", **boxes) == ""
    assert ASKED in hint(staff_client, "networks_school", smis_code="", **boxes)


@pytest.mark.parametrize("name", ["ป่าพยอม", "อบต.ป่าพยอม", "พนางตุง", "บ้านนาใหม่"])
def test_an_organization_is_known_by_every_name(staff_client, name):
    """By its short, its former and its other names."""
    body = make_organization(name="ป่าพะยอม", spellings="นาใหม่")
    body.former_names.create(kind=OrganizationKind.SAO, name="พนางตุง", until=date(2013, 9, 30))
    assert "ป่าพะยอม" in hint(staff_client, "partners_organization", kind="sao", name=name)


def test_a_record_is_not_near_itself(staff_client, school_that_stands):
    """Another one of its name is."""
    boxes = {"kind": "school", "name": "วัดควนขนุ"}
    assert hint(staff_client, "networks_school", _of=school_that_stands.pk, **boxes) == ""
    make_school(name="วัดควนขนุน")
    assert ASKED in hint(staff_client, "networks_school", _of=school_that_stands.pk, **boxes)


def test_the_first_save_comes_back_with_all_that_was_typed(staff_client, school_that_stands):
    """Nothing is stored; the record that stands is named under the box."""
    response = enter(staff_client, "networks_school", name="บ้านควนขนุน", address="หมู่ 9")
    form = response.context["adminform"].form
    assert (form["name"].value(), form["address"].value()) == ("บ้านควนขนุน", "หมู่ 9")
    assert ASKED in response.content.decode()
    assert School.objects.count() == 1


def test_whoever_says_that_it_is_another_saves_it(staff_client, school_that_stands):
    """With the box ticked the same form goes through."""
    boxes = {"name": "บ้านควนขนุน", "_apart": f"{school_that_stands.pk} "}
    assert enter(staff_client, "networks_school", **boxes).status_code == 302
    assert School.objects.filter(name="บ้านควนขนุน").exists()


def test_the_tick_speaks_of_those_that_were_shown(staff_client, school_that_stands):
    """After another name was typed, the record near that one is asked about."""
    make_school(name="บ้านปันแต")
    response = enter(staff_client, "networks_school", name="วัดปันแต", _apart=str(school_that_stands.pk))
    assert "บ้านปันแต" in response.content.decode()
    assert not School.objects.filter(name="วัดปันแต").exists()


def test_a_name_with_no_near_one_is_saved_at_once(staff_client, school_that_stands):
    """Nothing is asked in vain."""
    assert enter(staff_client, "networks_school", name="บ้านควนพร้าว").status_code == 302


def test_a_rename_is_asked_about_and_another_change_is_not(staff_client, school_that_stands):
    """Two records of like names that were kept apart are changed without being asked again."""
    other = make_school(name="บ้านพร้าว")
    url = reverse("admin:networks_school_change", args=[other.pk])
    renamed = as_shown(staff_client.get(url), name="บ้านควนขนุน")
    assert ASKED in staff_client.post(url, renamed).content.decode()
    assert staff_client.post(url, renamed | {"_apart": str(school_that_stands.pk)}).status_code == 302
    moved = as_shown(staff_client.get(url), address="หมู่ 5") | seen(other)
    assert staff_client.post(url, moved).status_code == 302


def test_it_is_asked_in_the_small_window_too(staff_client, school_that_stands):
    """There the form stays the small window's."""
    url = reverse("admin:partners_organization_add") + "?_popup=1"
    boxes = as_shown(staff_client.get(url), kind="school", name="บ้านควนขนุน", _popup="1")
    page = staff_client.post(url, boxes).content.decode()
    assert ASKED in page
    assert 'name="_popup"' in page


def test_a_private_person_is_found_by_those_who_may_see_people(client_of, editor, somebody):
    """To others not even that such a name is known."""
    make_person("ถวิล ใจดี", "ผู้มีจิตศรัทธา")
    boxes = {"kind": "person", "name": "ถวิณ ใจดี", "public_role": "ปราชญ์ชาวบ้าน"}
    assert "ถวิล ใจดี" in hint(client_of(editor), "partners_organization", **boxes)
    other = somebody(username="เกือบทั้งหมด", is_staff=True)
    other.user_permissions.set(Permission.objects.exclude(codename="view_people"))
    assert hint(client_of(other), "partners_organization", **boxes) == ""
    assert enter(client_of(other), "partners_organization", **boxes).status_code == 302


def test_only_those_who_enter_records_may_ask(client_of, somebody):
    """Whoever may change nothing learns nothing."""
    user = somebody(is_staff=True)
    assert client_of(user).get(reverse("admin:networks_school_near")).status_code == 403


def on(day):
    return {"starts_on": day, "ends_on": day}


@pytest.fixture
def childrens_day(db):
    """A project of one day, under a long title."""
    return make_project(title="โครงการกิจกรรมวันเด็กแห่งชาติ ประจำปี 2557", **on(date(2014, 1, 11)))


def boxes_of(project, **typed):
    """What the boxes of the same project would hold, but for what was typed."""
    return {"title": project.title, "fiscal_year": project.fiscal_year, "partner": project.partner_id} | typed


@pytest.mark.parametrize(
    "title", ["โครงการกิจกรรมวันเด็กแห่งชาติประจำปี ๒๕๕๗", "โครงการกิจกรรมวันเด็กแห่งชาต ประจำปี 2557"]
)
def test_a_near_project_of_the_year_is_pointed_out(staff_client, childrens_day, title):
    """Under its partner, with the day on which it was."""
    said = hint(staff_client, "projects_project", **boxes_of(childrens_day, title=title))
    assert childrens_day.partner.short_name in said
    assert "11 มกราคม" in said


def test_a_project_of_another_partner_is_the_same_on_the_same_day(staff_client, childrens_day):
    """On another day, or on a day not known yet, it is the other partner's own."""
    other = boxes_of(childrens_day, partner=make_organization().pk)
    assert ASKED in hint(staff_client, "projects_project", **other, when="11/1/2557")
    assert hint(staff_client, "projects_project", **other, when="12/1/2557") == ""
    assert hint(staff_client, "projects_project", **other) == ""


@pytest.mark.parametrize("other", [{"title": "โครงการค่ายวิชาการ"}, {"occurrence": 2}, {"fiscal_year": 2558}])
def test_another_project_is_not(staff_client, childrens_day, other):
    """Another title, another time, another year."""
    assert hint(staff_client, "projects_project", **boxes_of(childrens_day, **other)) == ""


def test_a_year_carried_on_is_not_asked_about(staff_client, childrens_day):
    """What is done every year is no double: the copy is saved with its new dates at once."""
    childrens_day.title = "โครงการค่ายวิชาการ"
    childrens_day.save()
    copy = copy_to_next_year(childrens_day)
    url = reverse("admin:projects_project_change", args=[copy.pk])
    assert staff_client.post(url, as_shown(staff_client.get(url), when="10/1/2558")).status_code == 302
    assert Project.objects.get(pk=copy.pk).starts_on == date(2015, 1, 10)


@pytest.mark.parametrize("many", [1, 20])
def test_looking_asks_the_database_twice(school_that_stands, many, django_assert_num_queries):
    """Once for what may be near and once for what is, however many there are."""
    for _ in range(many):
        make_school(name="บ้านควนขนุน")
    with django_assert_num_queries(2):
        assert len(School.objects.like(School(kind="school", name="ควนขนุณ"))) == many + 1


def test_one_of_many_is_found_by_a_part_of_its_key(school_that_stands, django_assert_num_queries):
    """Only candidates are compared, and when there are none the database is asked once."""
    Organization.objects.bulk_create(Organization(kind="school", name=f"ตัวอย่าง {n}") for n in range(20))
    with django_assert_num_queries(1):
        assert not School.objects.like(School(kind="school", name="บ้านปันแต"))
    assert list(School.objects.like(School(kind="school", name="ควนขนุน"))) == [school_that_stands]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_it_is_said_under_the_box_on_leaving_it(staff_client, live_server, school_that_stands):
    """While typing on; gone with another name; ticked there, the first save goes through."""
    with browser_of(staff_client, live_server) as page:
        page.goto(reverse("admin:networks_school_add"))
        name = page.locator("#id_name")
        name.fill("บ้านควนขณุน")
        name.press("Tab")
        link = page.get_by_role("link", name="โรงเรียนวัดควนขนุน (หมู่ 3)")
        expect(link).to_be_visible()
        name.fill("บ้านควนพร้าว")
        name.press("Tab")
        expect(link).to_be_hidden()
        name.fill("บ้านควนขณุน")
        name.press("Tab")
        page.get_by_label("บันทึกเป็นรายการใหม่ ไม่ใช่รายการเดียวกัน").check()
        page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(page.locator(".success")).to_be_visible()
    assert School.objects.filter(name="บ้านควนขณุน").exists()
