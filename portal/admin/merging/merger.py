"""Merge two records of the same thing: whatever refers to the source then refers to the target."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import CASCADE

from portal.admin.deletion import name_with_parent
from portal.history import update_with_history

NOT_COMPARED = {"order", "source_note"}


@dataclass
class MergePlan:
    """What a merger does, as lists of (relation, records).

    Rows are `moved` unless the target has equal ones (`doubled`). Records with a many-to-many relation to the
    source are `linked` to the target, which takes over the relations of the source (`added`).
    """

    moved: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    linked: list = field(default_factory=list)
    added: list = field(default_factory=list)

    def lines(self):
        """Return a title and the names of each group of records that will refer to the target."""
        return _titles_and_names([*self.moved, *self.linked, *self.added])

    def doubled_lines(self):
        return _titles_and_names(self.doubled)


def plan_merger(target, source):
    """Return the plan to merge `source` into `target`."""
    plan, opts = MergePlan(), target._meta.concrete_model._meta
    for relation in opts.related_objects:
        pointer = relation.field
        if not pointer.many_to_many:
            _plan_rows(plan, pointer, target, source)
        elif pointer.remote_field.through._meta.auto_created:
            holders = list(pointer.model._base_manager.filter(**{pointer.name: source.pk}))
            plan.linked += [(pointer, holders)] if holders else []
    for relation in opts.many_to_many:
        added = list(
            getattr(source, relation.name).exclude(pk__in=getattr(target, relation.name).values("pk"))
        )
        plan.added += [(relation, added)] if added else []
    return plan


def merge(target, source, *, user):
    """Merge `source` into `target`, all or nothing. Raise ValidationError if the target would be invalid."""
    with transaction.atomic():
        both = (
            type(target)._base_manager.select_for_update(of=("self",)).filter(pk__in=[target.pk, source.pk])
        )
        list(both.order_by("pk"))
        target.refresh_from_db()
        source.refresh_from_db()
        plan = plan_merger(target, source)
        reason = f"รวม {source} ({source.code}) เข้ากับ {target} ({target.code})"
        known, names = target.key_texts(), [*source.key_texts(), source.code]
        _carry_out(plan, target, source, user, reason)
        others = [name for name in names if name and name not in known]
        target.spellings = "\n".join(dict.fromkeys([*target.spellings.splitlines(), *others]))
        for column in target._meta.concrete_fields:
            if column.editable and not column.primary_key and getattr(target, column.attname) in (None, ""):
                setattr(target, column.attname, getattr(source, column.attname))
        target.full_clean()
        target.save()
    return plan


def _carry_out(plan, target, source, user, reason):
    """Change the records of a plan and delete `source`."""
    for _, rows in plan.doubled:
        for row in rows:
            _sign(row, user, reason).delete()
    for pointer, rows in plan.moved:
        for row in rows:
            setattr(row, pointer.attname, None if row == target else target.pk)
        update_with_history(rows, [pointer.name], user=user, reason=reason)
    for pointer, holders in plan.linked:
        for holder in holders:
            related = getattr(_sign(holder, user, reason), pointer.name)
            related.add(target)
            related.remove(source)
    target.refresh_from_db()
    moved = [f"{title}: {', '.join(names)}" for title, names in plan.lines()]
    _sign(target, user, "\n".join([reason, *moved]))
    for relation, added in plan.added:
        getattr(target, relation.name).add(*added)
    _sign(source, user, reason).delete()


def _plan_rows(plan, pointer, target, source):
    """Plan the rows of one relation; a row is doubled if it equals one of the target in unique or all columns."""
    rows = list(pointer.model._base_manager.filter(**{pointer.attname: source.pk}))
    target_rows = list(pointer.model._base_manager.filter(**{pointer.attname: target.pk}))
    columns = _compared_columns(pointer)
    doubled = [row for row in rows if any(_agree(row, other, columns) for other in target_rows)]
    moved = [row for row in rows if row not in doubled and row != source]
    plan.doubled += [(pointer, doubled)] if doubled else []
    plan.moved += [(pointer, moved)] if moved else []


def _compared_columns(pointer):
    """Return the sets of columns that may not be equal in two rows: those of unique constraints, and all content."""
    opts = pointer.model._meta
    unique = [constraint.fields for constraint in opts.total_unique_constraints]
    content = [
        f.name
        for f in opts.concrete_fields
        if f.editable and not f.primary_key and f.name not in NOT_COMPARED
    ]
    own = [names for names in (*unique, content) if pointer.name in names]
    return [[opts.get_field(name).attname for name in names if name != pointer.name] for names in own]


def _agree(row, other, columns):
    return any(all(getattr(row, name) == getattr(other, name) for name in names) for names in columns)


def _sign(record, user, reason):
    """Return the record, whose next history entry has this user and reason."""
    record._history_user, record._change_reason = user, reason
    return record


def _titles_and_names(groups):
    """Return the titles of groups, with names; rows of the merged records need no name of their parent."""
    return [
        (
            f"{pointer.model._meta.verbose_name} ({pointer.verbose_name})",
            [*map(str if pointer.remote_field.on_delete is CASCADE else name_with_parent, records)],
        )
        for pointer, records in groups
    ]
