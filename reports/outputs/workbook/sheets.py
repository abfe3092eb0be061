"""The sheets of a year's workbook: columns from sheets.toml, rows from those of the open data."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from networks.models import Formality, Scope
from partners.models import AgreementEnd, AgreementState, OrganizationKind
from portal.tables.export import day_text, period_text
from projects.models import GiftForm
from projects.totals import Totals
from reports.outputs.access import name_for_reader
from reports.outputs.dataset_rows import (
    rows_of_agreements,
    rows_of_contributions,
    rows_of_groups,
    rows_of_partners,
    rows_of_projects,
)
from reports.outputs.datasets import expand_columns

SHEETS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
BAHT, COUNT = "baht", "count"
PARTS = {"partner": "ภาคี", "supporter": "ผู้ร่วมสนับสนุน"}


@dataclass(frozen=True)
class WorkbookColumn:
    """A column: the key of its values in the rows, its Thai heading, its width in characters and its form."""

    key: str
    header: str
    width: int
    form: str = "text"


@dataclass(frozen=True)
class WorkbookSheet:
    """One table of the year; `totals` has the values of its row of sums, by column."""

    name: str
    title: str
    columns: tuple[WorkbookColumn, ...]
    rows: tuple[dict, ...]
    totals: dict

    def place(self, key):
        """Return the position of a column, from 0."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)


def sheet_of(name, rows, **totals) -> WorkbookSheet:
    columns = expand_columns(SHEETS[name]["columns"], SHEETS["columns"])
    columns = tuple(WorkbookColumn(*column) for column in columns)
    return WorkbookSheet(name, SHEETS[name]["title"], columns, tuple(rows), totals)


def sheets_of(report) -> tuple[WorkbookSheet, ...]:
    """Return the sheets of a report that follow its summary, in their order."""
    summary, public = report.summary, report.public
    gifts = list(_gift_rows(summary, public))
    cash = (gift for gift in gifts if gift["form"] == GiftForm.CASH)
    things = (gift for gift in gifts if gift["form"] != GiftForm.CASH)
    givers = Totals.of(giver.totals for giver in (*summary.partners, *summary.supporters))
    projects = Totals.of(line.totals for line in summary.projects)
    return (
        sheet_of("partners", _partner_rows(summary), projects=len(summary.projects), **_sums(givers)),
        sheet_of("projects", _project_rows(summary, public), **_sums(projects)),
        sheet_of("cash", cash, amount_baht=summary.totals.cash),
        sheet_of("things", things),
        sheet_of("agreements", _agreement_rows(summary, public)),
        sheet_of("groups", _group_rows(summary)),
        sheet_of("evidence", _evidence_rows(report)),
    )


def _sums(totals):
    return {"cash_baht": totals.cash, "cash_unknown": totals.cash_unknown}


def _partner_rows(summary):
    for row in rows_of_partners(summary):
        yield row | {"part": PARTS[row["part"]], "kind": OrganizationKind(row["kind"]).label}


def _project_rows(summary, public):
    for row in rows_of_projects(summary, public=public):
        evidence = "มี" if row["has_evidence"] else "ไม่มี"
        yield row | {"when": period_text(row["start_date"], row["end_date"]), "evidence": evidence}


def _gift_rows(summary, public):
    titles = {line.project.code: line.project.full_title for line in summary.projects}
    for row in rows_of_contributions(summary, public=public):
        yield row | {
            "project": titles.get(row["project_code"], ""),
            "giver_kind": OrganizationKind(row["giver_kind"]).label,
            "form_name": GiftForm(row["form"]).label,
        }


def _agreement_rows(summary, public):
    for row in rows_of_agreements(summary, public=public):
        yield row | {
            "signed": period_text(row["signed_first"], row["signed_last"]),
            "start": day_text(row["start_date"]),
            "end_name": AgreementEnd(row["end"]).label,
            "end_day": day_text(row["end_date"]),
            "state_name": AgreementState(row["state"]).label,
            "state_day": day_text(row["state_on"]),
        }


def _group_rows(summary):
    for row in rows_of_groups(summary):
        names = {"scope_name": Scope(row["scope"]).label, "formality_name": Formality(row["formality"]).label}
        yield row | names


def _evidence_rows(report):
    for item in report.narrative.items:
        for number, document in enumerate(item.evidence, start=1):
            yield {
                "item": item.item.standard_item.number,
                "number": number,
                "code": document.code,
                "title": document.title,
                "reference": document.reference,
                "kind": document.get_kind_display(),
                "issuer": name_for_reader(document.issuer, public=report.public) if document.issuer else "",
                "about_year": str(document.about_year or ""),
            }
