"""Which fiscal years there are to show, and when they were last changed."""

from django.db.models import Max
from django.utils import timezone

from partners.models import Agreement
from projects.models import Project
from reports.models import AnnualReport


def report_years() -> list[int]:
    """The fiscal years (พ.ศ.) with confirmed projects or a report, newest first."""
    told = Project.objects.confirmed().order_by().values_list("fiscal_year")
    return sorted(
        {year for (year,) in told.union(AnnualReport.objects.order_by().values_list("fiscal_year"))},
        reverse=True,
    )


def last_update():
    """The day on which a confirmed project or agreement was last changed, or None."""
    changed = [
        records.confirmed().aggregate(last=Max("updated_at"))["last"]
        for records in (Project.objects, Agreement.objects)
    ]
    return max((timezone.localdate(moment) for moment in changed if moment), default=None)
