"""Write what a check found in one short transaction: all of it or nothing."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from portal.history import create_with_history, update_with_history
from portal.tables.plan import CHANGED, NEW, SAME

_LOCKED_AT_ONCE = 500


class ChangedMeanwhile(Exception):
    """A record was changed after it was checked."""


class WrittenBefore(Exception):
    """The import was written before, perhaps by a second press of the button."""


def write(plan, incoming, user):
    """Write the records of a plan with their history, and note on the import the user and the time.

    Raise ChangedMeanwhile when a record is not as the check found it, WrittenBefore when it was written.
    """
    reason = f"นำเข้าจาก {incoming.file_name}"
    records = [planned.record_change for planned in plan.planned_rows]
    parts = [part for planned in plan.planned_rows for part in planned.part_changes]
    with transaction.atomic():
        _mark_written(plan, incoming, user)
        _lock_unchanged([change for change in records + parts if change.before and change.changes])
        _store(records, user, reason)
        for planned in plan.planned_rows:
            _attach_new_parts(planned, plan.kind.part_of)
        _store(parts, user, reason)


def _mark_written(plan, incoming, user):
    """Store the time and counts on the locked import. Raise WrittenBefore if it has them."""
    locked = type(incoming).objects.select_for_update().get(pk=incoming.pk)
    if locked.written_at:
        raise WrittenBefore
    counts = plan.counts
    locked.written_at, locked.written_by = timezone.now(), user
    locked.rows_new, locked.rows_changed, locked.rows_same = counts[NEW], counts[CHANGED], counts[SAME]
    locked.save()


def _lock_unchanged(changes):
    """Lock the records that will change. Raise ChangedMeanwhile if one differs from what was checked."""
    by_model = defaultdict(dict)
    for change in changes:
        by_model[type(change.record)][change.before.pk] = change.before
    for model, checked in by_model.items():
        columns = [field.attname for field in model._meta.concrete_fields]
        keys = list(checked)
        for start in range(0, len(keys), _LOCKED_AT_ONCE):
            batch = keys[start : start + _LOCKED_AT_ONCE]
            now = {r.pk: r for r in model.objects.select_for_update().filter(pk__in=batch).order_by("pk")}
            for key in batch:
                if key not in now or any(getattr(now[key], c) != getattr(checked[key], c) for c in columns):
                    raise ChangedMeanwhile


def _store(changes, user, reason):
    create_with_history([change.record for change in changes if change.is_new], user=user, reason=reason)
    changed = [change for change in changes if change.changes and not change.is_new]
    fields = set().union(*(change.fields for change in changed))
    update_with_history([change.record for change in changed], fields, user=user, reason=reason)


def _attach_new_parts(planned, part_of):
    """Set the record of new parts, and their order behind the stored ones."""
    last = max((getattr(part, "order", 0) for part in planned.stored_parts), default=0)
    for part in (change.record for change in planned.part_changes if change.is_new):
        setattr(part, part_of, planned.record_change.record)
        if hasattr(part, "order"):
            last += 1
            part.order = last
