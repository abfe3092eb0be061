"""One source file of the sample: its tables, and the checked saving of what they say.

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
    """A TOML file of the sample; whatever is wrong with it is a ValueError that names file and record."""

    def __init__(self, path: Path):
        self.path = path
        with path.open("rb") as file:
            try:
                self.content = tomllib.load(file)
            except tomllib.TOMLDecodeError as error:
                raise self.error("", f"อ่านไฟล์ไม่ได้: {error}") from error

    def error(self, record, why):
        return ValueError(" · ".join(filter(None, [self.path.name, record, str(why)])))

    def save(self, model, row, **more):
        """The record that a row describes, saved after every check of its model."""
        name = label(row)
        try:
            record = model(**self.fields(row, name), **more)
            record.full_clean()
        except TypeError as error:
            raise self.error(name, error) from error
        except ValidationError as error:
            raise self.error(name, f"{model._meta.verbose_name}: {reasons(error)}") from error
        record.save()
        return record

    def save_lines(self, model, rows, **more):
        """The rows of a list, saved in their order."""
        return [self.save(model, row, order=order, **more) for order, row in enumerate(rows, start=1)]

    def fields(self, row, name):
        """What the model calls the values of a row."""
        fields = {}
        for key, value in row.items():
            try:
                fields |= field(key, value)
            except (LookupError, ValueError) as error:
                raise self.error(name, f"{key}: {error}") from error
        return fields

    def rows(self, table):
        """The rows of a table that the file must have."""
        if table not in self.content:
            raise self.error("", f"ไม่มีตาราง [[{table}]]")
        return self.content[table]

    def find(self, model, values, key="code"):
        """The records that bear these codes or names."""
        try:
            return [by(key, model, value) for value in values]
        except LookupError as error:
            raise self.error("", error) from error


def field(key, value):
    if key in CODED:
        return {key: by("code", CODED[key], value)}
    if key in NAMED:
        return {key: by("name", NAMED[key], value)}
    if key in PERIODS:
        return dict(zip(PERIODS[key], parse_period(value), strict=True))
    if key == "subdistrict":
        return {"subdistrict_id": value}
    if isinstance(value, list):
        return {key: "\n".join(value)}
    return {key: " ".join(value.split()) if isinstance(value, str) else value}


def by(key, model, value):
    """The one record whose code or name this is."""
    record = model.objects.filter(**{key: value}).first()
    if record is None:
        raise LookupError(f"ไม่พบ{model._meta.verbose_name} “{value}”")
    return record


def take(row, *keys):
    """The values of these keys, out of a row whose other keys are columns; a missing one is an empty list."""
    return [row.pop(key, []) for key in keys]


def label(row):
    """What a person finds the row by in its file."""
    return next(
        (
            str(row[key])[:60]
            for key in ("code", "name", "title", "words", "text", "role", "what")
            if key in row
        ),
        "",
    )


def reasons(error):
    """Every message of a refusal, each with the field it speaks of."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "; ".join(
        " ".join(messages) if name == "__all__" else f"{name}: {' '.join(messages)}"
        for name, messages in error.message_dict.items()
    )
