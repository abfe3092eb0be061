"""What stands in the rows of a list: of a public one, of one of the admin, and in the files of both."""

import re

from tests.reading import page_at, without_tags
from tests.spreadsheets import rows_of


def records_in(response):
    """The records of a public list, row by row."""
    rows = response.context.get("rows")
    return list(response.context["page"]) if rows is None else [record for record, *_ in rows]


def titles_in(response):
    return [record.title for record in records_in(response)]


def names_in(response):
    return [record.name for record in records_in(response)]


def column(client, address, name, **query):
    """The words of a column of the admin, row by row."""
    page = page_at(client, address, **query)
    cells = re.findall(rf'<t[dh] class="field-{name}[^"]*">(.*?)</t[dh]>', page, re.DOTALL)
    return [without_tags(cell) for cell in cells]


def exported(client, address, **query):
    """The rows of the file that a list of the admin gives."""
    return rows_of(client, f"{address}export/xlsx/", **query)
