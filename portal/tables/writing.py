"""What a check found, written in one short transaction: all of it or nothing."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from portal.history import create_with_history, update_with_history
from portal.tables.plan import CHANGED, NEW, SAME

_LOCKED_AT_ONCE = 500


class ChangedMeanwhile(Exception):
    """Somebody changed a record after it was checked."""


class WrittenBefore(Exception):
    """The import was written already, perhaps by a second press of the button."""


def write(plan, incoming, user):
    """Write the records of a plan with their history, and note on the import who did so and when.

    Raises, and writes nothing, when a record is not as the check found it, or when it was written before.
    """
    reason = f"นำเข้าจาก {incoming.file_name}"
    kept = [entry.kept for entry in plan.entries]
    parts = [part for entry in plan.entries for part in entry.parts]
    with transaction.atomic():
        _mark_written(plan, incoming, user)
        _refuse_what_changed([one for one in kept + parts if one.before and one.changes])
        create_with_history([one.record for one in kept if one.is_new], user=user, reason=reason)
        _update([one for one in kept if one.changes and not one.is_new], user, reason)
        for entry in plan.entries:
            _join(entry)
        create_with_history([part.record for part in parts if part.is_new], user=user, reason=reason)
        _update([part for part in parts if part.changes and not part.is_new], user, reason)


def _mark_written(plan, incoming, user):
    """Take the import for this writing, so that it is never written twice."""
    taken = type(incoming).objects.select_for_update().get(pk=incoming.pk)
    if taken.written_at:
        raise WrittenBefore
    counts = plan.counts
    taken.written_at, taken.written_by = timezone.now(), user
    taken.rows_new, taken.rows_changed, taken.rows_same = counts[NEW], counts[CHANGED], counts[SAME]
    taken.save()


def _refuse_what_changed(touched):
    """Lock the records that will change, and compare them with what was checked."""
    by_model = defaultdict(dict)
    for one in touched:
        by_model[type(one.record)][one.before.pk] = one.before
    for model, checked in by_model.items():
        columns = [field.attname for field in model._meta.concrete_fields]
        keys = list(checked)
        for start in range(0, len(keys), _LOCKED_AT_ONCE):
            some = keys[start : start + _LOCKED_AT_ONCE]
            now = {r.pk: r for r in model.objects.select_for_update().filter(pk__in=some).order_by("pk")}
            for key in some:
                if key not in now or any(getattr(now[key], c) != getattr(checked[key], c) for c in columns):
                    raise ChangedMeanwhile


def _update(changed, user, reason):
    fields = set().union(*(one.fields for one in changed))
    update_with_history([one.record for one in changed], fields, user=user, reason=reason)


def _join(entry):
    """Put the parts to their record, new ones behind those that stand."""
    name = entry.part_of
    last = max((getattr(part, "order", 0) for part in entry.standing), default=0)
    for part in entry.parts:
        if part.is_new:
            setattr(part.record, name, entry.kept.record)
            if hasattr(part.record, "order"):
                last += 1
                part.record.order = last
