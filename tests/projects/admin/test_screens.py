"""The screen of projects."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from portal.thai.dates import fiscal_year
from projects.models import Contribution, Project
from tests.admin_forms import admin_page, as_shown
from tests.factories import make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(staff_client, partner):
    """Send the form of a new project, right but for what is given."""

    def send(contributions=(), **changed):
        url = reverse("admin:projects_project_add")
        right = {"title": "ค่ายวิชาการ", "fiscal_year": 2557, "partner": partner.pk}
        given = [{"giver": partner.pk} | gift for gift in contributions]
        sent = as_shown(staff_client.get(url), {"contributions": given}, **right | changed)
        return staff_client.post(url, sent)

    return send


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/2557", "ไม่มีวันที่ 31 เพราะเดือนกุมภาพันธ์ พ.ศ. 2557 มี 28 วัน"),
        ("29/2/2558", "ไม่มีวันที่ 29 เพราะเดือนกุมภาพันธ์ พ.ศ. 2558 มี 28 วัน"),
        ("22/8/57x", "อ่านวันหรือช่วงเวลา “22/8/57x” ไม่ได้"),
    ],
)
def test_a_wrong_date_is_refused_beside_its_field(post, typed, sentence):
    """A day that does not exist or cannot be read is refused in Thai, and nothing is saved."""
    response = post(when=typed)
    assert sentence in response.context["adminform"].form.errors["when"][0]
    assert typed in response.content.decode()
    assert not Project.objects.exists()


def test_a_negative_amount_is_refused_and_nothing_is_half_saved(post):
    """The sentence stands beside the amount; neither the project nor its other row is saved."""
    response = post([{"amount": "500"}, {"amount": "-1"}])
    formset = response.context["inline_admin_formsets"][0].formset
    assert formset.errors[1]["amount"][0] == "จำนวนเงินต้องมากกว่าศูนย์ ถ้าไม่ทราบจำนวนให้เว้นว่าง"
    assert not Project.objects.exists()
    assert not Contribution.objects.exists()


def test_a_project_outside_its_fiscal_year_is_refused(post):
    """A project none of whose dates touches its fiscal year is refused beside the date."""
    response = post(when="1/10/2557", story="เล่าไว้แล้ว")
    assert "ให้แก้วันที่หรือปีงบประมาณ" in response.context["adminform"].form.errors["when"][0]
    page = response.content.decode()
    assert 'value="1/10/2557"' in page
    assert "เล่าไว้แล้ว" in page
    assert not Project.objects.exists()


@pytest.mark.parametrize("year", ["57", "2014", "9999"])
def test_a_fiscal_year_of_another_era_is_refused(post, year):
    """A year that is no Buddhist year is refused beside its field, with dates or without."""
    response = post(fiscal_year=year, when="22/8/2557")
    assert "พุทธศักราช" in response.context["adminform"].form.errors["fiscal_year"][0]
    assert not Project.objects.exists()


def test_a_project_with_two_contributions_is_saved(post, partner):
    """Cash of an unknown amount stays unknown beside cash that is known."""
    assert post([{"amount": "1200.50"}, {"amount": ""}, {}], when="๒๒/๘/๒๕๕๗").status_code == 302
    project = Project.objects.get()
    assert (project.code, project.position) == ("P2557-001", 1)
    assert project.starts_on.isoformat() == project.ends_on.isoformat() == "2014-08-22"
    assert [str(c.amount) for c in project.contributions.all()] == ["1200.50", "None", "None"]


def test_the_code_of_a_project_never_changes(post, staff_client):
    """The screen of a stored project shows its code and reads none."""
    post()
    project = Project.objects.get()
    page = staff_client.get(reverse("admin:projects_project_change", args=[project.pk])).content.decode()
    assert "P2557-001" in page
    assert 'name="code"' not in page


def test_the_list_shows_days_in_the_buddhist_era(post, staff_client):
    """The list says when a project was in พ.ศ."""
    post(when="22/8/2557")
    page = staff_client.get(reverse("admin:projects_project_changelist")).content.decode()
    assert "22 ส.ค. 2557" in page
    assert "2014" not in page


@pytest.fixture
def changed(staff_client, post):
    """Store a project of 22 August 2557, send its form changed, and hand back it and what its history says."""

    def change(**fields):
        post(when="22/8/2557")
        project = Project.objects.get()
        url = reverse("admin:projects_project_change", args=[project.pk])
        staff_client.post(url, as_shown(staff_client.get(url), **fields))
        project.refresh_from_db()
        return project, LogEntry.objects.first().get_change_message()

    return change


def test_the_history_names_the_one_box_of_the_days(changed):
    """A changed period is stored as its two days and named in the history as on the screen."""
    project, said = changed(when="29-30 เม.ย. 2557")
    assert (project.starts_on.isoformat(), project.ends_on.isoformat()) == ("2014-04-29", "2014-04-30")
    assert "วันที่จัด" in said


def test_the_history_does_not_name_a_box_left_alone(changed):
    """The same day in other words is no change."""
    project, said = changed(when="22 ส.ค. 57", venue="ศาลาประชาคม")
    assert project.starts_on.isoformat() == "2014-08-22"
    assert "สถานที่" in said
    assert "วันที่จัด" not in said


def test_who_may_only_look_sees_the_days_in_words(post, client, django_user_model):
    """The form of a reader has no box, and shows the period as the list does."""
    post(when="พ.ค. 2557")
    reader = django_user_model.objects.create_user("ผู้อ่าน", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_project"))
    client.force_login(reader)
    page = client.get(
        reverse("admin:projects_project_change", args=[Project.objects.get().pk])
    ).content.decode()
    assert '<div class="readonly">พ.ค. 2557</div>' in page
    assert 'name="when"' not in page


def year_on_the_form(client, **asked):
    form = client.get(reverse("admin:projects_project_add"), asked).context["adminform"].form
    return int(form["fiscal_year"].value())


def test_a_new_project_begins_in_the_fiscal_year_of_today(staff_client):
    """Who has chosen no year is given the present one."""
    assert year_on_the_form(staff_client) == fiscal_year(timezone.localdate())


def test_a_new_project_begins_in_the_year_last_chosen(post, staff_client):
    """The year of the project just saved is given to the next; one asked for in the address goes before."""
    post(fiscal_year=2556)
    assert year_on_the_form(staff_client) == 2556
    assert year_on_the_form(staff_client, fiscal_year=2555) == 2555


def test_a_refused_project_chooses_no_year(post, staff_client):
    """Only what was saved is remembered."""
    post(fiscal_year=2556, title="")
    assert year_on_the_form(staff_client) == fiscal_year(timezone.localdate())


def test_the_year_another_person_chose_is_not_given(post, client, django_user_model):
    """Each person's year is their own."""
    post(fiscal_year=2556)
    client.force_login(django_user_model.objects.create_superuser("คนที่สอง"))
    assert year_on_the_form(client) == fiscal_year(timezone.localdate())


def test_a_project_of_every_school_of_a_district_is_one_form(staff_client, project):
    """A hundred and fifty rows are saved like two."""
    url = admin_page(project)
    parts = [{"organization": make_school().pk} for _ in range(150)]
    sent = as_shown(staff_client.get(url), {"participations": parts})
    assert staff_client.post(url, sent).status_code == 302
    assert project.participations.count() == 150
    assert [part.order for part in project.participations.all()] == list(range(1, 151))
