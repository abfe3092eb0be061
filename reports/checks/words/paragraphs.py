"""Paragraphs that nobody has read again, that wait, stand twice, or speak of another year."""

import re
from collections.abc import Iterator

from portal.thai.dates import MONTHS, MONTHS_SHORT, academic_year, fiscal_year_bounds, parse_period
from portal.thai.keys import name_key
from reports.checks.findings import Finding, Severity
from reports.checks.texts import lines_of, paragraphs_of
from reports.models import Section

SHORTEST = 20
_MONTH = "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT))
_WHEN = re.compile(
    rf"(?P<month>{_MONTH}) ?(?:พ\.ศ\. ?)?(?P<month_year>2[45][0-9]{{2}})(?![0-9])"
    r"|(?P<kind>ปีการศึกษา|ปีงบประมาณ|ประจำปี|ปี|พ\.ศ\.) ?(?:พ\.ศ\. ?)?(?P<year>2[45][0-9]{2})(?![0-9])"
)
_OF_THEIR_OWN = re.compile(
    r"พระราช|พ\.ร\.บ\.|รัฐธรรมนูญ|ระเบียบ|กฎกระทรวง|กฎหมาย|ประกาศ|คำสั่ง|แผน|หลักสูตร|ข้อตกลง|ตั้งแต่|เมื่อปี|ก่อตั้ง"
    r"|เทียบ|จากปี|กว่าปี|ปีก่อน|ปีที่แล้ว|ที่ผ่านมา|ปีถัดไป|ปีต่อไป"
)
CONTEXT = 60


def copied_unconfirmed(summary, narrative) -> Iterator[Finding]:
    """Find paragraphs carried forward that nobody has read again."""
    for line, where in lines_of(narrative):
        if line.paragraph.is_unconfirmed:
            yield Finding(
                "คัดลอกจากปีก่อน ยังไม่ยืนยัน",
                line.paragraph,
                f"{where} คัดลอกมาจากปีก่อนและยังไม่มีผู้อ่านทวน ให้แก้ให้เป็นของปีนี้แล้วยืนยัน",
                Severity.BLOCKER,
                "text",
            )


def paragraph_waiting(summary, narrative) -> Iterator[Finding]:
    """Find paragraphs that wait to be written and are not printed."""
    if not narrative.report:
        return
    for paragraph in narrative.report.paragraphs.filter(is_waiting=True).select_related(
        "item__standard_item"
    ):
        point = f" ประเด็นที่ {paragraph.item.standard_item.number}" if paragraph.item else ""
        yield Finding(
            "ย่อหน้าที่รอเขียน",
            paragraph,
            f"{paragraph.get_section_display()}{point} มีย่อหน้าที่รอเขียนและจะไม่ถูกพิมพ์ ให้เขียนหรือลบออก",
            field="text",
        )


def paragraph_twice(summary, narrative) -> Iterator[Finding]:
    """Find the same paragraph twice in one section."""
    seen = {}
    for line, where in lines_of(narrative):
        paragraph = line.paragraph
        key = (paragraph.item_id, paragraph.section, name_key(paragraph.text))
        if key in seen and len(key[-1]) >= SHORTEST:
            yield Finding("ย่อหน้าที่พิมพ์ซ้ำ", paragraph, f"{where} ซ้ำกับ{seen[key]} ให้ลบย่อหน้าหนึ่ง", field="text")
        seen.setdefault(key, where)


def year_in_words_is_another(summary, narrative) -> Iterator[Finding]:
    """Find a year or month in prose outside the fiscal year, unless a law, an order, a plan or a comparison
    bears it.

    A recommendation may look to the next year.
    """
    for text in paragraphs_of(narrative):
        ahead = text.record.section in (Section.PROBLEMS, Section.RECOMMENDATIONS)
        for found in _WHEN.finditer(text.text):
            before = text.text[max(0, found.start() - CONTEXT) : found.end()]
            if not _of_the_year(found, summary.fiscal_year, ahead) and not _OF_THEIR_OWN.search(before):
                yield text.finding(
                    "ปีในเนื้อความไม่ใช่ปีของรายงาน",
                    f"เขียน “{found.group()}” แต่รายงานนี้เป็นของปีงบประมาณ {summary.fiscal_year} ให้ตรวจปี",
                )


def _of_the_year(found, year, ahead):
    first, last = fiscal_year_bounds(year)
    if found["month"]:
        begun, ended = parse_period(f"{found['month']} {found['month_year']}")
        return ended >= first and (ahead or begun <= last)
    said = int(found["year"])
    touched = {year, year + 1} if ahead else {year}
    return said in (touched | {academic_year(first)} if found["kind"] == "ปีการศึกษา" else touched)


RULES = [copied_unconfirmed, year_in_words_is_another, paragraph_twice, paragraph_waiting]
