"""Rows as CSV that Excel opens in Thai and never computes."""

import csv
import io
import re
from collections.abc import Iterable

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = re.compile("[\t\r]|\\s*[=+\\-@＝＋－＠]")


def csv_text(heads: Iterable[str], rows: Iterable[Iterable]) -> str:
    """Return a head and rows as CSV, behind the mark by which Excel knows UTF-8."""
    content = io.StringIO("\ufeff", newline="")
    content.seek(0, io.SEEK_END)
    writer = csv.writer(content)
    writer.writerow(heads)
    writer.writerows([inert(value) for value in row] for row in rows)
    return content.getvalue()


def inert(value):
    """Return a text with a mark before it where a spreadsheet would compute it; any other value as it is."""
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub(" ", value)
    return f"'{text}" if _FORMULA.match(text) else text
