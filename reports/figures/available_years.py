"""The fiscal years that pages offer."""

from dataclasses import dataclass

from projects.models import Project
from reports.models import AnnualReport, CopyAudience, EditionCopy


@dataclass(frozen=True)
class NewestEdition:
    """The number of a year's newest edition, and its public figures."""

    number: int
    figures: dict


def report_years() -> list[int]:
    """Return the fiscal years (พ.ศ.) with confirmed projects or a report, newest first."""
    of_projects = Project.objects.confirmed().order_by().values_list("fiscal_year", flat=True)
    of_reports = AnnualReport.objects.order_by().values_list("fiscal_year", flat=True)
    return sorted(of_projects.union(of_reports), reverse=True)


def signed_years() -> dict[int, NewestEdition | None]:
    """Return the years of report_years(), each with its newest edition."""
    copies = EditionCopy.objects.filter(audience=CopyAudience.PUBLIC).order_by("edition__number")
    editions = copies.values_list("edition__report__fiscal_year", "edition__number", "data__figures")
    signed = {year: NewestEdition(number, figures) for year, number, figures in editions}
    return {year: signed.get(year) for year in report_years()}
