"""The open data of a year: its files with their columns (datasets.toml).

Days are ISO 8601 (CE), numbers are numbers, an unknown value is empty. Organizations have their name of the
year; a private person is named by the role.
"""

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from partners.models import OrganizationKind
from reports.outputs import dataset_rows
from reports.outputs.redaction import for_the_public
from reports.report import Report


@dataclass(frozen=True)
class DatasetColumn:
    """A column of a file: its name, its type in a data package, and its description in Thai."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Dataset:
    """One file of a year; `rows` yields its rows from the year's summary."""

    name: str
    title: str
    description: str
    columns: tuple[DatasetColumn, ...]
    rows: Callable

    def table(self, summary):
        """Return the rows of the year, each with its columns in their order, without private names."""
        year = {"fiscal_year": summary.fiscal_year}
        rows = (row | year for row in self.rows(summary))
        return list(for_the_public(tuple({c.name: row[c.name] for c in self.columns} for row in rows)))

    def json_rows(self, summary):
        """Return the rows of the year with values that JSON can hold."""
        return [{name: json_value(value) for name, value in row.items()} for row in self.table(summary)]


def json_value(value):
    """Return a number as a number, a day as ISO 8601 writes it, any other value as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def data_file(report: Report) -> str:
    """Return all files of a year as the JSON inside its PDF; the same report gives the same text."""
    tables = {dataset.name: dataset.json_rows(report.summary) for dataset in DATASETS}
    return json.dumps({"fiscal_year": report.summary.fiscal_year, **tables}, ensure_ascii=False, indent=1)


def expand_columns(columns: list, shared: dict[str, list]) -> list[list]:
    """Return each column as its list of values; one that is a name alone has those of the shared column."""
    return [[column, *shared[column]] if isinstance(column, str) else column for column in columns]


def read_datasets() -> tuple[Dataset, ...]:
    source = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    kinds = ", ".join(f"{kind.value} = {kind.label}" for kind in OrganizationKind)
    datasets = []
    for fields in source["datasets"]:
        columns = expand_columns(fields.pop("columns"), source["columns"])
        columns = tuple(DatasetColumn(name, kind, text.format(kinds=kinds)) for name, kind, text in columns)
        rows = getattr(dataset_rows, f"rows_of_{fields['name']}")
        datasets.append(Dataset(**fields, columns=columns, rows=rows))
    return tuple(datasets)


DATASETS = read_datasets()
