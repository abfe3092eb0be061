"""What an import must know of the records that it brings in; each app says it of its own in `imports.py`."""

from portal.roles import READS_PEOPLE
from portal.tables.matching.results import Refusal


class ImportKind:
    """The records that a spreadsheet of one kind holds, made anew for every check.

    Heads, their order, and how cells are read are those of the columns of `sheet`. A record without a code is known
    by its `match_fields` fields and the name in its field `name_field`. Parts of a record (`part_model`, whose field `part_of`
    leads to it) have rows of their own, in which the record's columns repeat; a standing part is the one of which
    one of `part_keys` is the same.
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
        """The records that are given out in the columns of the import."""
        return cls.model.objects.all()

    def existing_records(self):
        """All records of this kind, with whatever their checks read."""
        return self.model.objects.all()

    def resolve_references(self, row, answers):
        """Yield what the names in a row mean: the values of fields by their names, a Question or a Refusal."""
        return ()

    def part_values(self, values):
        """The parts that a row means: the values of the fields of each."""
        part = {name: values[name] for name in self.part_fields if name in values}
        return [part] if part else []

    def find_official(self, values):
        """The record that an official number or another record names, if one does."""
        return

    def names_of(self, record):
        """The names of a record, other spellings too."""
        return [getattr(record, self.name_field), *record.spellings.splitlines()]

    def are_distinct(self, record, values):
        """Whether a record and a row are known to be two, though their names are alike."""
        return False

    def may_be_distinct(self, record, values):
        """Whether a record and a row of the same name may yet be two, so that a person must say."""
        return False

    def check_whole(self, record, new_parts):
        """Yield what is wrong with a record and its parts together."""
        return ()


def may_import(user, kind):
    """Whether a user may add and change what a kind writes; names of people may stand in any of them."""
    of_record = any(column.fields and not column.is_of_part for column in kind.sheet.columns)
    models = [model for model in (kind.model if of_record else None, kind.part_model) if model]
    needed = [f"{m._meta.app_label}.{act}_{m._meta.model_name}" for m in models for act in ("add", "change")]
    return user.has_perms([*needed, READS_PEOPLE])


def find_listed(row, key, field, known, reduced, advice):
    """Yield the record that a column names among few known ones, or a refusal."""
    name = row.values.get(key)
    if name and reduced(name) in known:
        yield {field: known[reduced(name)]}
    elif name:
        yield Refusal(key, advice.format(name=name, known=" · ".join(map(str, known.values()))))
