"""What a deletion takes with it, told without the rows that only tie a record to its choices."""

from django.apps import apps
from django.utils.text import capfirst


def without_ties(deleted, counts):
    """Django's nested lines and numbers of what goes; a tie bears no name that a person knows."""
    tables = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
    beginnings = tuple(f"{capfirst(table.verbose_name)}: " for table in tables)
    names = {table.verbose_name_plural for table in tables}
    return _told(deleted, beginnings), {name: n for name, n in counts.items() if name not in names}


def _told(lines, beginnings):
    inner = [_told(line, beginnings) if isinstance(line, list) else line for line in lines]
    return [line for line in inner if line and not (isinstance(line, str) and line.startswith(beginnings))]
