"""The lists of what a deletion deletes too and of what forbids it."""

from collections import defaultdict

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.db.models import CASCADE
from django.db.utils import DEFAULT_DB_ALIAS
from django.utils.text import capfirst

MOST_NAMED = 10


def without_link_rows(deleted, counts):
    """Return Django's nested lines and counts without the rows of many-to-many tables, which have no names."""
    tables = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
    beginnings = tuple(f"{capfirst(table.verbose_name)}: " for table in tables)
    titles = {table.verbose_name_plural for table in tables}
    return _drop_lines(deleted, beginnings), {name: n for name, n in counts.items() if name not in titles}


def describe_protected(objs):
    """Return lines about the records that refer to these: a sentence for each model, and a list of ten names."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=objs)
    collector.collect(objs)
    by_model = defaultdict(list)
    for record in collector.protected:
        by_model[record._meta].append(record)
    lines = []
    for opts, records in by_model.items():
        more = [f"และอีก {len(records) - MOST_NAMED} รายการ"] if len(records) > MOST_NAMED else []
        names = [*map(name_with_parent, records[:MOST_NAMED]), *more]
        lines += [f"ใช้อยู่ใน {len(records)} {opts.verbose_name}", names]
    return lines


def name_with_parent(record):
    """Return the name of a record, of a row together with the record that it belongs to."""
    parents = [f for f in record._meta.fields if f.remote_field and f.remote_field.on_delete is CASCADE]
    return f"{record} ({getattr(record, parents[0].name)})" if parents else str(record)


def _drop_lines(lines, beginnings):
    inner = [_drop_lines(line, beginnings) if isinstance(line, list) else line for line in lines]
    return [line for line in inner if line and not (isinstance(line, str) and line.startswith(beginnings))]
