"""Merge two records of the same thing: whatever refers to the deleted one then refers to the kept one."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import CASCADE

from portal.admin.deletion import name_with_parent
from portal.history import update_with_history

NOT_COMPARED = {"order", "source_note"}


@dataclass
class MergePlan:
    """What a merger does, as lists of (relation, records).

    Rows are `moved` unless the kept record has equal ones (`doubled`). Records with a many-to-many relation to the
    deleted one are `linked` to the kept one, which takes over the relations of the deleted one (`added`).
    """

    moved: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    linked: list = field(default_factory=list)
    added: list = field(default_factory=list)

    def lines(self):
        """Return a title and the names of each group of records that will refer to the kept one."""
        return _titles_and_names([*self.moved, *self.linked, *self.added])

    def doubled_lines(self):
        return _titles_and_names(self.doubled)


def plan_merger(keep, gone):
    """Return the plan to merge `gone` into `keep`."""
    plan, opts = MergePlan(), keep._meta.concrete_model._meta
    for relation in opts.related_objects:
        pointer = relation.field
        if not pointer.many_to_many:
            _plan_rows(plan, pointer, keep, gone)
        elif pointer.remote_field.through._meta.auto_created:
            holders = list(pointer.model._base_manager.filter(**{pointer.name: gone.pk}))
            plan.linked += [(pointer, holders)] if holders else []
    for relation in opts.many_to_many:
        added = list(getattr(gone, relation.name).exclude(pk__in=getattr(keep, relation.name).values("pk")))
        plan.added += [(relation, added)] if added else []
    return plan


def merge(keep, gone, *, user):
    """Merge `gone` into `keep`, all or nothing. Raise ValidationError if the kept record would be invalid."""
    with transaction.atomic():
        both = type(keep)._base_manager.select_for_update(of=("self",)).filter(pk__in=[keep.pk, gone.pk])
        list(both.order_by("pk"))
        keep.refresh_from_db()
        gone.refresh_from_db()
        plan = plan_merger(keep, gone)
        reason = f"รวม {gone} ({gone.code}) เข้ากับ {keep} ({keep.code})"
        known, names = keep.key_texts(), [*gone.key_texts(), gone.code]
        _carry_out(plan, keep, gone, user, reason)
        others = [name for name in names if name and name not in known]
        keep.spellings = "\n".join(dict.fromkeys([*keep.spellings.splitlines(), *others]))
        for column in keep._meta.concrete_fields:
            if column.editable and not column.primary_key and getattr(keep, column.attname) in (None, ""):
                setattr(keep, column.attname, getattr(gone, column.attname))
        keep.full_clean()
        keep.save()
    return plan


def _carry_out(plan, keep, gone, user, reason):
    """Change the records of a plan and delete `gone`."""
    for _, rows in plan.doubled:
        for row in rows:
            _sign(row, user, reason).delete()
    for pointer, rows in plan.moved:
        for row in rows:
            setattr(row, pointer.attname, None if row == keep else keep.pk)
        update_with_history(rows, [pointer.name], user=user, reason=reason)
    for pointer, holders in plan.linked:
        for holder in holders:
            related = getattr(_sign(holder, user, reason), pointer.name)
            related.add(keep)
            related.remove(gone)
    keep.refresh_from_db()
    moved = [f"{title}: {', '.join(names)}" for title, names in plan.lines()]
    _sign(keep, user, "\n".join([reason, *moved]))
    for relation, added in plan.added:
        getattr(keep, relation.name).add(*added)
    _sign(gone, user, reason).delete()


def _plan_rows(plan, pointer, keep, gone):
    """Plan the rows of one relation; a row is doubled if it equals one of the kept record in unique or all columns."""
    rows = list(pointer.model._base_manager.filter(**{pointer.attname: gone.pk}))
    kept_rows = list(pointer.model._base_manager.filter(**{pointer.attname: keep.pk}))
    columns = _compared_columns(pointer)
    doubled = [row for row in rows if any(_agree(row, other, columns) for other in kept_rows)]
    moved = [row for row in rows if row not in doubled and row != gone]
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
