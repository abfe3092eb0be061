"""Two records of one and the same thing become one: whatever points to the other then points to the one kept."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import CASCADE

from portal.admin.deletion import whose
from portal.history import update_with_history

ASIDE = {"order", "source_note"}


@dataclass
class MergePlan:
    """What a merger moves, what the kept record has already (then the other's goes), and which ties it takes over."""

    moved: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    tied: list = field(default_factory=list)
    taken: list = field(default_factory=list)

    def lines(self):
        """Everything re-pointed: what it is, and the names."""
        return _named([*self.moved, *self.tied, *self.taken])

    def doubled_lines(self):
        return _named(self.doubled)


def plan_merger(keep, gone):
    """What would be done if `gone` were merged into `keep`."""
    plan, opts = MergePlan(), keep._meta.concrete_model._meta
    for relation in opts.related_objects:
        pointer = relation.field
        if not pointer.many_to_many:
            _plan_rows(plan, pointer, keep, gone)
        elif pointer.remote_field.through._meta.auto_created:
            holders = list(pointer.model._base_manager.filter(**{pointer.name: gone.pk}))
            plan.tied += [(pointer, holders)] if holders else []
    for tie in opts.many_to_many:
        taken = list(getattr(gone, tie.name).exclude(pk__in=getattr(keep, tie.name).values("pk")))
        plan.taken += [(tie, taken)] if taken else []
    return plan


def merge(keep, gone, *, user):
    """Merges `gone` into `keep`, all or nothing; raises ValidationError when the kept record would not hold."""
    with transaction.atomic():
        list(
            type(keep)
            ._base_manager.select_for_update(of=("self",))
            .filter(pk__in=[keep.pk, gone.pk])
            .order_by("pk")
        )
        keep.refresh_from_db()
        gone.refresh_from_db()
        plan = plan_merger(keep, gone)
        reason = f"รวม {gone} ({gone.code}) เข้ากับ {keep} ({keep.code})"
        known, names = keep.key_texts(), [*gone.key_texts(), gone.code]
        for _, rows in plan.doubled:
            for row in rows:
                _signed(row, user, reason).delete()
        for pointer, rows in plan.moved:
            for row in rows:
                setattr(row, pointer.attname, None if row == keep else keep.pk)
            update_with_history(rows, [pointer.name], user=user, reason=reason)
        for pointer, holders in plan.tied:
            for holder in holders:
                ties = getattr(_signed(holder, user, reason), pointer.name)
                ties.add(keep)
                ties.remove(gone)
        keep.refresh_from_db()
        _signed(keep, user, f"{reason}\n{_told(plan)}".strip())
        for tie, taken in plan.taken:
            getattr(keep, tie.name).add(*taken)
        _signed(gone, user, reason).delete()
        others = [name for name in names if name and name not in known]
        keep.spellings = "\n".join(dict.fromkeys([*keep.spellings.splitlines(), *others]))
        _fill_empty(keep, gone)
        keep.full_clean()
        keep.save()
    return plan


def _plan_rows(plan, pointer, keep, gone):
    """Rows of one sort; one that says what a row of the kept record says already, or may stand only once, goes."""
    rows = list(pointer.model._base_manager.filter(**{pointer.attname: gone.pk}))
    theirs = list(pointer.model._base_manager.filter(**{pointer.attname: keep.pk}))
    compared = _compared(pointer)
    doubled = [row for row in rows if any(_same(row, other, names) for other in theirs for names in compared)]
    moved = [row for row in rows if row not in doubled and row != gone]
    plan.doubled += [(pointer, doubled)] if doubled else []
    plan.moved += [(pointer, moved)] if moved else []


def _compared(pointer):
    """The columns in which two rows of one record may not agree, and all that a row has to say."""
    opts = pointer.model._meta
    unique = [constraint.fields for constraint in opts.total_unique_constraints]
    content = [
        f.name for f in opts.concrete_fields if f.editable and not f.primary_key and f.name not in ASIDE
    ]
    own = [names for names in (*unique, content) if pointer.name in names]
    return [[opts.get_field(name).attname for name in names if name != pointer.name] for names in own]


def _same(row, other, names):
    return all(getattr(row, name) == getattr(other, name) for name in names)


def _fill_empty(keep, gone):
    """What the kept record does not say and the other did."""
    for column in keep._meta.concrete_fields:
        if column.editable and not column.primary_key and getattr(keep, column.attname) in (None, ""):
            setattr(keep, column.attname, getattr(gone, column.attname))


def _signed(record, user, reason):
    record._history_user, record._change_reason = user, reason
    return record


def _named(groups):
    return [
        (f"{pointer.model._meta.verbose_name} ({pointer.verbose_name})", _names(pointer, records))
        for pointer, records in groups
    ]


def _names(pointer, records):
    """Rows bear the name of the record they stand in too, unless that is the one that is merged."""
    stands_in_it = pointer.remote_field.on_delete is CASCADE
    return [str(record) if stands_in_it else whose(record) for record in records]


def _told(plan):
    return "\n".join(f"{title}: {', '.join(names)}" for title, names in plan.lines())
