"""Rules about paragraphs that are unconfirmed, not written, repeated, or about another year."""

import re

from portal.thai.dates import academic_year, fiscal_year_bounds, parse_period
from portal.thai.keys import name_key
from reports.checks.findings import Finding, Findings, Severity
from reports.checks.texts import paragraphs_of
from reports.checks.words.blanks import MONTH
from reports.models import Section

SHORTEST = 20
_WHEN = re.compile(
    rf"(?P<month>{MONTH}) ?(?:พ\.ศ\. ?)?(?P<month_year>2[45][0-9]{{2}})(?![0-9])"
    r"|(?P<kind>ปีการศึกษา|ปีงบประมาณ|ประจำปี|ปี|พ\.ศ\.) ?(?:พ\.ศ\. ?)?(?P<year>2[45][0-9]{2})(?![0-9])"
)
_OTHER_YEAR_ALLOWED = re.compile(
    r"พระราช|พ\.ร\.บ\.|รัฐธรรมนูญ|ระเบียบ|กฎกระทรวง|กฎหมาย|ประกาศ|คำสั่ง|แผน|หลักสูตร|ข้อตกลง|ตั้งแต่|เมื่อปี|ก่อตั้ง"
    r"|เทียบ|จากปี|กว่าปี|ปีก่อน|ปีที่แล้ว|ที่ผ่านมา|ปีถัดไป|ปีต่อไป"
)
CONTEXT = 60


def copied_unconfirmed(summary, narrative) -> Findings:
    """Find paragraphs copied from last year that nobody has confirmed."""
    for text in paragraphs_of(narrative):
        if text.record.is_unconfirmed:
            message = "คัดลอกมาจากปีก่อนและยังไม่มีผู้อ่านทวน ให้แก้ให้เป็นของปีนี้แล้วยืนยัน"
            yield text.finding("คัดลอกจากปีก่อน ยังไม่ยืนยัน", message, Severity.BLOCKER)


def paragraph_waiting(summary, narrative) -> Findings:
    """Find paragraphs that are not written yet, which are not printed."""
    if not narrative.report:
        return
    waiting = narrative.report.paragraphs.filter(is_waiting=True)
    for paragraph in waiting.select_related("item__standard_item"):
        item = f" ประเด็นที่ {paragraph.item.standard_item.number}" if paragraph.item else ""
        yield Finding(
            "ย่อหน้าที่รอเขียน",
            paragraph,
            f"{paragraph.get_section_display()}{item} มีย่อหน้าที่รอเขียนและจะไม่ถูกพิมพ์ ให้เขียนหรือลบออก",
            field="text",
        )


def paragraph_twice(summary, narrative) -> Findings:
    """Find the same paragraph twice in one section."""
    seen = {}
    for text in paragraphs_of(narrative):
        key = (text.record.item_id, text.record.section, name_key(text.record.text))
        if key in seen and len(key[-1]) >= SHORTEST:
            yield text.finding("ย่อหน้าที่พิมพ์ซ้ำ", f"ซ้ำกับ{seen[key]} ให้ลบย่อหน้าหนึ่ง")
        seen.setdefault(key, text.place)


def year_in_words_is_another(summary, narrative) -> Findings:
    """Find years and months outside the fiscal year in a paragraph.

    Years of laws, orders, plans and comparisons are allowed; in problems and recommendations also the next year.
    """
    for text in paragraphs_of(narrative):
        ahead = text.record.section in (Section.PROBLEMS, Section.RECOMMENDATIONS)
        for match in _WHEN.finditer(text.text):
            context = text.text[max(0, match.start() - CONTEXT) : match.end()]
            if not _is_of_year(match, summary.fiscal_year, ahead) and not _OTHER_YEAR_ALLOWED.search(context):
                yield text.finding(
                    "ปีในเนื้อความไม่ใช่ปีของรายงาน",
                    f"เขียน “{match.group()}” แต่รายงานนี้เป็นของปีงบประมาณ {summary.fiscal_year} ให้ตรวจปี",
                )


def _is_of_year(match, year, ahead):
    """Tell whether the month or year is in the fiscal year, or, looking ahead, in the next."""
    first, last = fiscal_year_bounds(year)
    if match["month"]:
        begun, ended = parse_period(f"{match['month']} {match['month_year']}")
        return ended >= first and (ahead or begun <= last)
    allowed = {year, year + 1} if ahead else {year}
    if match["kind"] == "ปีการศึกษา":
        allowed.add(academic_year(first))
    return int(match["year"]) in allowed


RULES = [copied_unconfirmed, year_in_words_is_another, paragraph_twice, paragraph_waiting]
