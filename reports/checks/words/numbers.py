"""Reading the numbers in a text beside what they count, in digits, in words or as a sum."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ONES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TENS = {"": 0, "สิบ": 10, "ยี่สิบ": 20} | {f"{word}สิบ": 10 * n for n, word in enumerate(ONES, start=1) if n > 2}
WORDS = {
    tens + one: value + n
    for tens, value in _TENS.items()
    for n, one in enumerate(("", *ONES, "เอ็ด"))
    if tens or one not in ("", "เอ็ด")
} | {f"{tens}เอ็ด": value + 1 for tens, value in _TENS.items() if tens}
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_NUMBER = rf"(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?: ?\+ ?[0-9]+)*|{_WORD})"
_NOT_A_COUNT = (
    r"(?:[0-9.,/+–-] ?|(?:ที่|เขต|ข้อ|ปี|พ\.ศ\.|ปีงบประมาณ|ปีการศึกษา|ระดับ|ชั้น|หมู่|ไตรมาส|เลข|ครั้ง|ระยะ|ละ|ภาคเรียน"
    r"|อย่างน้อย|ไม่น้อยกว่า|ไม่เกิน|กว่า|เกิน|ประมาณ|ราว|เพิ่มอีก|เพิ่มขึ้น|อีก|เป้าหมาย|ทุก|นำร่อง) ?)$"
)
_AFTER = (
    r"(?=[^ก-๙]|$|ที่|ครู|และ|ครบ|ทั้ง|ใน|ของ|ได้|ร่วม|โรงเรียน|ซึ่ง|เข้า|จัด|มี|ทำ|เป็น|ให้|โดย|เพื่อ|กับ|ตาม|ต่อ|แล้ว|เดียว)"
)
_PRECEDED = re.compile(_NOT_A_COUNT)
LOOK_BACK = 20


@dataclass(frozen=True)
class Count:
    """A number beside a noun: the words as written, the position of the number, and the parts of a sum."""

    written: str
    start: int
    parts: tuple[int, ...]

    @property
    def total(self):
        return sum(self.parts)

    def is_in(self, counts):
        """Tell whether the counts include the total or all of the parts."""
        return self.total in counts or all(part in counts for part in self.parts)


def counts_of(noun: str, text: str) -> Iterator[Count]:
    """Yield each number beside the noun: “11 ชมรม”, “สิบเอ็ดชมรม”, “ชมรม 11 แห่ง”, “เครือข่าย 11+2”.

    The number one, ordinals, years, rates, limits and approximate numbers are left out.
    """
    word = re.escape(noun)
    before = re.compile(rf"{_NUMBER} ?{word}{_AFTER}")
    behind = re.compile(
        rf"{word}[ก-๙]{{0,20}} ?(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น)? ?{_NUMBER}(?: ?(?:แห่ง|ราย){_AFTER}|(?<=\+[0-9])(?![0-9]))"
    )
    for pattern in (before, behind):
        for match in pattern.finditer(text):
            start = match.start("number")
            parts = (WORDS.get(part) or int(part.replace(",", "")) for part in match["number"].split("+"))
            count = Count(match.group(), start, tuple(parts))
            if count.total > 1 and not _PRECEDED.search(text[max(0, start - LOOK_BACK) : start]):
                yield count
