"""What a row says hangs on its record: a standing part of it that it means, or a new one."""

from copy import copy

from portal.tables.import_kinds import nothing
from portal.tables.plan import Kept, held


def add_parts(kind, heads, entry, line):
    """Adds to an entry what hangs on its record by this row; what another row says already is refused."""
    for values in kind.part_values(line, entry.kept.record):
        part = _meant(kind, entry, values)
        kept = Kept(part or kind.part_model(), copy(part) if part else None, line)
        for name, value in values.items():
            kept.put((name,), (value,), _head(kind, heads, name))
        twin = next((other for other in entry.parts if _alike(kept.record, other.record, values)), None)
        if kept.is_new and twin:
            line.refuse("", f"ซ้ำกับแถว {twin.line.number} ทุกช่อง ให้ลบแถวใดแถวหนึ่ง")
            continue
        entry.parts.append(kept)


def _meant(kind, entry, values):
    """The standing part that a row means: one that says the same, else one of the same key."""
    for names in (tuple(values), *kind.part_keys):
        for part in entry.free:
            if all(held(part, n) == values.get(n, _default(part, n)) for n in names):
                entry.free.remove(part)
                return part
    return None


def _head(kind, heads, name):
    found = [k for k, c in kind.columns.items() if c.of_row and name in c.fields]
    return heads[found[0]] if found else str(kind.part_model._meta.get_field(name).verbose_name)


def _default(record, name):
    field_found = record._meta.get_field(name)
    return nothing(field_found) if not field_found.has_default() else field_found.get_default()


def _alike(record, other, values):
    return all(held(record, name) == held(other, name) for name in values)
