"""Which record a row means: the one of its code, of an official number or of its name, or a new one."""

from portal.tables.matching.names import Names
from portal.tables.matching.results import Match, Question, Refusal, ask

A_NEW_ONE, SKIP = "new", "skip"


class Matcher:
    """The records of a kind and the new ones of a file, found by what a row says of them."""

    def __init__(self, kind, answers):
        self.kind, self.answers = kind, answers
        self.names_by_likeness = {}
        self.new_in_row = {}

    def match(self, row):
        """Return what a row means: the values of its fields, and its record or what stands against it."""
        match = Match(_values(self.kind, row))
        for result in self.kind.resolve_references(row, self.answers):
            if isinstance(result, Refusal):
                match.refusals.append(result)
            elif isinstance(result, Question):
                match.questions.append(result)
            else:
                match.values |= result
        if not match.is_waiting:
            self._match_record(row, match)
        return match

    def _match_record(self, row, match):
        """Put the record into a match, standing or new, or what stands against it."""
        if any(refusal.key == "code" for refusal in match.refusals):
            return
        if code := row.values.get("code"):
            match.record = self.kind.by_code.get(code)
            if match.record is None:
                match.refusals.append(Refusal("code", "ไม่มีรหัสนี้ในระบบ ให้ตรวจรหัส หรือเว้นว่างเพื่อเพิ่มเป็นรายการใหม่"))
        elif record := self.kind.find_official(match.values):
            match.record = record
        elif (likeness := self._likeness(match.values)) is None:
            match.refusals += self._missing(row, match)
        else:
            self._match_name(row, match, likeness)

    def _likeness(self, values):
        """What tells a record without a code from others, beside its name; nothing when a part of it is unknown."""
        known = [values.get(field) for field in self.kind.match_fields]
        if not all(known) or not values.get(self.kind.name_field):
            return None
        return tuple(getattr(value, "pk", value) for value in known)

    def _missing(self, row, match):
        known = row.cells.keys() | match.values.keys()
        needed = [column for column in self.kind.columns.values() if column.needed]
        missing = [column for column in needed if not known & {column.key, *column.fields}]
        if missing:
            sentence = "ต้องกรอก “{}” หรือใส่รหัสของรายการที่มีอยู่แล้ว"
            return [Refusal(column.key, sentence.format(column.head)) for column in missing]
        if row.refusals or match.refusals:
            return []
        return [Refusal("code", "ข้อมูลไม่พอที่จะรู้ว่าเป็นรายการใด ให้ใส่รหัส หรือกรอกชื่อให้ครบ")]

    def _match_name(self, row, match, likeness):
        """The record of this name, the one that a person chose among near ones, or a new one."""
        name, names = match.values[self.kind.name_field], self._names(likeness)
        same = self._possible(names.same(name), match)
        same = [record for record in same if not self.kind.may_be_distinct(record, match.values)]
        if len(same) == 1:
            match.record = same[0]
        elif same:
            codes = ", ".join(record.code or "(รายการใหม่ในไฟล์นี้)" for record in same)
            sentence = f"มี “{name}” มากกว่าหนึ่งรายการ คือ {codes} ให้ใส่รหัสของรายการที่ต้องการ"
            match.refusals.append(Refusal("code", sentence))
        else:
            self._match_near(row, match, name, names)

    def _match_near(self, row, match, name, names):
        """The record that a person chose among those of nearly this name, or a new one."""
        answer = A_NEW_ONE
        if near := self._possible(names.near(name), match):
            question = self._which(row, name, near)
            match.questions.append(question)
            answer = question.answer
        if answer == A_NEW_ONE:
            match.record = self.kind.model()
            self.new_in_row[id(match.record)] = row.number
            names.add(match.record, name)
        else:
            match.is_skipped = answer == SKIP
            match.record = self.kind.by_code.get(answer)

    def _possible(self, records, match):
        return [record for record in records if not self.kind.are_distinct(record, match.values)]

    def _which(self, row, name, near):
        old = [(record.code, f"ใช้รายการเดิม {record} ({record.code})") for record in near if record.pk]
        before = [f"แถว {self.new_in_row[id(record)]} {record}" for record in near if not record.pk]
        skip = [(SKIP, f"เป็นรายการเดียวกับ{before[0]} ข้ามแถวนี้")] if before else []
        sentence = f"“{name}” ใกล้เคียงกับ{'รายการที่มีอยู่แล้ว' if old else 'อีกแถวหนึ่งในไฟล์นี้'}"
        choices = [*old, *skip, (A_NEW_ONE, "เป็นรายการใหม่ คนละรายการจริง")]
        return ask(f"row-{row.number}", sentence, choices, self.answers)

    def _names(self, likeness):
        """The names of all records that could be the same, gathered at the first question of it."""
        if not self.names_by_likeness:
            attributes = [self.kind.model._meta.get_field(field).attname for field in self.kind.match_fields]
            for record in self.kind.records:
                theirs = tuple(getattr(record, attribute) for attribute in attributes)
                names = self.names_by_likeness.setdefault(theirs, Names())
                names.add(record, *self.kind.names_of(record))
        return self.names_by_likeness.setdefault(likeness, Names())


def _values(kind, row):
    """The values of the fields that need no matching: what a row says, or nothing where it takes the value away."""
    values = {}
    for key, column in kind.columns.items():
        if key in row.emptied:
            model = kind.part_model if column.is_of_part else kind.model
            values |= {name: empty(model._meta.get_field(name)) for name in column.fields}
        elif key in row.values and not column.names_record:
            several = row.values[key] if len(column.fields) > 1 else (row.values[key],)
            values |= dict(zip(column.fields, several, strict=False))
    return values


def empty(field):
    """What a model field holds when it is empty."""
    return None if field.null else ""
