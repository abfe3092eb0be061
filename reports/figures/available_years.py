"""Which fiscal years there are to show."""

from dataclasses import dataclass

from django.db.models import IntegerField, JSONField, OuterRef, Subquery
from django.db.models.functions import Cast

from projects.models import Project
from reports.models import AnnualReport, CopyAudience, EditionCopy


@dataclass(frozen=True)
class Signed:
    """The newest edition of a year: its number and its public figures."""

    number: int
    figures: dict


def report_years() -> list[int]:
    """The fiscal years (พ.ศ.) with confirmed projects or a report, newest first."""
    of_projects = Project.objects.confirmed().order_by().values_list("fiscal_year")
    return sorted(
        {year for (year,) in of_projects.union(AnnualReport.objects.order_by().values_list("fiscal_year"))},
        reverse=True,
    )


def signed_years() -> dict[int, Signed | None]:
    """The same years, each with its newest edition; one query, since the home page has few to spend."""
    copies = EditionCopy.objects.filter(edition__report=OuterRef("pk"), audience=CopyAudience.PUBLIC)
    newest = copies.order_by("-edition__number")
    number = Subquery(newest.values("edition__number")[:1])
    figures = Subquery(newest.values("data__figures")[:1], JSONField())
    reports = AnnualReport.objects.order_by().values_list("fiscal_year", number, figures)
    none = Cast(None, IntegerField()), Cast(None, JSONField())
    projects = Project.objects.confirmed().order_by().values_list("fiscal_year", *none).distinct()
    years: dict[int, Signed | None] = {}
    for year, number, figures in reports.union(projects, all=True):
        years[year] = Signed(number, figures) if number else years.get(year)
    return dict(sorted(years.items(), reverse=True))
