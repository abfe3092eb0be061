"""The screen of projects."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partners.models import Organization, OrganizationKind
from projects.models import Contribution, Project

pytestmark = pytest.mark.django_db

INLINES = ["contributions", "participations", "activities", "results"]


def rows(prefix, *lines):
    """The new rows of an inline as a browser sends them."""
    sent = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": 0}
    return sent | {
        f"{prefix}-{n}-{name}": value for n, line in enumerate(lines) for name, value in line.items()
    }


@pytest.fixture
def partner():
    return Organization.objects.create(kind=OrganizationKind.SAO, name="ควนขนุน")


@pytest.fixture
def post(staff_client, partner):
    """Send the form of a new project, right but for what is given."""

    def send(contributions=(), **changed):
        form = {
            "title": "ค่ายวิชาการ",
            "fiscal_year": 2557,
            "partner": partner.pk,
            "status": "draft",
            "code": "",
        }
        for prefix in INLINES:
            form |= rows(prefix)
        given = [
            {"order": 0, "giver": partner.pk, "form": "cash", "receipt": "received"} | c
            for c in contributions
        ]
        return staff_client.post(
            reverse("admin:projects_project_add"), form | rows("contributions", *given) | changed
        )

    return send


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/2/2557", "ไม่มีวันที่ 31 เพราะเดือนกุมภาพันธ์ พ.ศ. 2557 มี 28 วัน"),
        ("29/2/2558", "ไม่มีวันที่ 29 เพราะเดือนกุมภาพันธ์ พ.ศ. 2558 มี 28 วัน"),
        ("22/8/57x", "อ่านวันที่ “22/8/57x” ไม่ได้"),
    ],
)
@pytest.mark.parametrize("field", ["starts_on", "ends_on"])
def test_a_wrong_date_is_refused_beside_its_field(post, field, typed, sentence):
    """A day that does not exist or cannot be read is refused in Thai, and nothing is saved."""
    response = post(**{field: typed})
    assert sentence in response.context["adminform"].form.errors[field][0]
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
    response = post(starts_on="1/10/2557")
    assert "ให้แก้วันที่หรือปีงบประมาณ" in response.context["adminform"].form.errors["starts_on"][0]
    assert not Project.objects.exists()


@pytest.mark.parametrize("year", ["57", "2014", "9999"])
def test_a_fiscal_year_of_another_era_is_refused(post, year):
    """A year that is no Buddhist year is refused beside its field, with dates or without."""
    response = post(fiscal_year=year, starts_on="22/8/2557")
    assert "พุทธศักราช" in response.context["adminform"].form.errors["fiscal_year"][0]
    assert not Project.objects.exists()


def test_a_project_with_two_contributions_is_saved(post, partner):
    """Cash of an unknown amount stays unknown beside cash that is known."""
    assert post([{"amount": "1200.50"}, {"amount": ""}, {}], starts_on="๒๒/๘/๒๕๕๗").status_code == 302
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
    post(starts_on="22/8/2557")
    page = staff_client.get(reverse("admin:projects_project_changelist")).content.decode()
    assert "22 ส.ค. 2557" in page
    assert "2014" not in page


def test_the_list_asks_as_often_for_many_as_for_few(staff_client, partner):
    """The number of queries of the list does not grow with its rows."""
    url, counts = reverse("admin:projects_project_changelist"), []
    for _ in range(2):
        for n in range(5):
            Project.objects.create(title=f"โครงการ {n}", fiscal_year=2557, partner=partner)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            staff_client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_rows_of_a_project_do_not_ask_one_by_one(staff_client, partner):
    """The number of queries of the change page does not grow with its rows."""
    project, counts = Project.objects.create(title="ค่าย", fiscal_year=2557, partner=partner), []
    for _ in range(2):
        for _ in range(5):
            project.contributions.create(giver=partner, recipient=partner, amount=1)
            project.participations.create(audience="organization", organization=partner)
        with CaptureQueriesContext(connection) as queries:
            staff_client.get(reverse("admin:projects_project_change", args=[project.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]
