"""A year opened: its report with the standard's items, and of the year before whatever recurs."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from networks.models import GroupYear, KindYear
from projects.copying import copy_to_next_year
from projects.models import Project
from reports.models import AnnualReport, ReportItem
from reports.text.carrying_forward import carry_prose


@dataclass(frozen=True)
class Opened:
    """What the new year began with; `left` are the paragraphs for which the standard has no point any more."""

    report: AnnualReport
    projects: int
    yearly: int
    paragraphs: int
    left: int


def last_report(year: int) -> AnnualReport | None:
    """The newest report before a fiscal year (พ.ศ.)."""
    return AnnualReport.objects.filter(fiscal_year__lt=year).order_by("-fiscal_year").first()


def recurring_projects(year: int):
    """The confirmed projects of the year before a fiscal year (พ.ศ.), and the keys of those that were carried already."""
    projects = (
        Project.objects.confirmed().in_year(year - 1).select_related("partner").order_by("position", "pk")
    )
    carried = set(Project.objects.in_year(year).exclude(last_year=None).values_list("last_year", flat=True))
    return projects, carried


def recurring_rows(year: int):
    """What was told of kinds and of groups in the year before, where the year itself has nothing yet."""
    kinds = KindYear.objects.filter(fiscal_year=year - 1).select_related("kind").order_by("kind__order", "pk")
    groups = GroupYear.objects.filter(fiscal_year=year - 1, group__dissolved_on=None).select_related("group")
    told_kinds = KindYear.objects.filter(fiscal_year=year).values("kind")
    told_groups = GroupYear.objects.filter(fiscal_year=year).values("group")
    return kinds.exclude(kind__in=told_kinds), groups.exclude(group__in=told_groups).order_by(
        "group__kind__order", "pk"
    )


@transaction.atomic
def open_year(report: AnnualReport, *, projects=(), kinds=(), groups=(), with_prose: bool = False) -> Opened:
    """Stores a new report and what was chosen to be carried, all or nothing; numbers of the old year never come along."""
    report.save()
    for point in report.standard.items.all():
        ReportItem.objects.create(report=report, standard_item=point)
    for project in projects:
        _carried(project)
    for row in kinds:
        KindYear.objects.create(kind=row.kind, fiscal_year=report.fiscal_year, method=row.method)
    for row in groups:
        GroupYear.objects.create(group=row.group, fiscal_year=report.fiscal_year)
    old = last_report(report.fiscal_year) if with_prose else None
    left = carry_prose(old, report) if old else []
    yearly = len(kinds) + len(groups)
    return Opened(report, len(projects), yearly, report.paragraphs.count(), len(left))


def _carried(project):
    try:
        copy_to_next_year(project)
    except ValidationError as error:
        raise ValidationError(f"ยกโครงการ “{project}” มาไม่ได้: {' '.join(error.messages)}") from error
