"""Find the organizations named in spreadsheet rows, by code or by any recorded name."""

from partners.models import Organization
from portal.tables.matching.names import NameIndex
from portal.tables.matching.results import Refusal, ask

NONE_OF_THEM = "none"


class OrganizationLookup:
    """All organizations, indexed by code and by full, short, former and other names."""

    def __init__(self):
        self.by_code, self.names = {}, NameIndex()
        for organization in Organization.objects.prefetch_related("former_names"):
            self.by_code[organization.code] = organization
            former = [n for old in organization.former_names.all() for n in (old.full_name, old.short_name)]
            own = [organization.full_name, organization.short_name, organization.name]
            self.names.add(organization, *own, *organization.spellings.splitlines(), *former)

    def find(self, row, key, code_key, answers, words=""):
        """Yield the organization of a row's code or name as {key: organization}, a Question or a Refusal.

        `words` is the field that stores a name of no organization; without it such a name is refused.
        """
        code, name = row.values.get(code_key), row.values.get(key)
        if code:
            found = self.by_code.get(code)
            yield self._refuse(code, found, name, key, code_key) or field_values(key, found, words)
        elif name:
            for result in self.find_by_name(key, name, answers, words=bool(words)):
                yield field_values(key, result, words) if isinstance(result, Organization | str) else result

    def find_by_name(self, key, name, answers, *, words=False):
        """Yield the organization of a name, a Question or a Refusal; the name itself if `words` are allowed."""
        same = self.names.find_same(name)
        if len(same) == 1:
            yield same[0]
        elif same:
            several = ", ".join(f"{each} ({each.code})" for each in same)
            yield Refusal(key, f"“{name}” เป็นได้หลายหน่วยงาน คือ {several} ให้เขียนชื่อเต็มหรือใส่รหัส")
        else:
            yield from self._ask_about_similar(key, name, answers, words)

    def _ask_about_similar(self, key, name, answers, words):
        answer = NONE_OF_THEM
        if near := self.names.find_near(name):
            choices = [(each.code, f"หมายถึง {each} ({each.code})") for each in near]
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

    def _refuse(self, code, found, name, key, code_key):
        """Return the Refusal of an unknown code or of a name that contradicts the code, or None."""
        if found is None:
            return Refusal(code_key, "ไม่มีหน่วยงานรหัสนี้ ให้ตรวจรหัส หรือเว้นว่างแล้วกรอกชื่อ")
        if name and found not in self.names.find_same(name):
            return Refusal(key, f"รหัส {code} คือ “{found.full_name}” ไม่ใช่ “{name}” ให้แก้รหัสหรือชื่อให้ตรงกัน")
        return None


def field_values(key, found, words):
    """Return the values of the fields `key` and, if any, `words` for an organization or a name in words."""
    if not words:
        return {key: found}
    return {key: None, words: found} if isinstance(found, str) else {key: found, words: ""}
