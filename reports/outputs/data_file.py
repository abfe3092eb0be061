"""The year as one JSON file: all tables of its open data, as they lie in its PDF."""

import json

from reports.outputs.datasets import DATASETS, json_value
from reports.report import Report


def data_file(report: Report) -> str:
    """The same report gives the same text."""
    tables = {
        dataset.name: [
            {name: json_value(value) for name, value in row.items()} for row in dataset.table(report.summary)
        ]
        for dataset in DATASETS
    }
    content = {"fiscal_year": report.summary.fiscal_year, **tables}
    return json.dumps(content, ensure_ascii=False, indent=1)
