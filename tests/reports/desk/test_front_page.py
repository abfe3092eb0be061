"""The officer's desk: what waits to be done, each number with the list that shows just that."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.models import AgreementEnd
from portal.records import Publication
from reports.checks.records.evidence import without_evidence
from reports.checks.records.money import amount_unknown
from reports.checks.records.projects import date_unknown
from reports.desk.front_page import tasks_of
from reports.report import report_of
from tests.counting import queries_of
from tests.factories import (
    YEAR,
    make_agreement,
    make_contribution,
    make_group,
    make_member,
    make_organization,
    make_project,
    make_things,
)

pytestmark = pytest.mark.django_db


def tasks(year=YEAR):
    return {task.words: task for task in tasks_of(year, today=timezone.localdate())}


def test_every_number_is_that_of_the_list_it_leads_to(staff_client):
    """Whatever waits, a click shows exactly those records."""
    today = timezone.localdate()
    make_project(status=Publication.DRAFT)
    make_things(project=make_project(starts_on=date(2014, 1, 1), ends_on=date(2014, 1, 1)))
    make_contribution(amount=None)
    make_agreement(end=AgreementEnd.DATED, ends_on=today + timedelta(days=30))
    make_member(group=make_group(), role="ประธาน", to_on=today - timedelta(days=1))
    waiting = tasks()
    assert len(waiting) == 6
    for task in waiting.values():
        assert staff_client.get(task.url).context["cl"].result_count == task.count, task


def test_nothing_waits_in_a_year_in_order():
    """A task without records is not told."""
    project = make_project(starts_on=date(2014, 1, 1), ends_on=date(2014, 1, 1), venue="ศาลา")
    make_contribution(project=project)
    project.documents.create(kind="project", title="โครงการ")
    assert tasks() == {}


def test_the_desk_says_what_the_checks_say(year_2557):
    """On the sample year the desk, the checks and the lists count alike."""
    report = report_of(2557, today=date(2026, 11, 24))
    found = [
        len(list(rule(report.summary, None))) for rule in (without_evidence, amount_unknown, date_unknown)
    ]
    told = tasks(2557)
    assert [
        told[f"โครงการ{words}"].count for words in ("ยังไม่มีหลักฐาน", "ไม่ระบุจำนวนเงิน", "ไม่ระบุวันที่จัด")
    ] == found
    assert found == [4, 2, 7]


@pytest.mark.parametrize(
    ("to_on", "waits"), [(date(2000, 1, 1), True), (date(2999, 1, 1), False), (None, False)]
)
def test_a_committee_waits_when_everybodys_term_is_over(to_on, waits):
    """One who still sits, or sits without end, is enough to keep it."""
    group = make_group()
    make_member(group=group, role="อดีตกรรมการ", to_on=date(2000, 1, 1))
    make_member(group=group, role="กรรมการ", to_on=to_on)
    assert ("คณะที่วาระสิ้นสุดแล้ว" in tasks()) is waits


def test_a_group_of_which_no_member_is_known_does_not_wait():
    """Nobody's term is over where nobody is recorded."""
    make_group()
    assert tasks() == {}


def test_the_desk_opens_on_the_year_last_chosen(staff_client):
    """The newest year at first; another one once it was asked for, on lists and forms too."""
    make_project(fiscal_year=2556)
    make_project(fiscal_year=2557)
    index = reverse("admin:index")
    assert staff_client.get(index).context["year"] == 2557
    assert staff_client.get(index, {"year": 2556}).context["year"] == 2556
    assert staff_client.get(index).context["year"] == 2556
    assert staff_client.get(index, {"year": "๒๕"}).context["year"] == 2556


def test_without_records_the_desk_is_quiet(staff_client):
    """A new office sees its menu and how to begin."""
    page = staff_client.get(reverse("admin:index")).content.decode()
    assert "สิ่งที่รอทำ" not in page
    assert "เพิ่มโครงการ/กิจกรรม" in page


def test_big_buttons_are_for_those_who_enter(client_of, editor, administrator):
    """An editor has them; an administrator, who only looks, has none."""
    index = reverse("admin:index")
    assert "เพิ่มหน่วยงาน" in client_of(editor).get(index).content.decode()
    assert "เพิ่มหน่วยงาน" not in client_of(administrator).get(index).content.decode()


def test_the_desk_asks_as_often_for_many_as_for_few(staff_client):
    """The number of queries does not grow from ten projects to twenty."""
    counts = []
    for _ in range(2):
        partner = make_organization()
        for _ in range(10):
            make_project(partner=partner)
        counts.append(queries_of(staff_client, reverse("admin:index")))
    assert counts[0] == counts[1]
