"""Which record a row means: the one of its code, of an official number or of its name, or a new one."""

from portal.tables.matching.names import Names
from portal.tables.plan import OPEN, SKIPPED

A_NEW_ONE, SKIP = "new", "skip"


class Meanings:
    """The records of a kind and the new ones of a file, found by what a row says of them."""

    def __init__(self, kind, heads):
        self.kind, self.heads = kind, heads
        self.by_code = {record.code: record for record in kind.records}
        self.similar = {}
        self.new_in_row = {}

    def record_of(self, line):
        """The record that a row means; nothing when the row is refused, skipped or must be asked about."""
        if code := line.values.get("code"):
            if code not in self.by_code:
                line.refuse("code", "ไม่มีรหัสนี้ในระบบ ให้ตรวจรหัส หรือเว้นว่างเพื่อเพิ่มเป็นรายการใหม่")
            return self.by_code.get(code)
        if record := self.kind.official(line.values):
            return record
        identity = self.kind.identity(line.values)
        if identity is None:
            self._refuse_unnamed(line)
            return None
        return self._named(line, *identity)

    def _refuse_unnamed(self, line):
        missing = [k for k, c in self.kind.columns.items() if c.needed and k not in line.values | line.cells]
        for key in missing:
            line.refuse(key, f"ต้องกรอก “{self.heads[key]}” หรือใส่รหัสของรายการที่มีอยู่แล้ว")
        if not missing and line.result != OPEN:
            line.refuse("code", "ข้อมูลไม่พอที่จะรู้ว่าเป็นรายการใด ให้ใส่รหัส หรือกรอกชื่อให้ครบ")

    def _named(self, line, alike, name):
        """The record of this name, the one that a person chose among near ones, or a new one."""
        names = self._names(alike)
        same, near = (self._possible(found, line) for found in (names.same(name), names.near(name)))
        same = [record for record in same if not self.kind.doubtful(record, line.values)]
        if len(same) == 1:
            return same[0]
        if same:
            codes = ", ".join(record.code or "(รายการใหม่ในไฟล์นี้)" for record in same)
            line.refuse("code", f"มี “{name}” มากกว่าหนึ่งรายการ คือ {codes} ให้ใส่รหัสของรายการที่ต้องการ")
            return None
        if near and (answer := self._ask_which(line, name, near)) != A_NEW_ONE:
            return self._answered(line, answer)
        new = self.kind.model()
        self.new_in_row[id(new)] = line.number
        names.add(new, name)
        return new

    def _possible(self, records, line):
        return [record for record in records if not self.kind.apart(record, line.values)]

    def _ask_which(self, line, name, near):
        old = [(record.code, f"ใช้รายการเดิม {record} ({record.code})") for record in near if record.pk]
        before = [f"แถว {self.new_in_row[id(record)]} {record}" for record in near if not record.pk]
        skip = [(SKIP, f"เป็นรายการเดียวกับ{before[0]} ข้ามแถวนี้")] if before else []
        sentence = f"“{name}” ใกล้เคียงกับ{'รายการที่มีอยู่แล้ว' if old else 'อีกแถวหนึ่งในไฟล์นี้'}"
        choices = [*old, *skip, (A_NEW_ONE, "เป็นรายการใหม่ คนละรายการจริง")]
        return line.ask(f"row-{line.number}", sentence, choices)

    def _answered(self, line, answer):
        if answer == SKIP:
            line.result = SKIPPED
        return self.by_code.get(answer)

    def _names(self, alike):
        """The names of all records that could be the same, gathered when first asked for."""
        if not self.similar:
            for record in self.kind.records:
                theirs, *named = self.kind.identity_of(record)
                self.similar.setdefault(theirs, Names()).add(record, *named)
        return self.similar.setdefault(alike, Names())
