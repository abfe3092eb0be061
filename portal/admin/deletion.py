"""What a deletion takes with it, told without the rows that only tie a record to its choices; and what forbids it."""

from collections import defaultdict

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.db.models import CASCADE
from django.db.utils import DEFAULT_DB_ALIAS
from django.utils.text import capfirst


def without_ties(deleted, counts):
    """Django's nested lines and numbers of what goes; a tie bears no name that a person knows."""
    tables = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
    beginnings = tuple(f"{capfirst(table.verbose_name)}: " for table in tables)
    names = {table.verbose_name_plural for table in tables}
    return _told(deleted, beginnings), {name: n for name, n in counts.items() if name not in names}


def holders(objs, named=10):
    """For each sort of record that uses these, a sentence with their number and, nested below it, their first names."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=objs)
    collector.collect(objs)
    found = defaultdict(list)
    for holder in collector.protected:
        found[holder._meta].append(holder)
    lines = []
    for opts, those in found.items():
        more = [f"และอีก {len(those) - named} รายการ"] if len(those) > named else []
        lines += [f"ใช้อยู่ใน {len(those)} {opts.verbose_name}", [*map(whose, those[:named]), *more]]
    return lines


def whose(holder):
    """A record's name; a row's with the name of the record it stands in."""
    parents = [f for f in holder._meta.fields if f.remote_field and f.remote_field.on_delete is CASCADE]
    return f"{holder} ({getattr(holder, parents[0].name)})" if parents else str(holder)


def _told(lines, beginnings):
    inner = [_told(line, beginnings) if isinstance(line, list) else line for line in lines]
    return [line for line in inner if line and not (isinstance(line, str) and line.startswith(beginnings))]
