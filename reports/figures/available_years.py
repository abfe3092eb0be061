"""Which fiscal years there are to show."""

from dataclasses import dataclass

from projects.models import Project
from reports.models import AnnualReport, Edition


@dataclass(frozen=True)
class Signed:
    """The newest edition of a year: its number and its public figures."""

    number: int
    figures: dict


def report_years() -> list[int]:
    """The fiscal years (พ.ศ.) with confirmed projects or a report, newest first."""
    told = Project.objects.confirmed().order_by().values_list("fiscal_year")
    return sorted(
        {year for (year,) in told.union(AnnualReport.objects.order_by().values_list("fiscal_year"))},
        reverse=True,
    )


def signed_years() -> dict[int, Signed | None]:
    """Return the same years, each with its newest edition."""
    editions = Edition.objects.order_by("number").values_list(
        "report__fiscal_year", "number", "public_data__figures"
    )
    signed = {year: Signed(number, figures) for year, number, figures in editions}
    return {year: signed.get(year) for year in report_years()}
