"""Words that must not be printed: blanks, stand-ins, weekdays that are not of their date."""

import re
from collections.abc import Iterator

from portal.thai.dates import MONTHS, MONTHS_SHORT, WEEKDAYS, parse_date
from reports.checks.findings import Finding, Severity
from reports.checks.texts import texts_of

_BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|(?:จำนวน|ละ|ที่|เลขที่|ปี) ?(?:\.{2,}|…)")
_STAND_IN = re.compile(
    r"[(\[] ?เอกสารจาก[^)\]\n]*[)\]]|เอกสารจาก ?(?:ป้า|ลุง|พี่(?!เลี้ยง)|น้อง|\.|…|$)"
    r"|รอ(?:ข้อมูล|เอกสาร|เพิ่มเติม|เติม|ตัวเลข|ยืนยันตัวเลข)|ใส่(?:ข้อความ|ข้อมูล|ตัวเลข|ชื่อ)(?:ที่นี่|ภายหลัง)"
    r"|(?<![A-Za-z])(?:x{3,}|tbd|todo|n/a|lorem ipsum)(?![A-Za-z])|\?{2,}",
    re.IGNORECASE,
)
_MONTH = "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT))
_DAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})ที่ ?[0-9]{{1,2}} (?:{_MONTH}) (?:พ\.ศ\. ?)?[0-9]{{4}}")


def blank_in_words(summary, narrative) -> Iterator[Finding]:
    """Find runs of dots or lines in a paragraph or in any text of a record that is printed."""
    for text, found in _found(_BLANK, summary, narrative):
        said = f"มีช่องว่าง “{found}” ให้เติมข้อความหรือตัดประโยคออก"
        yield text.finding("ช่องว่างที่ยังไม่ได้เติม", said, Severity.BLOCKER)


def stand_in(summary, narrative) -> Iterator[Finding]:
    """Find “(เอกสารจาก…)”, xxx, รอข้อมูล, ??? and the like."""
    for text, found in _found(_STAND_IN, summary, narrative):
        said = f"มี “{found}” ซึ่งเขียนไว้แทนเนื้อหาจริง ให้เขียนเนื้อหาหรือตัดออก"
        yield text.finding("ข้อความแทนที่ยังไม่ได้เขียน", said, Severity.BLOCKER)


def weekday_is_not_the_dates(summary, narrative) -> Iterator[Finding]:
    """Find “วันศุกร์ที่ 11 มกราคม 2557”, a Saturday; a day that does not exist."""
    for text, found in _found(_DAY, summary, narrative):
        try:
            parse_date(found)
        except ValueError as error:
            yield text.finding("วันในสัปดาห์ไม่ตรงกับวันที่", f"เขียน “{found}” แต่{error}", Severity.BLOCKER)


def _found(pattern, summary, narrative):
    """Each text in which the pattern is found, with the first words found."""
    for text in texts_of(summary, narrative):
        if found := pattern.search(text.text):
            yield text, found.group().strip()


RULES = [blank_in_words, stand_in, weekday_is_not_the_dates]
