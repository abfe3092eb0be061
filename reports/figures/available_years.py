"""Which fiscal years there are to show."""

from dataclasses import dataclass

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
    """Return the same years, each with its newest edition."""
    copies = EditionCopy.objects.filter(audience=CopyAudience.PUBLIC).order_by("edition__number")
    editions = copies.values_list("edition__report__fiscal_year", "edition__number", "data__figures")
    signed = {year: Signed(number, figures) for year, number, figures in editions}
    return {year: signed.get(year) for year in report_years()}
