"""The base of the kinds of import; the kinds themselves are in the `imports.py` of each app."""

from portal.roles import reads_people
from portal.tables.matching.results import Refusal


class ImportKind:
    """The records that the spreadsheets of one kind describe, read anew for every check.

    A record without a code is matched by `match_fields` and by the name in `name_field`. A row may also describe a
    part of the record: a `part_model` whose field `part_of` is the record. A stored part is matched by `part_keys`.
    """

    do_not_call_in_templates = True
    name = ""
    title = ""
    advice = ""
    sheet = None
    model = None
    match_fields: tuple[str, ...] = ()
    name_field = ""
    part_model = None
    part_of = ""
    part_keys: tuple[tuple[str, ...], ...] = ()

    def __init__(self, user):
        self.user = user
        self.columns = {column.key: column for column in self.sheet.columns}
        self.part_fields = [
            name for column in self.sheet.columns if column.is_of_part for name in column.fields
        ]
        self.records = list(self.existing_records())
        self.by_code = {record.code: record for record in self.records}

    @classmethod
    def exported_records(cls):
        """Return the records to offer for download in the columns of the import."""
        return cls.model.objects.all()

    def existing_records(self):
        """Return all records of this kind, with the relations that the check reads."""
        return self.model.objects.all()

    def resolve_references(self, row, answers):
        """Yield the values of fields that names in a row refer to, a Question or a Refusal."""
        return ()

    def part_values(self, values):
        """Return the values of each part in a row."""
        part = {name: values[name] for name in self.part_fields if name in values}
        return [part] if part else []

    def find_official(self, values):
        """Return the record of an official number or of another record, or None."""
        return

    def names_of(self, record):
        """Return the names of a record, other spellings too."""
        return [getattr(record, self.name_field), *record.spellings.splitlines()]

    def are_distinct(self, record, values):
        """Return whether a record and a row of a near name are certainly two."""
        return False

    def may_be_distinct(self, record, values):
        """Return whether a person must say if a record and a row of the same name are two."""
        return False

    def check_whole(self, record, new_parts):
        """Yield what is wrong with a record and its parts together."""
        return ()


def may_import(user, kind):
    """Return whether a user may add and change all models of a kind, and read the names of people."""
    has_record = any(column.fields and not column.is_of_part for column in kind.sheet.columns)
    models = [model for model in (kind.model if has_record else None, kind.part_model) if model]
    needed = [f"{m._meta.app_label}.{act}_{m._meta.model_name}" for m in models for act in ("add", "change")]
    return user.has_perms(needed) and reads_people(user)


def find_listed(row, key, field, records, key_of, advice):
    """Yield the record that a column names, of a dictionary by keys, or a refusal."""
    name = row.values.get(key)
    if name and key_of(name) in records:
        yield {field: records[key_of(name)]}
    elif name:
        yield Refusal(key, advice.format(name=name, known=" · ".join(map(str, records.values()))))
