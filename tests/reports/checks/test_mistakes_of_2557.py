"""The mistakes that the report of 2557 was printed with: those the records still bear are found, the others when planted."""

import datetime
import re
from inspect import getdoc
from pathlib import Path

import pytest
from django.conf import settings

from networks.models import Group
from partners.models import Document, Organization
from projects.models import Project
from reports import checks
from reports.figures.summary import summarize
from reports.management.commands.checks_table import with_table
from reports.models import AnnualReport, Paragraph
from reports.text.narrative import narrate

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TABLE = Path(settings.BASE_DIR, "docs", "checks.md")


def findings_of_2557():
    """What each rule finds, by its name."""
    summary, narrative = summarize(2557, today=datetime.date(2014, 9, 30)), narrate(2557)
    return {rule.__name__: list(rule(summary, narrative)) for rule in checks.RULES}


STILL_THERE = {
    "without_evidence": 4,
    "evidence_of_another_year": 1,
    "amount_unknown": 2,
    "one_giver_above_half": 1,
    "date_unknown": 7,
    "venue_unknown": 8,
    "label_year_is_not_the_dates": 1,
    "pupils_beyond_the_schools": 1,
    "agreement_end_unknown": 3,
    "agreement_undated": 2,
    "claimed_is_not_counted": 2,
    "strands_without_group": 1,
    "network_without_schools": 2,
    "committee_without_members": 1,
    "teams_unknown": 1,
    "all_strands_claimed": 1,
    "paragraph_waiting": 1,
    "section_empty": 3,
    "item_without_evidence": 1,
    "level_unknown": 2,
    "indicator_unknown": 1,
}


def test_what_the_sample_still_bears_is_found_and_nothing_else(year_2557):
    """The sample can be signed once its warnings are looked at: it has no blocker."""
    findings = findings_of_2557()
    assert {rule: len(those) for rule, those in findings.items() if those} == STILL_THERE
    assert not any(f.severity == checks.Severity.BLOCKER for those in findings.values() for f in those)


def paragraph(text, number="4"):
    report = AnnualReport.objects.get(fiscal_year=2557)
    item = report.items.get(standard_item__number=number)
    return Paragraph.objects.create(report=report, item=item, section="results", text=text, order=50)


def paragraph_of(text):
    return lambda: paragraph(text)


def printed_twice():
    one = Project.objects.get(code="P2557-005")
    one.pk, one.code, one._state.adding, one.venue = None, "", True, ""
    one.save()
    return one


def two_of_one_school():
    one = Organization.objects.get(code="O-019")
    twin = Organization.objects.create(kind=one.kind, name=f"{one.name[:-1]}", affiliation="obec")
    Project.objects.get(code="P2557-011").participations.create(organization=twin)
    return one


def misspelt_evidence():
    paper = Document.objects.get(code="D-003")
    Document.objects.filter(pk=paper.pk).update(title=paper.title.replace("หาน", "หาญ"))
    return paper


def misspelt_group():
    return paragraph("เครือข่ายควนขนุนหาญโพธิ์ร่วมจัดงาน")


def blank_in_a_group():
    group = Group.objects.get(code="G-007")
    Group.objects.filter(pk=group.pk).update(duties="จำนวน.........ชุด ชุดละ..........คน")
    return group


MISTAKES = [
    (3, "projects_nearly_alike", printed_twice),
    (8, "blank_in_words", blank_in_a_group),
    (9, "stand_in", paragraph_of("โรงเรียนขนาดเล็ก (เอกสารจากป้าสี)")),
    (13, "count_in_words_is_not_the_records", paragraph_of("ชมรมครู จำนวน 11 ชมรม")),
    (15, "two_units", paragraph_of("รับผิดชอบชุดละ 4-5 คน โรงเรียน")),
    (21, "evidence_title_nearly_the_projects", misspelt_evidence),
    (21, "other_spelling_in_words", misspelt_group),
    (23, "doubled_word", paragraph_of("หน้าที่ทำการองค์การบริหารบริหารส่วนตำบล ควนขนุน")),
    (24, "organizations_nearly_alike", two_of_one_school),
    (28, "known_slip", paragraph_of("องค์การปกครองส่วนท้องถิ่นต่าง ๆ")),
    (29, "known_slip", paragraph_of("กต.ปน. ,อกกศ. และ คณะกรรมการ")),
    (31, "known_slip", paragraph_of("มหกรรมแข่งขันกีฬาด้านยาเสพติด")),
    (32, "known_slip", paragraph_of("ศูนย์การเรียนรู้ศิลปะวัฒธรรม")),
] + [
    (34, "known_slip", paragraph_of(f"คำว่า {slip} ในประโยค"))
    for slip in (
        "บุคลกร", "เครืองมือ", "สถานบันอื่น", "ธรรมมาภิบาล", "Culture Chow", "สงเสริม", "ก่อนให้เกิด", "โอกาศ", "สื่บเนื่อง",
        "สนับสนุบงบประมาณ", "พัฒนากรศึกษา", "การดำนินการ", "หลาหลาย", "เชื่อมัน", "เปอร์เซ็น", "ปฏิบัตงาน", "บาทบาท",
        "เก็บรวมรวม", "เพือ", "ประชุมรวมกับ", "ทางวิชากร", "ครอบกลุ่ม", "สาธารณาชน", "เข้าสู่การหลักสูตร",
    )
]  # fmt: skip


def test_the_mistakes_that_were_mended_are_found_when_planted(year_2557):
    """Each as it stood in print, about the record that bears it; the table names the rule for it."""
    planted = [(number, rule, plant()) for number, rule, plant in MISTAKES]
    findings, table = findings_of_2557(), table_rows(TABLE.read_text())
    for number, rule, record in planted:
        about = {(f.record._meta.model_name, f.record.pk) for f in findings[rule]}
        assert (record._meta.model_name, record.pk) in about, (number, record)
        assert f"`{rule}`" in table[str(number)]


def table_rows(text):
    """The rows of the tables by their first cell."""
    cells = (line.strip("|").split("|") for line in text.splitlines() if line.startswith("| "))
    return {first.strip(" `"): " | ".join(others) for first, *others in cells}


def test_every_mistake_has_its_row():
    """All 36, each with a rule that exists or with a reason."""
    table = table_rows(TABLE.read_text())
    known = {rule.__name__ for rule in checks.RULES}
    for number in range(1, 37):
        told = table[str(number)]
        named = set(re.findall(r"`([a-z_]+)`", told))
        assert named <= known
        assert named or "none" in told or "cannot happen" in told


def test_the_table_of_rules_is_up_to_date():
    """`make docs` was run after the last change of a rule, and each rule says what it finds."""
    assert TABLE.read_text() == with_table(TABLE.read_text())
    assert all(getdoc(rule).startswith("Find ") for rule in checks.RULES)
