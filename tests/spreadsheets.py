"""What stands in a file that a page gives."""

from io import BytesIO

from openpyxl import load_workbook


def rows_of(client, address):
    """The rows of a spreadsheet as dictionaries."""
    content = client.get(address).content
    head, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]
