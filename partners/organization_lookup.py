"""The organization that a row of a spreadsheet means, by its code or by any name that is recorded of it."""

from partners.models import Organization
from portal.tables.matching.names import Names

NONE_OF_THEM = "none"


class Bodies:
    """All organizations, found by full and short, former and other names."""

    def __init__(self):
        self.by_code, self.names = {}, Names()
        for body in Organization.objects.prefetch_related("former_names"):
            self.by_code[body.code] = body
            self.names.add(body, *names_of(body))

    def resolve(self, line, key, code_key, words=False):
        """Puts the organization in the place of its code and name; with `words`, a name that none bears stays."""
        code, name = line.values.get(code_key), line.values.get(key)
        if code:
            self._by_code(line, key, code_key, code, name)
        elif name:
            body = self.named(line, key, name, words)
            if body is not None:
                line.values[key] = body

    def _by_code(self, line, key, code_key, code, name):
        body = self.by_code.get(code)
        if body is None:
            line.refuse(code_key, "ไม่มีหน่วยงานรหัสนี้ ให้ตรวจรหัส หรือเว้นว่างแล้วกรอกชื่อ")
            line.values.pop(key, None)
        elif name and body not in self.names.same(name):
            line.refuse(key, f"รหัส {code} คือ “{body.full_name}” ไม่ใช่ “{name}” ให้แก้รหัสหรือชื่อให้ตรงกัน")
        else:
            line.values[key] = body

    def named(self, line, key, name, words=False):
        """The organization of this name; words that nobody bears are given back, where words will do."""
        same = self.names.same(name)
        if len(same) == 1:
            return same[0]
        if same:
            several = ", ".join(f"{body} ({body.code})" for body in same)
            line.refuse(key, f"“{name}” เป็นได้หลายหน่วยงาน คือ {several} ให้เขียนชื่อเต็มหรือใส่รหัส")
            return None
        near = self.names.near(name)
        if near:
            choices = [(body.code, f"หมายถึง {body} ({body.code})") for body in near]
            other = "ไม่ใช่ ใช้เป็นคำตามที่เขียน" if words else "ไม่ใช่หน่วยงานเหล่านี้"
            sentence = f"“{name}” ไม่ตรงกับชื่อใด แต่ใกล้เคียงกับหน่วยงานที่มีอยู่"
            answer = line.ask(f"{key}-{name}", sentence, [*choices, (NONE_OF_THEM, other)])
            if answer in self.by_code:
                return self.by_code[answer]
            if not answer:
                line.values.pop(key, None)
                return None
        if words:
            return name
        line.refuse(key, f"ไม่พบหน่วยงาน “{name}” ให้ตรวจตัวสะกด หรือเพิ่มหน่วยงานนี้ก่อนแล้วตรวจไฟล์อีกครั้ง")
        return None


def names_of(body):
    """Every name that is recorded of an organization."""
    former = [name for old in body.former_names.all() for name in (old.full_name, old.short_name)]
    return [body.full_name, body.short_name, body.name, *body.spellings.splitlines(), *former]
