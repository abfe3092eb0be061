"""The proof of a year: its control totals out of every form, measured when it is printed and kept beside the print."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from reports.figures.metrics import Metric, metric_of
from reports.models import ControlTotal, PrintJob, Source
from reports.outputs.proof.control_totals import CONTROLLED
from reports.outputs.proof.counting_by_sql import counted_by_sql
from reports.outputs.proof.reading import printed_rows, printed_year, read_html, read_pdf, read_workbook
from reports.outputs.workbook.workbook import workbook
from reports.report import report_of


@dataclass(frozen=True)
class ProvenFigure:
    """A figure as the database has it now, and as each form had it when printed; None where a form lacks it."""

    metric: Metric
    address: str
    now: Decimal | int | None
    printed: tuple[tuple[Source, ControlTotal | None], ...]

    @property
    def is_equal(self):
        """Whether every form said the same."""
        totals = [total for _, total in self.printed]
        return all(totals) and len({total.value for total in totals}) == 1

    @property
    def is_changed(self):
        """Whether the records have changed since."""
        counted = dict(self.printed)[Source.SQL]
        return counted is None or counted.value != self.now


@dataclass(frozen=True)
class Proof:
    """All figures of a year; without a print job nothing was measured yet."""

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
    """Reads the figures out of every form of a report that was printed, and keeps them."""
    rows = printed_rows(print_job.html)
    if not rows:
        return
    year = printed_year(print_job.html)
    report = report_of(year, today=timezone.localdate(), public=print_job.is_public)
    values = {
        Source.SQL: counted_by_sql(year),
        Source.HTML: read_html(print_job.html),
        Source.PDF: read_pdf(pdf, rows),
        Source.WORKBOOK: read_workbook(workbook(report)),
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
            value=found[row["key"]],
        )
        for order, row in enumerate(rows)
        for source, found in values.items()
        if row["key"] in found
    )


def proof_of(fiscal_year: int) -> Proof:
    """What was measured at the newest public PDF of the year, beside what the database says now."""
    kept = ControlTotal.objects.filter(fiscal_year=fiscal_year, print_job__is_public=True)
    newest = kept.order_by("-pk").select_related("print_job").first()
    found = {}
    for total in newest.print_job.control_totals.all() if newest else ():
        found.setdefault(total.figure, {})[total.source] = total
    now = counted_by_sql(fiscal_year)
    metrics = [metric_of(key) for key in dict.fromkeys([*(m.key for m in CONTROLLED), *found, *now])]
    return Proof(
        fiscal_year,
        newest.print_job if newest else None,
        tuple(
            ProvenFigure(
                metric,
                metric.address(fiscal_year),
                now.get(metric.key),
                tuple((source, found.get(metric.key, {}).get(source)) for source in Source),
            )
            for metric in metrics
        ),
    )
