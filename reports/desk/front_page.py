"""The officer's desk, the admin's first page: how the year stands, and what waits to be done."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from networks.models import Group
from partners.models import SOON, Agreement
from portal.accounts.feedback import Feedback, Matter
from portal.records import Publication
from projects.models import Project
from reports.figures.summary import YearSummary, summarize


@dataclass(frozen=True)
class Task:
    """So many records that want something done, and the list that shows just them."""

    words: str
    count: int
    url: str


@dataclass(frozen=True)
class Desk:
    """What the first page tells of a fiscal year (พ.ศ.)."""

    summary: YearSummary
    drafts: int
    tasks: tuple[Task, ...]


def desk_of(fiscal_year: int, *, today: datetime.date) -> Desk:
    """The year summed up, and what is missing in it or comes to an end."""
    projects = Project.objects.in_year(fiscal_year)
    drafts, confirmed = projects.filter(status=Publication.DRAFT), projects.confirmed()
    year, sure = {"fiscal_year": fiscal_year}, {"status__exact": Publication.CONFIRMED.value}
    tasks = (
        _task("โครงการร่าง รอยืนยัน", drafts, **year, status__exact="draft"),
        _task(
            "โครงการยังไม่มีหลักฐาน",
            confirmed.with_evidence().filter(has_evidence=False),
            **year,
            **sure,
            evidence="no",
        ),
        _task("โครงการไม่ระบุจำนวนเงิน", confirmed.of_unknown_amount(), **year, **sure, amount="unknown"),
        _task("โครงการไม่ระบุวันที่จัด", confirmed.undated(), **year, **sure, dated="no"),
        _task(
            f"ข้อตกลงสิ้นสุดใน {SOON.days} วัน",
            Agreement.objects.confirmed().expiring(within=SOON, on=today),
            **sure,
            state="soon",
        ),
        _task("คณะที่วาระสิ้นสุดแล้ว", Group.objects.of_ended_term(today), term_ended="yes"),
    )
    return Desk(
        summarize(fiscal_year, today=today), drafts.count(), tuple(task for task in tasks if task.count)
    )


def inbox_of(user) -> tuple[Task, ...]:
    """What readers told the office and nobody has answered yet, as far as this user may read it."""
    told = Feedback.objects.open().read_by(user)
    tasks = (
        _task("แจ้งแก้ไขข้อมูล รอตอบ", told.filter(matter=Matter.WRONG), closed="no", matter__exact="wrong"),
        _task(
            "ลืมรหัสผ่าน รอใบแจ้งใหม่", told.filter(matter=Matter.PASSWORD), closed="no", matter__exact="password"
        ),
    )
    return tuple(task for task in tasks if task.count)


def _task(words: str, records: QuerySet, **filters) -> Task:
    opts = records.model._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return Task(words, records.count(), f"{url}?{urlencode(filters)}")
