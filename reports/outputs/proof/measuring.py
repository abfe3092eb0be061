"""The proof of a year: its control totals read out of every form, and stored with the print job."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from reports.figures.metrics import Metric, metric_of
from reports.models import ControlTotal, FigureSource, PrintJob
from reports.outputs.proof.control_totals import CONTROLLED, counted_by_sql
from reports.outputs.proof.reading import printed_rows, printed_year, read_html, read_pdf, read_workbook
from reports.outputs.workbook.workbook import workbook
from reports.report import report_of


@dataclass(frozen=True)
class ProvenFigure:
    """A figure as the database has it now, and as each form had it when printed; None where a form lacks it."""

    metric: Metric
    address: str
    now: Decimal | int | None
    printed: tuple[tuple[FigureSource, ControlTotal | None], ...]

    @property
    def is_equal(self):
        """Whether every form has the same value."""
        totals = [total for _, total in self.printed]
        return all(totals) and len({total.value for total in totals}) == 1

    @property
    def is_changed(self):
        """Whether the records have changed since."""
        counted = dict(self.printed)[FigureSource.SQL]
        return counted is None or counted.value != self.now


@dataclass(frozen=True)
class Proof:
    """All figures of a year; `print_job` is None while nothing is measured."""

    fiscal_year: int
    print_job: PrintJob | None
    rows: tuple[ProvenFigure, ...]

    @property
    def is_equal(self):
        return all(row.is_equal for row in self.rows)

    @property
    def is_changed(self):
        return any(row.is_changed for row in self.rows)


@transaction.atomic
def measure(print_job: PrintJob, pdf: bytes) -> None:
    """Store the figures of every form of a printed report."""
    rows = printed_rows(print_job.html)
    if not rows:
        return
    year = printed_year(print_job.html)
    report = report_of(year, today=timezone.localdate(), public=print_job.is_public)
    values = {
        FigureSource.SQL: counted_by_sql(year),
        FigureSource.HTML: read_html(print_job.html),
        FigureSource.PDF: read_pdf(pdf, rows),
        FigureSource.WORKBOOK: read_workbook(workbook(report)),
    }
    print_job.control_totals.all().delete()
    ControlTotal.objects.bulk_create(
        ControlTotal(
            print_job=print_job,
            fiscal_year=year,
            order=order,
            figure=row["key"],
            label=row["label"],
            unit=row["unit"],
            source=source,
            value=figures[row["key"]],
        )
        for order, row in enumerate(rows)
        for source, figures in values.items()
        if row["key"] in figures
    )


def proof_of(fiscal_year: int) -> Proof:
    """Return the figures of the newest public PDF of the year beside those that the database has now."""
    totals = ControlTotal.objects.filter(fiscal_year=fiscal_year, print_job__is_public=True)
    newest = totals.order_by("-pk").select_related("print_job").first()
    print_job = newest.print_job if newest else None
    printed = defaultdict(dict)
    for total in print_job.control_totals.all() if print_job else ():
        printed[total.figure][total.source] = total
    now, rows = counted_by_sql(fiscal_year), []
    for key in dict.fromkeys([*(metric.key for metric in CONTROLLED), *printed, *now]):
        metric = metric_of(key)
        by_source = tuple((source, printed[key].get(source)) for source in FigureSource)
        rows.append(ProvenFigure(metric, metric.address(fiscal_year), now.get(key), by_source))
    return Proof(fiscal_year, print_job, tuple(rows))
