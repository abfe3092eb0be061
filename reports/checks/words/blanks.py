"""Rules about what must not be printed: blanks, stand-ins, wrong weekdays, unknown live figures."""

import re

from portal.thai.dates import MONTHS, MONTHS_SHORT, WEEKDAYS, parse_date
from reports.checks.findings import Findings, Severity
from reports.checks.texts import paragraphs_of, search_texts, texts_of
from reports.text.placeholders import placeholders, unknown_figures

_BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|(?:จำนวน|ละ|ที่|เลขที่|ปี) ?(?:\.{2,}|…)")
_STAND_IN = re.compile(
    r"[(\[] ?เอกสารจาก[^)\]\n]*[)\]]|เอกสารจาก ?(?:ป้า|ลุง|พี่(?!เลี้ยง)|น้อง|\.|…|$)"
    r"|รอ(?:ข้อมูล|เอกสาร|เพิ่มเติม|เติม|ตัวเลข|ยืนยันตัวเลข)|ใส่(?:ข้อความ|ข้อมูล|ตัวเลข|ชื่อ)(?:ที่นี่|ภายหลัง)"
    r"|(?<![A-Za-z])(?:x{3,}|tbd|todo|n/a|lorem ipsum)(?![A-Za-z])|\?{2,}",
    re.IGNORECASE,
)
MONTH = "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT))
_DAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})ที่ ?[0-9]{{1,2}} (?:{MONTH}) (?:พ\.ศ\. ?)?[0-9]{{4}}")


def blank_in_words(summary, narrative) -> Findings:
    """Find runs of dots or underscores in a printed text."""
    for text, match in search_texts(_BLANK, texts_of(summary, narrative)):
        message = f"มีช่องว่าง “{match}” ให้เติมข้อความหรือตัดประโยคออก"
        yield text.finding("ช่องว่างที่ยังไม่ได้เติม", message, Severity.BLOCKER)


def stand_in(summary, narrative) -> Findings:
    """Find stand-ins for missing content: “(เอกสารจาก…)”, xxx, รอข้อมูล, ??? and the like."""
    for text, match in search_texts(_STAND_IN, texts_of(summary, narrative)):
        message = f"มี “{match}” ซึ่งเขียนไว้แทนเนื้อหาจริง ให้เขียนเนื้อหาหรือตัดออก"
        yield text.finding("ข้อความแทนที่ยังไม่ได้เขียน", message, Severity.BLOCKER)


def weekday_is_not_the_dates(summary, narrative) -> Findings:
    """Find dates with a wrong weekday, as “วันศุกร์ที่ 11 มกราคม 2557”, and dates that do not exist."""
    for text, match in search_texts(_DAY, texts_of(summary, narrative)):
        try:
            parse_date(match)
        except ValueError as error:
            yield text.finding("วันในสัปดาห์ไม่ตรงกับวันที่", f"เขียน “{match}” แต่{error}", Severity.BLOCKER)


def unknown_figure(summary, narrative) -> Findings:
    """Find live figures {…} whose name is not a figure of the year."""
    names = placeholders(summary)
    for text in paragraphs_of(narrative):
        for unknown in unknown_figures(text.record.text, names):
            yield text.finding("ตัวเลขสดที่ไม่รู้จัก", f"{unknown} ให้เลือกชื่อจากรายการตัวเลขสด", Severity.BLOCKER)


RULES = [blank_in_words, stand_in, weekday_is_not_the_dates, unknown_figure]
