"""One source file of the sample: its tables, and saving their rows as validated records.

Records are joined by their public codes, places by their official ones. In a file, a text over several
lines is one paragraph, a list of texts is one line each, and dates are written in Thai.
"""

import tomllib
from pathlib import Path

from django.core.exceptions import ValidationError

from networks.models import Group, LearningStrand
from partners.models import Agreement, Document, Organization
from portal.thai.dates import parse_period
from projects.models import Category

CODED = {
    "agreement": Agreement,
    "document": Document,
    "giver": Organization,
    "group": Group,
    "issuer": Organization,
    "order_document": Document,
    "organization": Organization,
    "partner": Organization,
    "recipient": Organization,
}
NAMED = {"category": Category, "strand": LearningStrand}
PERIODS = {
    "dated": ("dated_first", "dated_last"),
    "held": ("starts_on", "ends_on"),
    "signed": ("signed_first", "signed_last"),
}


class SourceFile:
    """A TOML file of the sample; any error in it is a ValueError with file and record."""

    def __init__(self, path: Path):
        self.path = path
        with path.open("rb") as file:
            try:
                self.content = tomllib.load(file)
            except tomllib.TOMLDecodeError as error:
                raise self.error("", f"อ่านไฟล์ไม่ได้: {error}") from error

    def error(self, record, reason):
        return ValueError(" · ".join(filter(None, [self.path.name, record, str(reason)])))

    def save(self, model, row, **fields):
        """Save the record of a row after all validation of its model; return it."""
        name = label(row)
        try:
            record = model(**self.fields_of(row, name), **fields)
            record.full_clean()
        except TypeError as error:
            raise self.error(name, error) from error
        except ValidationError as error:
            raise self.error(name, f"{model._meta.verbose_name}: {reasons(error)}") from error
        record.save()
        return record

    def save_rows(self, model, rows, **fields):
        """Save the records of rows in their order."""
        for order, row in enumerate(rows, start=1):
            self.save(model, row, order=order, **fields)

    def fields_of(self, row, name):
        """Return the values of a row by the fields of its model."""
        fields = {}
        for key, value in row.items():
            try:
                fields |= field_of(key, value)
            except (LookupError, ValueError) as error:
                raise self.error(name, f"{key}: {error}") from error
        return fields

    def rows(self, table):
        """Return the rows of a table; raise ValueError if the file does not have it."""
        if table not in self.content:
            raise self.error("", f"ไม่มีตาราง [[{table}]]")
        return self.content[table]

    def find(self, model, values, key="code"):
        """Return the records with these codes or names."""
        try:
            return [find_record(model, key, value) for value in values]
        except LookupError as error:
            raise self.error("", error) from error


def field_of(key, value):
    if key in CODED:
        return {key: find_record(CODED[key], "code", value)}
    if key in NAMED:
        return {key: find_record(NAMED[key], "name", value)}
    if key in PERIODS:
        return dict(zip(PERIODS[key], parse_period(value), strict=True))
    if key == "subdistrict":
        return {"subdistrict_id": value}
    if isinstance(value, list):
        return {key: "\n".join(value)}
    return {key: " ".join(value.split()) if isinstance(value, str) else value}


def find_record(model, key, value):
    """Return the record with this code or name; raise LookupError if there is none."""
    record = model.objects.filter(**{key: value}).first()
    if record is None:
        raise LookupError(f"ไม่พบ{model._meta.verbose_name} “{value}”")
    return record


def take(row, *keys):
    """Remove these keys from a row and return their values, an empty list for a missing one."""
    return [row.pop(key, []) for key in keys]


def label(row):
    """Return the words by which a person finds the row in its file."""
    keys = ("code", "name", "title", "words", "text", "role", "what")
    return next((str(row[key])[:60] for key in keys if key in row), "")


def reasons(error):
    """Return every message of a ValidationError, each with its field."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(
        " ".join(messages) if name == "__all__" else f"{name}: {' '.join(messages)}"
        for name, messages in error.message_dict.items()
    )
