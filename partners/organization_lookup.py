"""The organization that a row of a spreadsheet means, by its code or by any name that is recorded of it."""

from partners.models import Organization
from portal.tables.matching.names import Names
from portal.tables.matching.results import Refusal, ask

NONE_OF_THEM = "none"


class OrganizationLookup:
    """All organizations, found by full and short, former and other names."""

    def __init__(self):
        self.by_code, self.names = {}, Names()
        for body in Organization.objects.prefetch_related("former_names"):
            self.by_code[body.code] = body
            self.names.add(body, *names_of(body))

    def find(self, row, key, code_key, answers, words=""):
        """Yield the organization that a code or name in a row means, as the value of the field `key`.

        `words` is the field that a name is kept in where no organization bears it; without it such a name is refused.
        """
        code, name = row.values.get(code_key), row.values.get(key)
        if code:
            body = self.by_code.get(code)
            yield self._contradiction(code, body, name, key, code_key) or _found(key, body, words)
        elif name:
            for result in self.named(key, name, answers, words=bool(words)):
                yield _found(key, result, words) if isinstance(result, Organization | str) else result

    def named(self, key, name, answers, *, words=False):
        """Yield the organization of this name, a question or a refusal; the name itself, where words will do."""
        same = self.names.same(name)
        if len(same) == 1:
            yield same[0]
        elif same:
            several = ", ".join(f"{body} ({body.code})" for body in same)
            yield Refusal(key, f"“{name}” เป็นได้หลายหน่วยงาน คือ {several} ให้เขียนชื่อเต็มหรือใส่รหัส")
        else:
            yield from self._nearly_named(key, name, answers, words)

    def _nearly_named(self, key, name, answers, words):
        answer = NONE_OF_THEM
        if near := self.names.near(name):
            choices = [(body.code, f"หมายถึง {body} ({body.code})") for body in near]
            other = "ไม่ใช่ ใช้เป็นคำตามที่เขียน" if words else "ไม่ใช่หน่วยงานเหล่านี้"
            sentence = f"“{name}” ไม่ตรงกับชื่อใด แต่ใกล้เคียงกับหน่วยงานที่มีอยู่"
            question = ask(f"{key}-{name}", sentence, [*choices, (NONE_OF_THEM, other)], answers)
            yield question
            answer = question.answer
        if answer in self.by_code:
            yield self.by_code[answer]
        elif answer and words:
            yield name
        elif answer:
            yield Refusal(key, f"ไม่พบหน่วยงาน “{name}” ให้ตรวจตัวสะกด หรือเพิ่มหน่วยงานนี้ก่อนแล้วตรวจไฟล์อีกครั้ง")

    def _contradiction(self, code, body, name, key, code_key):
        if body is None:
            return Refusal(code_key, "ไม่มีหน่วยงานรหัสนี้ ให้ตรวจรหัส หรือเว้นว่างแล้วกรอกชื่อ")
        if name and body not in self.names.same(name):
            return Refusal(key, f"รหัส {code} คือ “{body.full_name}” ไม่ใช่ “{name}” ให้แก้รหัสหรือชื่อให้ตรงกัน")
        return None


def names_of(body):
    """Every name that is recorded of an organization."""
    former = [name for old in body.former_names.all() for name in (old.full_name, old.short_name)]
    return [body.full_name, body.short_name, body.name, *body.spellings.splitlines(), *former]


def _found(key, meant, words):
    """An organization or a name in words, as the values of the fields."""
    if not words:
        return {key: meant}
    return {key: None, words: meant} if isinstance(meant, str) else {key: meant, words: ""}
