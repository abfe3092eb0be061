"""The first page of the admin: the figures of a year, and the lists of records with something left to do."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from networks.models import Group
from partners.models import SOON, Agreement
from portal.accounts.feedback import Feedback, Matter
from portal.query_params import choose_year, chosen_year
from portal.records import Publication
from projects.models import Project
from reports.figures.available_years import report_years
from reports.figures.summary import summarize
from reports.models import AnnualReport


@dataclass(frozen=True)
class Task:
    """The number of records with something left to do, and the address of their list."""

    words: str
    count: int
    url: str


def front_page_context(request) -> dict:
    """Return the context of the first page for the year in the address, else the year last chosen or the newest."""
    years, user, today = report_years(), request.user, timezone.localdate()
    if request.GET.get("year") in map(str, years):
        choose_year(request, int(request.GET["year"]))
    year = chosen_year(request) if chosen_year(request) in years else next(iter(years), None)
    reports = AnnualReport.objects.filter(fiscal_year=year)
    return {
        "years": years,
        "year": year,
        "summary": summarize(year, today=today) if year else None,
        "tasks": tasks_of(year, today=today) if year else [],
        "drafts": Project.objects.in_year(year).filter(status=Publication.DRAFT).count() if year else 0,
        "inbox": inbox_of(user),
        "report": reports.first() if user.has_perm("reports.view_annualreport") else None,
    }


def tasks_of(fiscal_year: int, *, today: datetime.date) -> list[Task]:
    """Return the tasks of a fiscal year (พ.ศ.): its records that lack something or come to an end."""
    projects = Project.objects.in_year(fiscal_year)
    drafts, confirmed = projects.filter(status=Publication.DRAFT), projects.confirmed()
    ending = Agreement.objects.confirmed().expiring(within=SOON, on=today)
    is_confirmed = {"status__exact": Publication.CONFIRMED.value}
    in_year = {"fiscal_year": fiscal_year} | is_confirmed
    without_evidence = confirmed.with_evidence().filter(has_evidence=False)
    return _open_tasks(
        _task("โครงการร่าง รอยืนยัน", drafts, fiscal_year=fiscal_year, status__exact="draft"),
        _task("โครงการยังไม่มีหลักฐาน", without_evidence, **in_year, evidence="no"),
        _task("โครงการไม่ระบุจำนวนเงิน", confirmed.of_unknown_amount(), **in_year, amount="unknown"),
        _task("โครงการไม่ระบุวันที่จัด", confirmed.filter(starts_on=None), **in_year, dated="no"),
        _task(f"ข้อตกลงสิ้นสุดใน {SOON.days} วัน", ending, **is_confirmed, state="soon"),
        _task("คณะที่วาระสิ้นสุดแล้ว", Group.objects.of_ended_term(today), term_ended="yes"),
    )


def inbox_of(user) -> list[Task]:
    """Return the unanswered feedback that a user may read."""
    feedback = Feedback.objects.open().read_by(user)
    wrong, password = feedback.filter(matter=Matter.WRONG), feedback.filter(matter=Matter.PASSWORD)
    return _open_tasks(
        _task("แจ้งแก้ไขข้อมูล รอตอบ", wrong, closed="no", matter__exact="wrong"),
        _task("ลืมรหัสผ่าน รอใบแจ้งใหม่", password, closed="no", matter__exact="password"),
    )


def _task(words: str, records: QuerySet, **filters) -> Task:
    opts = records.model._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return Task(words, records.count(), f"{url}?{urlencode(filters)}")


def _open_tasks(*tasks):
    return [task for task in tasks if task.count]
