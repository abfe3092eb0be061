"""What a kind of import must know of its records; each app says it of its own in `import_columns.py`."""

from portal.roles import READS_PEOPLE
from portal.tables import cells
from portal.tables.columns import Column
from portal.thai.dates import format_date, format_period
from portal.thai.money import format_baht


class ImportKind:
    """The records that a spreadsheet of one kind holds, made anew for every check.

    `columns` stand under the names of the sheet's own attributes, so that heads and their order are those of the
    export. What hangs on a record (`part_model`) has rows of its own, in which the record's columns repeat.
    """

    do_not_call_in_templates = True
    name = ""
    title = ""
    advice = ""
    sheet = None
    model = None
    columns: dict[str, Column] = {}
    part_model = None
    part_of = ""
    part_keys: tuple[tuple[str, ...], ...] = ()

    def __init__(self, user):
        self.user = user
        self.records = list(self.read_records())

    @classmethod
    def heads(cls):
        """The names of the columns in the order of the export."""
        return {key: field.column_name for key, field in cls.sheet.fields.items()}

    @classmethod
    def offered(cls, key):
        """The words to choose from in a column of the form."""
        return cls.columns[key].choices

    @classmethod
    def permissions(cls):
        """What somebody needs to import this kind; names of people may stand in any of them."""
        models = [cls.model] if cls.changes_records() else []
        models += [cls.part_model] if cls.part_model else []
        needed = [f"{m._meta.app_label}.{a}_{m._meta.model_name}" for m in models for a in ("add", "change")]
        return [*needed, READS_PEOPLE]

    @classmethod
    def changes_records(cls):
        """Whether the columns hold the record itself, not only what hangs on it."""
        return any(column.fields and not column.of_row for column in cls.columns.values())

    @classmethod
    def standing(cls):
        """The records that are given out in the columns of the import."""
        return cls.model.objects.all()

    def read_records(self):
        """All records of this kind, with whatever their checks read."""
        return self.model.objects.all()

    def resolve(self, row):
        """Puts the records that a row names in the place of their names."""

    def official(self, values):
        """The record that an official number names, if one does."""
        return

    def identity(self, values):
        """What tells a record without a code from others: (what must be alike, its name); nothing when unknown."""
        raise NotImplementedError

    def identity_of(self, record):
        raise NotImplementedError

    def apart(self, record, values):
        """Whether a record and a row of like names are known to be two."""
        return False

    def doubtful(self, record, values):
        """Whether a record and a row of the same name may yet be two, so that a person must say."""
        return False

    def parts_of(self, record):
        """What hangs on a record already."""
        return []

    def part_values(self, row, record):
        """What a row says hangs on its record: the fields of each part."""
        values = {}
        for key, column in self.columns.items():
            if column.of_row and column.fields and key in row.values:
                values |= dict(zip(column.fields, as_many(column, row.values[key]), strict=True))
        return [values] if values else []

    def faults_of_whole(self, record, parts):
        """What is wrong with a record and its parts together: (column, sentence)."""
        return []

    def may_confirm(self):
        meta = self.model._meta
        return self.user.has_perm(f"{meta.app_label}.confirm_{meta.model_name}")


def as_many(column, value):
    """A value for each field of a column."""
    return value if len(column.fields) > 1 else (value,)


def nothing(field):
    """What a field holds when it is empty."""
    return None if field.null else ""


def shown(value):
    """A value as people read it."""
    if isinstance(value, tuple):
        return format_period(*value, "input") if all(value) else "ว่าง"
    if value is None or value == "":
        return "ว่าง"
    if isinstance(value, bool):
        return "ได้" if value else "ไม่ได้"
    if hasattr(value, "day"):
        return format_date(value, "input")
    if hasattr(value, "quantize"):
        return format_baht(value)
    return str(value)


def choices_of(model, name):
    """The values and words of a field of choices."""
    return tuple(model._meta.get_field(name).choices)


def choice_column(model, name, **more):
    """A column of a field of choices, under the words that people read."""
    choices = choices_of(model, name)
    words = tuple(str(word) for _, word in choices)
    return Column(cells.choice(choices), (name,), choices=words, **more)
