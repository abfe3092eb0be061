"""Find the record that a row is about: by its code, an official number or its name, or a new one."""

from collections import defaultdict

from portal.tables.matching.names import NameIndex
from portal.tables.matching.results import Match, Question, Refusal, ask

A_NEW_ONE, SKIP = "new", "skip"


class Matcher:
    """Matches the rows of a file with the records of a kind and the new records of earlier rows."""

    def __init__(self, kind, answers):
        self.kind, self.answers = kind, answers
        self.names = None
        self.new_in_row = {}

    def match(self, row):
        """Return the values of a row with its record, or with the problems and questions about it."""
        match = Match(_plain_values(self.kind, row))
        for result in self.kind.resolve_references(row, self.answers):
            if isinstance(result, Refusal):
                match.refusals.append(result)
            elif isinstance(result, Question):
                match.questions.append(result)
            else:
                match.values |= result
        if all(question.answer for question in match.questions):
            self._match_record(row, match)
        return match

    def _match_record(self, row, match):
        if any(refusal.key == "code" for refusal in match.refusals):
            return
        if code := row.values.get("code"):
            match.record = self.kind.by_code.get(code)
            if match.record is None:
                match.refusals.append(Refusal("code", "ไม่มีรหัสนี้ในระบบ ให้ตรวจรหัส หรือเว้นว่างเพื่อเพิ่มเป็นรายการใหม่"))
        elif record := self.kind.find_official(match.values):
            match.record = record
        elif match.values.get(self.kind.name_field) and all(
            match.values.get(field) for field in self.kind.match_fields
        ):
            self._match_name(row, match)
        else:
            match.refusals += self._missing_columns(row, match)

    def _missing_columns(self, row, match):
        """Return refusals of the needed columns that are empty, or one of the row where none is."""
        known = row.cells.keys() | match.values.keys()
        needed = [column for column in self.kind.columns.values() if column.needed]
        missing = [column for column in needed if not known & {column.key, *column.fields}]
        if missing:
            sentence = "ต้องกรอก “{}” หรือใส่รหัสของรายการที่มีอยู่แล้ว"
            return [Refusal(column.key, sentence.format(column.head)) for column in missing]
        if row.refusals or match.refusals:
            return []
        return [Refusal("code", "ข้อมูลไม่พอที่จะรู้ว่าเป็นรายการใด ให้ใส่รหัส หรือกรอกชื่อให้ครบ")]

    def _match_name(self, row, match):
        """Match the record of this name, the chosen one of nearly this name, or a new one."""
        name, names = match.values[self.kind.name_field], self._comparable_names(match.values)
        same = self._without_distinct(names.find_same(name), match)
        same = [record for record in same if not self.kind.may_be_distinct(record, match.values)]
        if len(same) == 1:
            match.record = same[0]
        elif same:
            codes = ", ".join(record.code or "(รายการใหม่ในไฟล์นี้)" for record in same)
            sentence = f"มี “{name}” มากกว่าหนึ่งรายการ คือ {codes} ให้ใส่รหัสของรายการที่ต้องการ"
            match.refusals.append(Refusal("code", sentence))
        else:
            self._match_near_name(row, match, name, names)

    def _match_near_name(self, row, match, name, names):
        answer = A_NEW_ONE
        if near := self._without_distinct(names.find_near(name), match):
            question = self._ask_which(row, name, near)
            match.questions.append(question)
            answer = question.answer
        if answer == A_NEW_ONE:
            match.record = self.kind.model()
            self.new_in_row[id(match.record)] = row.number
            names.add(match.record, name)
        else:
            match.is_skipped = answer == SKIP
            match.record = self.kind.by_code.get(answer)

    def _without_distinct(self, records, match):
        return [record for record in records if not self.kind.are_distinct(record, match.values)]

    def _ask_which(self, row, name, near):
        old = [(record.code, f"ใช้รายการเดิม {record} ({record.code})") for record in near if record.pk]
        before = [f"แถว {self.new_in_row[id(record)]} {record}" for record in near if not record.pk]
        skip = [(SKIP, f"เป็นรายการเดียวกับ{before[0]} ข้ามแถวนี้")] if before else []
        sentence = f"“{name}” ใกล้เคียงกับ{'รายการที่มีอยู่แล้ว' if old else 'อีกแถวหนึ่งในไฟล์นี้'}"
        choices = [*old, *skip, (A_NEW_ONE, "เป็นรายการใหม่ คนละรายการจริง")]
        return ask(f"row-{row.number}", sentence, choices, self.answers)

    def _comparable_names(self, values):
        """Return the names of the records that agree with a row in the match fields of the kind."""
        fields = [self.kind.model._meta.get_field(name) for name in self.kind.match_fields]
        if self.names is None:
            self.names = defaultdict(NameIndex)
            for record in self.kind.records:
                index = self.names[tuple(getattr(record, field.attname) for field in fields)]
                index.add(record, *self.kind.names_of(record))
        return self.names[tuple(getattr(values[field.name], "pk", values[field.name]) for field in fields)]


def _plain_values(kind, row):
    """Return the values of the fields that need no matching, with empty ones for cells with a dash."""
    values = {}
    for key, column in kind.columns.items():
        if key in row.emptied:
            model = kind.part_model if column.is_of_part else kind.model
            values |= {name: empty_value(model._meta.get_field(name)) for name in column.fields}
        elif key in row.values and not column.names_record:
            cell_values = row.values[key] if len(column.fields) > 1 else (row.values[key],)
            values |= dict(zip(column.fields, cell_values, strict=False))
    return values


def empty_value(field):
    """Return the value of a model field when it is empty."""
    return None if field.null else ""
