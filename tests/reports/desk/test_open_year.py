"""A year opened in one step: its report and items, and what of the year before recurs."""

import pytest
from django.urls import reverse

from networks.models import GroupYear, KindYear
from projects.models import Project
from reports.models import AnnualReport
from tests.factories import make_contribution, make_group, make_project
from tests.reports.desk.writing import make_draft, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_year_url():
    """The page on which a year is opened."""
    return reverse("admin:reports_open_year")


@pytest.fixture
def last_report(db):
    """The report of the year before."""
    return make_draft(title="รายงานปีก่อน")


def year_opened(client, open_year_url, last_report, **ticks):
    return client.post(
        open_year_url, {"year": 2558, "standard": last_report.standard_id, "title": "รายงานใหม่"} | ticks
    )


def test_the_next_year_is_offered_with_what_may_be_carried(staff_client, open_year_url, last_report):
    """The year after the newest, the newest standard, last year's title and projects."""
    make_project(title="กีฬาตำบล")
    page = staff_client.get(open_year_url).content.decode()
    for words in ('value="2558"', 'value="รายงานปีก่อน"', "กีฬาตำบล", "เปิดรายงานปี 2558"):
        assert words in page


def test_a_year_is_opened_with_its_items(staff_client, staff, open_year_url, last_report):
    """The report is a draft with every point of the standard, the history says who, and the writing screen follows."""
    response = year_opened(staff_client, open_year_url, last_report)
    new = AnnualReport.objects.get(fiscal_year=2558)
    assert response.headers["Location"] == reverse("admin:reports_annualreport_write", args=[new.pk])
    assert (new.title, new.state) == ("รายงานใหม่", "draft")
    assert [item.standard_item for item in new.items.all()] == list(last_report.standard.items.all())
    assert new.history.get().history_user == staff
    assert not Project.objects.in_year(2558).exists()


def test_ticked_projects_become_drafts_without_numbers(staff_client, open_year_url, last_report):
    """Those not ticked stay behind; the amount of last year does not come along."""
    kept, left = make_project(title="กีฬา"), make_project(title="วันเด็ก")
    make_contribution(project=kept, amount=5_000)
    year_opened(staff_client, open_year_url, last_report, projects=[kept.pk])
    copy = Project.objects.in_year(2558).get()
    assert (copy.last_year, copy.status) == (kept, "draft")
    assert copy.contributions.get().amount is None
    assert not left.next_years.exists()


def test_a_project_with_a_twin_is_shown_and_not_carried_twice(staff_client, open_year_url, last_report):
    """It is named among those that came already; asked for all the same it is refused."""
    project = make_project(title="กีฬาตำบล")
    make_project(title="กีฬาตำบลใหม่", fiscal_year=2558, last_year=project, status="draft")
    page = staff_client.get(open_year_url, {"year": 2558}).content.decode()
    assert "ยกมาแล้ว" in page
    assert f'name="projects" value="{project.pk}"' not in page
    assert year_opened(staff_client, open_year_url, last_report, projects=[project.pk]).status_code == 400
    assert Project.objects.in_year(2558).count() == 1
    assert not AnnualReport.objects.filter(fiscal_year=2558).exists()


def test_yearly_rows_come_without_their_numbers(staff_client, open_year_url, last_report):
    """The method of a kind is carried; claimed numbers, staff and activities are this year's to say."""
    group = make_group()
    kind = KindYear.objects.create(kind=group.kind, fiscal_year=2557, claimed=11, staff=5, method="ประชุม")
    row = GroupYear.objects.create(group=group, fiscal_year=2557, activities="อบรม", teams=3)
    year_opened(staff_client, open_year_url, last_report, kinds=[kind.pk], groups=[row.pk])
    new = KindYear.objects.get(fiscal_year=2558)
    assert (new.claimed, new.staff, new.method) == (None, None, "ประชุม")
    new = GroupYear.objects.get(fiscal_year=2558)
    assert (new.activities, new.teams) == ("", None)


def test_prose_is_carried_only_where_wanted(staff_client, open_year_url, last_report):
    """With the tick last year's paragraphs come along; without it none."""
    write(last_report, "ข้อแรก")
    year_opened(staff_client, open_year_url, last_report)
    assert not AnnualReport.objects.get(fiscal_year=2558).paragraphs.exists()
    AnnualReport.objects.get(fiscal_year=2558).delete()
    year_opened(staff_client, open_year_url, last_report, with_prose="on")
    assert AnnualReport.objects.get(fiscal_year=2558).paragraphs.get().is_unconfirmed


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_year_that_is_open_already_is_told(staff_client, open_year_url, last_report, method):
    """With the way to it; nothing is opened twice."""
    sent = {"year": 2557, "standard": last_report.standard_id, "title": "ซ้ำ"}
    page = getattr(staff_client, method)(open_year_url, sent).content.decode()
    assert "ปีงบประมาณ 2557 เปิดรายงานไว้แล้ว" in page
    assert reverse("admin:reports_annualreport_write", args=[last_report.pk]) in page
    assert AnnualReport.objects.count() == 1


@pytest.mark.parametrize("year", ["", "สองพัน", "58", "99999", "-1", "2558.5"])
def test_a_year_that_is_none_is_refused_in_words(staff_client, open_year_url, year):
    """Nothing is guessed."""
    response = staff_client.get(open_year_url, {"year": year})
    assert response.status_code == 400
    assert "errorlist" in response.content.decode()


def test_all_or_nothing(staff_client, open_year_url, last_report):
    """A project that cannot be carried is named, and neither it nor another one nor the report is stored."""
    good = make_project(title="กีฬา")
    bad = make_project(title="โครงการเสีย")
    Project.objects.filter(pk=bad.pk).update(title="")
    response = year_opened(staff_client, open_year_url, last_report, projects=[good.pk, bad.pk])
    assert response.status_code == 400
    assert "มาไม่ได้" in response.content.decode()
    assert not AnnualReport.objects.filter(fiscal_year=2558).exists()
    assert not Project.objects.in_year(2558).exists()


@pytest.mark.parametrize(("who", "status"), [("editor", 200), ("administrator", 403)])
def test_who_may_open_a_year(request, client_of, open_year_url, who, status):
    """Those who may add reports."""
    assert client_of(request.getfixturevalue(who)).get(open_year_url).status_code == status


def test_the_screens_lead_there(staff_client, last_report):
    """From the list to the opening, from a report to its writing."""
    listed = staff_client.get(reverse("admin:reports_annualreport_changelist")).content.decode()
    assert reverse("admin:reports_open_year") in listed
    form = staff_client.get(
        reverse("admin:reports_annualreport_change", args=[last_report.pk])
    ).content.decode()
    assert reverse("admin:reports_annualreport_write", args=[last_report.pk]) in form
