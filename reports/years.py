"""Which fiscal years there are to show."""

from projects.models import Project
from reports.models import AnnualReport


def report_years() -> list[int]:
    """The fiscal years (พ.ศ.) with confirmed projects or a report, newest first."""
    told = Project.objects.confirmed().order_by().values_list("fiscal_year")
    return sorted(
        {year for (year,) in told.union(AnnualReport.objects.order_by().values_list("fiscal_year"))},
        reverse=True,
    )
