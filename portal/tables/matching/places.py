"""Find the subdistrict of a row by its official code or by the names of the places."""

import re
from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property

from portal.models import Subdistrict
from portal.tables.matching.results import Refusal
from portal.thai.keys import name_key

_WORDS = re.compile("^(?:ตำบล|แขวง|ต\\.|อำเภอ|เขต|อ\\.|จังหวัด|จ\\.)\\s*")


class SubdistrictLookup:
    """All subdistricts, read when a row first names one; those of the office come first."""

    @cached_property
    def by_code(self):
        return {place.code: place for place in Subdistrict.objects.select_related("district__province")}

    @cached_property
    def by_name(self):
        places = defaultdict(list)
        for place in self.by_code.values():
            places[name_key(place.name)].append(place)
        return places

    @cached_property
    def own_codes(self):
        return set(Subdistrict.objects.own().values_list("code", flat=True))

    def find(self, row):
        """Yield the subdistrict of the code or the names in a row, or a refusal."""
        code, name = row.values.get("subdistrict_code"), row.values.get("subdistrict")
        if code:
            yield self._find_by_code(code, name)
        elif name:
            district, province = row.values.get("district", ""), row.values.get("province", "")
            yield self._find_by_name(name, district, province)

    def _find_by_code(self, code, name):
        place = self.by_code.get(code)
        if place is None:
            return Refusal("subdistrict_code", "ไม่มีรหัสตำบลนี้ ให้ใส่รหัสกรมการปกครอง 6 หลัก เช่น 930501")
        if name and _bare_key(name) != _bare_key(place.name):
            sentence = f"รหัสตำบล {code} คือ {place} ไม่ใช่ “{name}” ให้แก้รหัสหรือชื่อตำบลให้ตรงกัน"
            return Refusal("subdistrict", sentence)
        return {"subdistrict": place}

    def _find_by_name(self, name, district, province):
        found = [
            place
            for place in self.by_name.get(_bare_key(name), [])
            if not district or _bare_key(district) == _bare_key(place.district.name)
            if not province or _bare_key(province) == _bare_key(place.district.province.name)
        ]
        found = [place for place in found if place.code in self.own_codes] or found
        if len(found) == 1:
            return {"subdistrict": found[0]}
        if found:
            codes = ", ".join(f"{place} ({place.code})" for place in found[:4])
            sentence = f"มีตำบล “{name}” มากกว่าหนึ่งแห่ง ให้กรอกอำเภอ หรือใส่รหัสตำบล เช่น {codes}"
        else:
            where = f"ในอำเภอ “{district}” " if district else ""
            sentence = f"ไม่พบตำบล “{name}” {where}{self._suggest(name)}"
        return Refusal("subdistrict", sentence)

    def _suggest(self, name):
        own = {name_key(self.by_code[code].name): self.by_code[code] for code in self.own_codes}
        near = get_close_matches(_bare_key(name), own, n=1, cutoff=0.6)
        return f"หมายถึง {own[near[0]]} หรือไม่ ให้แก้ชื่อหรือใส่รหัสตำบล" if near else "ให้ตรวจตัวสะกดหรือใส่รหัสตำบล 6 หลัก"


def _bare_key(name):
    """Return the key of a name without the words ตำบล, อำเภอ, จังหวัด."""
    return name_key(_WORDS.sub("", name))
