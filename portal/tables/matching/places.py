"""The subdistrict that a row means, by its official code or by the names of the places."""

import re
from collections import defaultdict
from difflib import get_close_matches

from portal.models import Subdistrict
from portal.tables.matching.results import Refusal
from portal.thai.keys import name_key

_WORDS = re.compile("^(?:ตำบล|แขวง|ต\\.|อำเภอ|เขต|อ\\.|จังหวัด|จ\\.)\\s*")


class Places:
    """All subdistricts, of which the office's own are meant first."""

    def __init__(self):
        everywhere = Subdistrict.objects.select_related("district__province")
        self.by_code = {place.code: place for place in everywhere}
        self.own = set(Subdistrict.objects.own().values_list("code", flat=True))
        self.by_name = defaultdict(list)
        for place in self.by_code.values():
            self.by_name[name_key(place.name)].append(place)

    def find(self, row):
        """Yield the subdistrict that the code or the names in a row mean, or a refusal."""
        code, name = row.values.get("subdistrict_code"), row.values.get("subdistrict")
        if code:
            yield self._by_code(code, name)
        elif name:
            district, province = row.values.get("district", ""), row.values.get("province", "")
            yield self._by_name(name, district, province)

    def _by_code(self, code, name):
        place = self.by_code.get(code)
        if place is None:
            return Refusal("subdistrict_code", "ไม่มีรหัสตำบลนี้ ให้ใส่รหัสกรมการปกครอง 6 หลัก เช่น 930501")
        if name and _bare(name) != _bare(place.name):
            sentence = f"รหัสตำบล {code} คือ {place} ไม่ใช่ “{name}” ให้แก้รหัสหรือชื่อตำบลให้ตรงกัน"
            return Refusal("subdistrict", sentence)
        return {"subdistrict": place}

    def _by_name(self, name, district, province):
        found = [
            place
            for place in self.by_name.get(_bare(name), [])
            if not district or _bare(district) == _bare(place.district.name)
            if not province or _bare(province) == _bare(place.district.province.name)
        ]
        found = [place for place in found if place.code in self.own] or found
        if len(found) == 1:
            return {"subdistrict": found[0]}
        if found:
            codes = ", ".join(f"{place} ({place.code})" for place in found[:4])
            sentence = f"มีตำบล “{name}” มากกว่าหนึ่งแห่ง ให้กรอกอำเภอ หรือใส่รหัสตำบล เช่น {codes}"
        else:
            where = f"ในอำเภอ “{district}” " if district else ""
            sentence = f"ไม่พบตำบล “{name}” {where}{self._advice(name)}"
        return Refusal("subdistrict", sentence)

    def _advice(self, name):
        own = {name_key(self.by_code[code].name): self.by_code[code] for code in self.own}
        near = get_close_matches(_bare(name), own, n=1, cutoff=0.6)
        return f"หมายถึง {own[near[0]]} หรือไม่ ให้แก้ชื่อหรือใส่รหัสตำบล" if near else "ให้ตรวจตัวสะกดหรือใส่รหัสตำบล 6 หลัก"


def _bare(name):
    return name_key(_WORDS.sub("", name))
