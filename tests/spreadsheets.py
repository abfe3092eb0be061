"""Small files to import, what a check of them finds, and what stands in a file that a page gives."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from portal.tables.checking import Check
from portal.tables.reading import read_table


def xlsx(*rows):
    """An Excel file of these rows; each is a dictionary by heads, of which the first names all columns."""
    book = Workbook()
    heads = list(dict.fromkeys(head for row in rows for head in row))
    book.active.append(heads)
    for row in rows:
        book.active.append([row.get(head) for head in heads])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def checked(kind, content, name="ข้อมูล.xlsx", *, user, answers=None):
    """The plan of a file."""
    content = content.encode() if isinstance(content, str) else content
    check = Check(kind(user), read_table(name, content), answers or {})
    assert all(done > 0 for done in check.run())
    return check.plan


def found_problems(plan):
    """What is wrong: row, column and sentence of each problem."""
    return [(problem.row, problem.column, problem.sentence) for problem in plan.problems]


def rows_of(client, address, **query):
    """The rows of a spreadsheet as dictionaries."""
    content = client.get(address, query).content
    head, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]
