"""Compare the rows of a file with the records, without writing; the result is an ImportPlan."""

from portal.records import Publication
from portal.tables.cells import as_seen
from portal.tables.columns import recognise_heads
from portal.tables.matching.records import Matcher, empty_value
from portal.tables.plan import SAME, SKIPPED, ImportPlan, PlannedRow, RecordChange, field_value
from portal.tables.reading import parse_row
from portal.tables.rules import find_faults

EVERY = 500


class Check:
    """One check of one file; `plan` is complete once `run` is exhausted."""

    def __init__(self, kind, table, answers):
        self.kind, self.table = kind, table
        heads = recognise_heads(table.heads, kind.sheet.columns, answers.get("columns", {}))
        self.plan = ImportPlan(heads, kind)
        self.matcher = Matcher(kind, answers.get("offers", {}))
        self.planned_rows = {}
        columns = reversed(kind.sheet.columns)
        self.keys = {(name, column.is_of_part): column.key for column in columns for name in column.fields}

    def run(self):
        """Yield the number of checked rows, every 500 rows."""
        heads = self.plan.heads
        if heads.unknown or heads.missing:
            return
        for done, cells in enumerate(self.table.rows, start=1):
            row = parse_row(cells, heads.known, self.kind.columns)
            self.plan.results[row.number] = SKIPPED if row.is_example else SAME
            if not row.is_example:
                self._check_row(row)
            if done % EVERY == 0:
                yield done
        for planned in self.plan.planned_rows:
            self._apply_rules(planned)

    def _check_row(self, row):
        """Match a row, note its problems, and plan its changes where there is none."""
        match = self.matcher.match(row)
        for refusal in (*row.refusals, *match.refusals):
            self.plan.refuse(row, refusal.key, refusal.sentence)
        for question in match.questions:
            self.plan.add_question(row, question)
        if match.is_skipped:
            self.plan.results[row.number] = SKIPPED
        if match.record is not None and not match.refusals:
            self._plan_row(row, match)

    def _plan_row(self, row, match):
        planned = self.planned_rows.get(id(match.record))
        if planned is None:
            planned = self._plan_record(row, match)
        else:
            self._compare_with_first(planned, row, match.values)
        planned.parsed_rows.append(row)
        for values in self.kind.part_values(match.values):
            self._plan_part(planned, row, values)

    def _plan_record(self, row, match):
        change = RecordChange(match.record, row)
        planned = PlannedRow(change, match.values, [] if change.is_new else self._stored_parts(match.record))
        self.planned_rows[id(match.record)] = planned
        self.plan.planned_rows.append(planned)
        for column, values in self._record_columns(match.values):
            change.set_values(column.fields, values, column.head)
        return planned

    def _stored_parts(self, record):
        if not self.kind.part_of:
            return []
        relation = self.kind.part_model._meta.get_field(self.kind.part_of).remote_field
        return list(getattr(record, relation.get_accessor_name()).all())

    def _record_columns(self, values):
        """Yield the columns of the record for which a row has values, with these values."""
        for column in self.kind.columns.values():
            if column.fields and not column.is_of_part and all(name in values for name in column.fields):
                yield column, tuple(values[name] for name in column.fields)

    def _compare_with_first(self, planned, row, values):
        """Refuse a later row of a record that contradicts the first, or any where records have no parts."""
        first = planned.record_change.row
        if not self.kind.part_model:
            self.plan.refuse(row, "code", f"เป็นรายการเดียวกับแถว {first.number} ให้ลบแถวใดแถวหนึ่ง")
            return
        for column, found in self._record_columns(values):
            if found != tuple(planned.values.get(name) for name in column.fields):
                cell = as_seen(first.cells.get(column.key))
                there = f"แถว {first.number} ซึ่งเป็นรายการเดียวกันและเขียนว่า “{cell}”"
                self.plan.refuse(row, column.key, f"ไม่ตรงกับ{there} ให้แก้สองแถวให้ตรงกัน")

    def _plan_part(self, planned, row, values):
        """Plan a stored or new part of a record; refuse a new one that repeats another row."""
        change = RecordChange(self._take_stored_part(planned, values) or self.kind.part_model(), row)
        for name, value in values.items():
            change.set_values((name,), (value,), self._part_head(name))
        same = (
            other
            for other in planned.part_changes
            if all(field_value(change.record, name) == field_value(other.record, name) for name in values)
        )
        if change.is_new and (twin := next(same, None)):
            self.plan.refuse(row, "", f"ซ้ำกับแถว {twin.row.number} ทุกช่อง ให้ลบแถวใดแถวหนึ่ง")
        else:
            planned.part_changes.append(change)

    def _take_stored_part(self, planned, values):
        """Return the unmatched stored part of equal values, else one of the same key, else None."""
        for names in (tuple(values), *self.kind.part_keys):
            for part in planned.unmatched_parts:
                if all(field_value(part, name) == values.get(name, _default(part, name)) for name in names):
                    planned.unmatched_parts.remove(part)
                    return part
        return None

    def _part_head(self, name):
        key = self.keys.get((name, True))
        return self.kind.columns[key].head if key else self.kind.part_model._meta.get_field(name).verbose_name

    def _apply_rules(self, planned):
        """Check a record and its parts by the rules of their models, and count their rows."""
        self._protect_confirmation(planned)
        changes = [change for change in planned.all_changes if change.changes or change.is_new]
        for change in changes:
            is_part = change is not planned.record_change
            for name, sentence in find_faults(change.record, {self.kind.part_of} if is_part else set()):
                self.plan.refuse(change.row, self.keys.get((name, is_part), ""), sentence)
        new_parts = [part.record for part in planned.part_changes if part.is_new]
        for refusal in self.kind.check_whole(planned.record_change.record, new_parts):
            self.plan.refuse(planned.record_change.row, refusal.key, refusal.sentence)
        for change in changes:
            self.plan.note_change(change)

    def _protect_confirmation(self, planned):
        """Refuse a confirmation by a user without the right; make a changed confirmed record a draft again."""
        change, meta = planned.record_change, self.kind.model._meta
        if getattr(change.record, "status", None) != Publication.CONFIRMED:
            return
        if self.kind.user.has_perm(f"{meta.app_label}.confirm_{meta.model_name}"):
            return
        if change.is_new or change.before.status != Publication.CONFIRMED:
            self.plan.refuse(change.row, "status", "ท่านไม่มีสิทธิ์ยืนยัน ให้ใส่ “ร่าง” แล้วแจ้งผู้มีสิทธิ์ยืนยันในระบบ")
        elif planned.changes:
            change.set_values(("status",), (Publication.DRAFT,), self.kind.columns["status"].head)


def _default(record, name):
    field = record._meta.get_field(name)
    return field.get_default() if field.has_default() else empty_value(field)
