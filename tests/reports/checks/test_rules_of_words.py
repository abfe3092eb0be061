"""Each rule finds what is planted in the words of a clean year, and lets stand what only looks alike."""

import pytest

from networks.models import Group, GroupKind, KindDuty, KindYear, Membership
from partners.models import Contact, Organization
from projects.models import Activity, Project
from reports import checks
from reports.checks.records import names
from reports.checks.words import (
    blanks,
    claims,
    counts,
    paragraphs,
    private_people,
    typing_slips,
)
from reports.figures.summary import summarize
from reports.models import Paragraph
from reports.text.narrative import narrate
from tests.factories import make_contribution, make_person
from tests.reports.checks.finding import findings_of

pytestmark = pytest.mark.django_db


def written(year, text, section="methods"):
    item = year.report.items.first()
    return Paragraph.objects.create(report=year.report, item=item, section=section, text=text, order=90)


WRONG = [
    (blanks.blank_in_words, "จำนวน.........ชุด ชุดละ..........คน"),
    (blanks.blank_in_words, "เมื่อวันที่ ...... ณ ที่ทำการ"),
    (blanks.blank_in_words, "งบประมาณ ____ บาทถ้วน"),
    (blanks.stand_in, "โรงเรียนขนาดเล็ก (เอกสารจากป้าสี)"),
    (blanks.stand_in, "ผู้เข้าร่วม xxx คน"),
    (blanks.stand_in, "ผลสัมฤทธิ์ (รอข้อมูลจากกลุ่มนิเทศ)"),
    (typing_slips.two_units, "รับผิดชอบชุดละ 4-5 คน โรงเรียน"),
    (blanks.weekday_is_not_the_dates, "จัดเมื่อวันศุกร์ที่ 11 มกราคม 2557 ตามประกาศ"),
    (blanks.weekday_is_not_the_dates, "ประกาศวันศุกร์ที่ ๑๑ ม.ค. พ.ศ. ๒๕๕๗"),
    (private_people.id_number_in_words, "ครูผู้สอน 1-1017-00230-70-8 จ้างรายปี"),
    (counts.count_in_words_is_not_the_records, "จำนวน 11 ชมรม"),
    (counts.count_in_words_is_not_the_records, "มี ๑๑ ชมรมครูที่เข้มแข็ง"),
    (counts.count_in_words_is_not_the_records, "จัดตั้งสิบเอ็ดชมรม"),
    (counts.count_in_words_is_not_the_records, "เครือข่ายโรงเรียน 11+2 ทำงานต่อเนื่อง"),
    (counts.count_in_words_is_not_the_records, "ทำงานผ่าน 13 เครือข่าย"),
    (counts.count_in_words_is_not_the_records, "รวม 140 โครงการ"),
    (counts.count_in_words_is_not_the_records, "ภาคี 77 แห่งร่วมงาน"),
    (counts.count_in_words_is_not_the_records, "โรงเรียนในสังกัด จำนวน 118 แห่ง"),
    (counts.count_in_words_is_not_the_records, "ครอบคลุมทั้ง **6** อำเภอ"),
    (counts.money_in_words_is_not_the_records, "ได้รับเงินรวม 1,369,260 บาท"),
    (blanks.unknown_figure, "มี {จำนวนชมลม} ชมรม"),
    (typing_slips.known_slip, "เสริมสร้างหลักธรรมมาภิบาล"),
    (typing_slips.known_slip, "ประสานองค์การปกครองส่วนท้องถิ่น"),
    (typing_slips.doubled_word, "องค์การบริหารบริหารส่วนตำบล"),
    (paragraphs.year_in_words_is_another, "รายงานของปีงบประมาณ 2565"),
    (paragraphs.year_in_words_is_another, "ประชุมเมื่อเดือนมีนาคม ๒๕๖๕"),
]


def test_each_rule_finds_what_is_written(clean_year):
    """Each in its paragraph, which the sentence names by its place and the link opens."""
    planted = {}
    for rule, text in WRONG:
        planted.setdefault(rule, []).append(written(clean_year, text))
    for rule, expected in planted.items():
        findings = findings_of(rule, clean_year)
        assert {finding.record for finding in findings} >= set(expected), rule.__name__
        assert all("วิธีดำเนินการ ประเด็นที่ 3" in finding.sentence for finding in findings)
        for finding in findings:
            assert finding.url.endswith(f"/{clean_year.report.pk}/write/#p-{finding.record.pk}")


HARMLESS = [
    "ก.ต.ป.น. อ.ก.ค.ศ. สพป. และ อบต. ร่วมประชุม ณ ร.ร.วัดหวัง ฯลฯ",
    "เวลา 08.30–16.30 น. ร้อยละ 95.50 ของนักเรียน",
    "รวบรวมเอกสารจากโรงเรียน และรอบการประเมินที่ 2 (รอง ผอ.สพป. เป็นประธาน)",
    "ตามประกาศเมื่อวันเสาร์ที่ 11 มกราคม 2557 เรื่องวันเด็กแห่งชาติ",
    "ครู 12 คน โรงเรียน 3 แห่ง ชุดละ 3 คน ดูแลชุดละ 4-5 โรงเรียน",
    "8 กลุ่มสาระการเรียนรู้ ใน 2 ภาคเรียน กลุ่มละ 5 คน",
    "ไม่น้อยกว่า 20 โครงการ เพิ่มขึ้นอีก 4 ชมรม ครั้งที่ 5 ชมรมครูเสนอ",
    "ปีงบประมาณ 2566 โครงการทั้งหมดเป็นไปตามแผน สพป. เขต 2 โรงเรียนร่วมงาน",
    "หนึ่งโรงเรียนหนึ่งโครงการ และหนึ่งตำบลหนึ่งเครือข่าย",
    "ปีการศึกษา 2565 และ 2566 เดือนธันวาคม 2565 อยู่ในปีงบประมาณนี้",
    "ตามระเบียบกระทรวงศึกษาธิการ พ.ศ. 2546 และแผนพัฒนาการศึกษา พ.ศ. 2560",
    "งบประมาณ 1.2 ล้านบาท ใช้คุ้มค่า เหลือเพียงเล็กน้อย",
    "ค่อย ๆ ทำ เรื่อย ๆ ต่าง ๆ นานา",
    "โทร. 0 7461 1234 ต่อ 11 เลขที่ 23/2566",
]


def test_no_rule_finds_what_only_looks_alike(clean_year):
    """Abbreviations, ordinals, rates, years of laws and comparisons stand as they are."""
    for text in HARMLESS:
        written(clean_year, text)
    findings = checks.check(summarize(clean_year.year, today=clean_year.last), narrate(clean_year.year))
    assert [finding.sentence for finding in findings] == []


def in_project(**values):
    def plant(year):
        Project.objects.filter(pk=year.projects[0].pk).update(**values)
        return year.projects[0]

    return plant


def in_activity(year):
    Activity.objects.filter(project=year.projects[0]).update(name="รอข้อมูล")
    return year.projects[0]


def in_method(year):
    KindYear.objects.filter(kind=year.teams).update(method="จำนวน.........ชุด")
    return year.teams


def in_duty(year):
    KindDuty.objects.create(kind=year.board, text="ประชุมปีละ ..... ครั้ง")
    return year.board


def in_group(year):
    group = year.clubs.groups.first()
    Group.objects.filter(pk=group.pk).update(duties="หน้าที่ xxxx")
    return group


@pytest.mark.parametrize(
    "plant",
    [
        in_project(story="เรื่องนี้ (เอกสารจากป้าสี)"),
        in_project(venue="ที่ ........"),
        in_activity,
        in_method,
        in_duty,
        in_group,
    ],
)
def test_blanks_are_found_in_every_text_that_is_printed(plant, clean_year):
    """Of projects, kinds and groups, their rows too; a blank blocks."""
    record = plant(clean_year)
    (finding,) = [*findings_of(blanks.blank_in_words, clean_year), *findings_of(blanks.stand_in, clean_year)]
    assert (finding.record, finding.severity) == (record, checks.Severity.BLOCKER)


def test_a_blank_in_a_source_note_is_nobodys_concern(clean_year):
    """Notes are never printed."""
    Project.objects.filter(pk=clean_year.projects[0].pk).update(source_note="ต้นฉบับเว้น ......... ไว้")
    assert not findings_of(blanks.blank_in_words, clean_year)


@pytest.mark.parametrize(
    ("claim", "rule", "spoil"),
    [
        (
            "ครอบคลุมทุกกลุ่มสาระ",
            claims.all_strands_claimed,
            lambda year: year.clubs.groups.first().delete(),
        ),
        (
            "เครือข่ายเข้มแข็งทุกโรงเรียน",
            claims.all_schools_claimed,
            lambda year: Membership.objects.filter(organization=year.schools[0]).delete(),
        ),
        (
            "เครือข่ายเข้มแข็งทุกโรงเรียน",
            claims.all_schools_claimed,
            lambda year: Membership.objects.exclude(organization=None).delete(),
        ),
        ("ครบทุกอำเภอ", claims.all_districts_claimed, lambda year: leave_a_district(year)),
        (
            "ครบทุกชมรม",
            claims.all_groups_claimed,
            lambda year: KindYear.objects.filter(kind=year.clubs).update(claimed=11),
        ),
    ],
)
def test_a_claim_of_all_needs_the_records(claim, rule, spoil, clean_year):
    """Borne out it is no finding; with one missing it is."""
    Paragraph.objects.exclude(section="preface").update(text="เรียบร้อยดี")
    paragraph = written(clean_year, claim)
    assert not findings_of(rule, clean_year)
    spoil(clean_year)
    assert [finding.record for finding in findings_of(rule, clean_year)] == [paragraph]


def leave_a_district(year):
    Group.objects.filter(kind=year.places, subdistrict__district=year.districts[1]).delete()
    Project.objects.update(subdistrict=year.subdistricts[0])


def test_a_project_for_every_school_bears_out_the_claim(clean_year):
    """The networks need not be complete then."""
    Membership.objects.filter(organization=clean_year.schools[0]).delete()
    clean_year.projects[0].participations.create(audience="every_school")
    assert not findings_of(claims.all_schools_claimed, clean_year)


def people(year):
    """Of each sort that is not public one, by the sort."""
    club, partner = year.clubs.groups.first(), year.partners[0]
    Membership.objects.create(group=club, person="นายกอบกิจ ใจกว้าง")
    Membership.objects.create(group=club, person="นางเปิดเผย ชื่อเสียง", is_public=True)
    Contact.objects.create(organization=partner, position="ปลัด", name="นางสาวขวัญดี มีสุข")
    year.agreement.parties.update(signatory_name="ค้ำคูณ มั่นคง")
    make_contribution(project=year.projects[0], giver=make_person("งามตา น่ารัก", "ผู้มีจิตศรัทธา"), amount=50_000)


@pytest.mark.parametrize("name", ["กอบกิจ ใจกว้าง", "นายกอบกิจ  ใจกว้าง", "ขวัญดี มีสุข", "ค้ำคูณ มั่นคง", "งามตา น่ารัก"])
def test_a_private_name_in_the_words_blocks_and_is_not_repeated(name, clean_year):
    """Members, contacts, signatories and givers; the sentence is read by outsiders too."""
    people(clean_year)
    paragraph = written(clean_year, f"ขอขอบคุณ{name}ที่ร่วมงาน")
    (finding,) = findings_of(private_people.private_name_in_words, clean_year)
    assert (finding.record, finding.severity) == (paragraph, checks.Severity.BLOCKER)
    assert name.split()[-1] not in finding.sentence


@pytest.mark.parametrize("words", ["เปิดเผย ชื่อเสียง", "ผู้มีจิตศรัทธา", "กอบกิจ"])
def test_a_public_name_or_a_role_stands(words, clean_year):
    """What may be published is no finding."""
    people(clean_year)
    written(clean_year, f"ขอขอบคุณ{words}")
    assert not findings_of(private_people.private_name_in_words, clean_year)


def test_a_copied_paragraph_blocks_until_somebody_confirms_it(clean_year):
    """Last year's words are not this year's."""
    paragraph = written(clean_year, "ทำอย่างปีก่อน")
    Paragraph.objects.filter(pk=paragraph.pk).update(is_unconfirmed=True)
    (finding,) = findings_of(paragraphs.copied_unconfirmed, clean_year)
    assert (finding.record, finding.severity) == (paragraph, checks.Severity.BLOCKER)


def test_a_paragraph_that_waits_is_told(clean_year):
    """It is not printed, and so is left to somebody."""
    item = clean_year.report.items.first()
    paragraph = clean_year.report.paragraphs.create(item=item, section="results", is_waiting=True)
    assert [finding.record for finding in findings_of(paragraphs.paragraph_waiting, clean_year)] == [
        paragraph
    ]


def test_a_paragraph_printed_twice_in_one_section_is_told(clean_year):
    """Differing only in spaces; in another section it is another paragraph."""
    written(clean_year, "ประสานความร่วมมือกับชุมชนทุกภาคส่วน")
    written(clean_year, "ประสานความร่วมมือกับชุมชนทุกภาคส่วน", section="problems")
    assert not findings_of(paragraphs.paragraph_twice, clean_year)
    twin = written(clean_year, "ประสานความร่วมมือกับ ชุมชน ทุกภาคส่วน")
    assert [finding.record for finding in findings_of(paragraphs.paragraph_twice, clean_year)] == [twin]


def test_a_spelling_kept_for_search_is_told_where_it_would_be_printed(clean_year):
    """หาญ for หาน; the right spelling and other names of the same body stand."""
    group = clean_year.network.groups.first()
    Group.objects.filter(pk=group.pk).update(
        name="เครือข่ายควนขนุนหานโพธิ์", spellings="เครือข่ายควนขนุนหาญโพธิ์\nคพ.หานโพธิ์"
    )
    written(clean_year, "เครือข่ายควนขนุนหานโพธิ์ และ คพ.หานโพธิ์")
    assert not findings_of(names.other_spelling_in_words, clean_year)
    paragraph = written(clean_year, "เครือข่ายควนขนุนหาญโพธิ์จัดงาน")
    assert [finding.record for finding in findings_of(names.other_spelling_in_words, clean_year)] == [
        paragraph
    ]


def test_counts_in_methods_of_a_kind_are_held_too(clean_year):
    """The methods of a kind are printed as the report's own words."""
    KindYear.objects.filter(kind=clean_year.clubs).update(method="จัดให้มี 11 ชมรม")
    (finding,) = findings_of(counts.count_in_words_is_not_the_records, clean_year)
    assert finding.record == GroupKind.objects.get(pk=clean_year.clubs.pk)


def test_nobodys_name_is_no_names(clean_year):
    """A person of one word, and bodies, are not looked for."""
    Organization.objects.create(kind="person", name="สมาชิก", public_role="ปราชญ์ชาวบ้าน")
    written(clean_year, "สมาชิกทุกคนร่วมงาน")
    assert not findings_of(private_people.private_name_in_words, clean_year)
