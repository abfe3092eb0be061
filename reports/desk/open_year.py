"""Opening a year: its report with the items of the standard, and what is carried over from the year before."""

from django.core.exceptions import ValidationError
from django.db import transaction

from networks.models import GroupYear, KindYear
from projects.copying import copy_to_next_year
from projects.models import Project
from reports.models import AnnualReport, ReportItem
from reports.text.carrying_forward import carry_prose


def last_report(year: int) -> AnnualReport | None:
    """Return the newest report before a fiscal year (พ.ศ.)."""
    return AnnualReport.objects.filter(fiscal_year__lt=year).order_by("-fiscal_year").first()


def recurring_projects(year: int):
    """Return the confirmed projects of the year before a fiscal year (พ.ศ.): not yet copied to it, and copied."""
    projects = (
        Project.objects.confirmed().in_year(year - 1).select_related("partner").order_by("position", "pk")
    )
    copied = set(Project.objects.in_year(year).exclude(last_year=None).values_list("last_year", flat=True))
    return projects.exclude(pk__in=copied), projects.filter(pk__in=copied)


def recurring_rows(year: int):
    """Return the yearly rows of kinds and of groups of the year before, for those without a row in the year."""
    kinds = KindYear.objects.filter(fiscal_year=year - 1).select_related("kind")
    groups = GroupYear.objects.filter(fiscal_year=year - 1, group__dissolved_on=None).select_related("group")
    kinds = kinds.exclude(kind__in=KindYear.objects.filter(fiscal_year=year).values("kind"))
    groups = groups.exclude(group__in=GroupYear.objects.filter(fiscal_year=year).values("group"))
    return kinds.order_by("kind__order", "pk"), groups.order_by("group__kind__order", "pk")


@transaction.atomic
def open_year(report: AnnualReport, *, projects=(), kinds=(), groups=(), with_prose: bool = False) -> int:
    """Save a new report with what was chosen to be carried over, but without the figures of the old year.

    Return the number of paragraphs left behind, as the standard no longer has their item.
    """
    report.save()
    for standard_item in report.standard.items.all():
        ReportItem.objects.create(report=report, standard_item=standard_item)
    for project in projects:
        try:
            copy_to_next_year(project)
        except ValidationError as error:
            message = f"ยกโครงการ “{project}” มาไม่ได้: {' '.join(error.messages)}"
            raise ValidationError(message) from error
    for row in kinds:
        KindYear.objects.create(kind=row.kind, fiscal_year=report.fiscal_year, method=row.method)
    for row in groups:
        GroupYear.objects.create(group=row.group, fiscal_year=report.fiscal_year)
    old_report = last_report(report.fiscal_year) if with_prose else None
    return len(carry_prose(old_report, report)) if old_report else 0
