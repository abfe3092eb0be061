"""What a check finds: understood cells, refused ones with the way to mend them, names that are asked about."""

from datetime import date

import pytest

from networks.imports import MembershipImport, SchoolImport
from networks.models import School
from partners.imports import AgreementImport, ContactImport, OrganizationImport
from partners.models import Organization
from projects.imports import ProjectImport
from tests.factories import (
    make_agreement,
    make_contribution,
    make_kind,
    make_organization,
    make_project,
    make_school,
)
from tests.spreadsheets import checked, found_problems, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture
def giver():
    return make_organization(name="ควนขนุน")


def project_row(**cells):
    return {"ปีงบประมาณ": 2557, "ชื่อโครงการ": "ค่ายวิชาการ", "ภาคี": "อบต.ควนขนุน"} | cells


def only_entry(plan):
    """The one record of a plan without problems."""
    assert found_problems(plan) == []
    [entry] = plan.planned_rows
    return entry


@pytest.mark.parametrize("name", ["อบต.ควนขนุน", "อบต. ควนขนุน", "องค์การบริหารส่วนตำบลควนขนุน", "ควนขนุน"])
def test_an_organization_is_known_by_any_of_its_names(staff, giver, name):
    """Short, full, with a space or without the words of its kind."""
    plan = checked(ProjectImport, xlsx(project_row(ภาคี=name)), user=staff)
    assert only_entry(plan).record_change.record.partner == giver


@pytest.mark.parametrize("name", ["ร.ร.วัดหวัง", "รร.วัดหวัง", "โรงเรียนวัดหวัง"])
def test_a_school_is_known_by_any_of_its_names(staff, name):
    """A contact is put to the school that is written with any word for school."""
    school = make_school(name="วัดหวัง")
    plan = checked(ContactImport, xlsx({"หน่วยงาน": name, "ตำแหน่ง": "ผอ."}), user=staff)
    assert only_entry(plan).record_change.record.pk == school.pk


@pytest.mark.parametrize("amount", ["45,500 บาท", "๔๕,๕๐๐", 45500, 45500.0])
def test_an_amount_is_read_as_people_write_it(staff, giver, amount):
    """With commas, with the word, in Thai digits, as a number."""
    row = project_row(**{"ผู้ให้": "อบต.ควนขนุน", "จำนวนเงิน (บาท)": amount})
    [gift] = only_entry(checked(ProjectImport, xlsx(row), user=staff)).part_changes
    assert gift.record.amount == 45500


@pytest.mark.parametrize("when", ["22/8/2557", "๒๒ ส.ค. ๕๗", date(2014, 8, 22), date(2557, 8, 22)])
def test_a_day_is_read_typed_or_as_a_date_of_the_spreadsheet(staff, giver, when):
    """Also one that was typed in พ.ศ. into a cell that is a date."""
    entry = only_entry(checked(ProjectImport, xlsx(project_row(วันที่จัด=when)), user=staff))
    assert (entry.record_change.record.starts_on, entry.record_change.record.ends_on) == (
        date(2014, 8, 22),
    ) * 2


@pytest.mark.parametrize(
    ("cells", "column", "advice"),
    [
        ({"วันที่จัด": "31/2/2557"}, "วันที่จัด", "โปรดพิมพ์วันที่ 1 ถึง 28"),
        ({"วันที่จัด": "22/8/2560"}, "วันที่จัด", "ให้แก้วันที่หรือปีงบประมาณ"),
        ({"ปีงบประมาณ": 57}, "ปีงบประมาณ", "ให้พิมพ์ปี พ.ศ. สี่หลัก"),
        ({"ภาคี": "เทศบาลที่ไม่มี"}, "ภาคี", "ให้ตรวจตัวสะกด"),
        ({"ภาคี": None}, "ภาคี", "ต้องกรอก"),
        ({"ประเภทโครงการ": "ไม่มี"}, "ประเภทโครงการ", "ให้ใช้ชื่อใดชื่อหนึ่งนี้"),
        ({"จำนวนเงิน (บาท)": 100}, "ผู้ให้", "ต้องกรอกผู้ให้"),
        ({"ผู้ให้": "อบต.ควนขนุน", "จำนวนเงิน (บาท)": "มาก"}, "จำนวนเงิน (บาท)", "โปรดพิมพ์เป็นตัวเลข"),
        ({"ผู้ให้": "อบต.ควนขนุน", "หน่วยนับ": "คัน"}, "ทั้งแถว", "เงินให้ใส่เฉพาะจำนวนเงิน"),
        ({"รหัส": "P2557-999"}, "รหัส", "เว้นว่างเพื่อเพิ่มเป็นรายการใหม่"),
        ({"สถานะ": "เสร็จ"}, "สถานะ", "ให้ใช้คำใดคำหนึ่งนี้"),
        ({"ตำบล": "ไม่มีตำบลนี้"}, "ตำบล", "ให้ตรวจตัวสะกดหรือใส่รหัสตำบล"),
    ],
)
def test_a_wrong_cell_is_named_with_the_way_to_mend_it(staff, giver, cells, column, advice):
    """Row, column and advice; nothing can be written."""
    plan = checked(ProjectImport, xlsx(project_row(**cells)), user=staff)
    [(row, where, sentence)] = found_problems(plan)
    assert (row, where or "ทั้งแถว") == (2, column)
    assert advice in sentence
    assert not plan.is_ready


def test_a_code_and_a_name_that_contradict_are_refused(staff, giver):
    """The name of another body beside a code is a slip."""
    other = make_organization(name="แพรกหา")
    plan = checked(ProjectImport, xlsx(project_row(รหัสภาคี=other.code)), user=staff)
    assert "ไม่ใช่ “อบต.ควนขนุน”" in found_problems(plan)[0][2]


def test_rows_of_one_new_project_are_joined(staff, giver):
    """By title, partner and year; each row is a gift."""
    rows = [project_row(**{"ผู้ให้": "อบต.ควนขนุน", "จำนวนเงิน (บาท)": amount}) for amount in (100, 200)]
    entry = only_entry(checked(ProjectImport, xlsx(*rows), user=staff))
    assert [part.record.amount for part in entry.part_changes] == [100, 200]


def test_rows_of_one_project_that_contradict_are_reported(staff, giver):
    """The second row names what the first says."""
    rows = [project_row(สถานที่="วัด", ผู้ให้="อบต.ควนขนุน"), project_row(สถานที่="โรงเรียน")]
    [(row, column, sentence)] = found_problems(checked(ProjectImport, xlsx(*rows), user=staff))
    assert (row, column) == (3, "สถานที่")
    assert "แถว 2" in sentence


def test_the_office_is_refused_as_the_partner(staff, giver):
    """The row says so in its column, as the form does."""
    make_organization(kind="office", name="ตัวอย่าง")
    [(row, column, sentence)] = found_problems(
        checked(ProjectImport, xlsx(project_row(ภาคี="สพป.ตัวอย่าง")), user=staff)
    )
    assert (row, column) == (2, "ภาคี")
    assert "สำนักงานไม่นับเป็นภาคี" in sentence


def test_a_row_twice_is_refused(staff, giver):
    """The same gift in two rows would be counted twice."""
    row = project_row(**{"ผู้ให้": "อบต.ควนขนุน", "จำนวนเงิน (บาท)": 100})
    assert "ซ้ำกับแถว 2" in found_problems(checked(ProjectImport, xlsx(row, row), user=staff))[0][2]


def test_a_near_name_is_asked_about(staff):
    """A school that nearly bears a standing one's name waits for an answer."""
    school = make_school(name="วัดหานโพธิ์")
    content = xlsx({"ชื่อเฉพาะ": "วัดหาญโพธิ์"})
    plan = checked(SchoolImport, content, user=staff)
    [offer] = plan.open_questions
    assert not plan.is_ready
    old = {"offers": {offer.key: school.code}}
    assert (
        only_entry(checked(SchoolImport, content, user=staff, answers=old)).record_change.record.pk
        == school.pk
    )
    new = {"offers": {offer.key: "new"}}
    assert only_entry(checked(SchoolImport, content, user=staff, answers=new)).record_change.is_new


def test_two_near_names_in_one_file_are_asked_about(staff):
    """Two new schools that may be one; the answer that they are one leaves the second row out."""
    content = xlsx({"ชื่อเฉพาะ": "บ้านใหม่ทดลอง"}, {"ชื่อเฉพาะ": "บ้านใหม่ทดลอ"})
    plan = checked(SchoolImport, content, user=staff)
    [offer] = plan.open_questions
    plan = checked(SchoolImport, content, user=staff, answers={"offers": {offer.key: "skip"}})
    assert dict(plan.counts) == {"new": 1, "skipped": 1}


def test_names_with_other_official_numbers_or_digits_are_not_asked_about(staff):
    """Two numbers are two schools; ที่ 1 is not ที่ 2."""
    number = "รหัสสถานศึกษา 8 หลัก"
    make_school(name="วัดหานโพธิ์", smis_code="93010001")
    rows = [
        {"ชื่อเฉพาะ": "วัดหาญโพธิ์", number: "93010002"},
        {"ชื่อเฉพาะ": "บ้านทดลองที่ 1"},
        {"ชื่อเฉพาะ": "บ้านทดลองที่ 2"},
    ]
    plan = checked(SchoolImport, xlsx(*rows), user=staff)
    assert (plan.questions, dict(plan.counts)) == ({}, {"new": 3})


def test_a_near_name_of_a_giver_is_offered(staff, giver):
    """The answer puts the standing organization in its place."""
    content = xlsx(project_row(ภาคี="อบต.ควนขนนุ"))
    [offer] = checked(ProjectImport, content, user=staff).open_questions
    plan = checked(ProjectImport, content, user=staff, answers={"offers": {offer.key: giver.code}})
    assert only_entry(plan).record_change.record.partner == giver


def test_empty_keeps_and_a_dash_takes_away(staff):
    """An empty cell says nothing of what stands."""
    body = make_organization(address="หมู่ 1", public_role="ก")
    row = {"รหัส": body.code, "ที่ตั้ง": "-", "คำเรียกที่เผยแพร่ได้": None}
    entry = only_entry(checked(OrganizationImport, xlsx(row), user=staff))
    assert [change[1:] for change in entry.changes] == [("ที่ตั้ง", "หมู่ 1", "ว่าง")]


def test_heads_are_known_in_any_order_spacing_and_digits(staff):
    """A head is its letters."""
    plan = checked(SchoolImport, xlsx({"รหัสสถานศึกษา๘หลัก": "93010001", " ชื่อ เฉพาะ": "วัดใหม่"}), user=staff)
    assert only_entry(plan).record_change.record.smis_code == "93010001"


def test_an_unknown_head_is_named_with_the_nearest(staff):
    """And nothing is read until a person says what it is."""
    content = xlsx({"ชื่อเฉพาะ": "วัดใหม่", "สังกด": "สพฐ."})
    plan = checked(SchoolImport, content, user=staff)
    assert (plan.heads.unknown, plan.results) == ([("สังกด", "สังกัด")], {})
    named = {"columns": {"สังกด": "สังกัด"}}
    assert (
        only_entry(checked(SchoolImport, content, user=staff, answers=named)).record_change.record.affiliation
        == "obec"
    )


def test_a_missing_head_is_named(staff):
    """A file without the needed column holds nothing to check."""
    plan = checked(SchoolImport, xlsx({"ที่ตั้ง": "หมู่ 1"}), user=staff)
    assert plan.heads.missing == ["ชื่อเฉพาะ"]


def test_an_agreement_takes_words_and_needs_two_sides(staff, giver):
    """A side that nobody bears is kept in words; one side is no agreement."""
    row = {"ชื่อข้อตกลง": "อ่านเก่ง", "คู่ตกลง": "อบต.ควนขนุน; ผู้ปกครองนักเรียน"}
    entry = only_entry(checked(AgreementImport, xlsx(row), user=staff))
    assert [(p.record.organization, p.record.words) for p in entry.part_changes] == [
        (giver, ""),
        (None, "ผู้ปกครองนักเรียน"),
    ]
    one = checked(AgreementImport, xlsx(row | {"คู่ตกลง": "อบต.ควนขนุน"}), user=staff)
    assert "อย่างน้อยสองฝ่าย" in found_problems(one)[0][2]


def test_a_seat_is_added_to_a_new_group(staff):
    """The group is made of its kind, with the school as its member."""
    kind, school = make_kind(name="เครือข่ายโรงเรียน"), make_school(name="วัดหวัง")
    row = {"ประเภท": "เครือข่ายโรงเรียน", "ชื่อ": "เครือข่ายหนึ่ง", "หน่วยงาน/โรงเรียน": "ร.ร.วัดหวัง"}
    entry = only_entry(checked(MembershipImport, xlsx(row), user=staff))
    assert (entry.record_change.record.kind, entry.part_changes[0].record.organization.pk) == (
        kind,
        school.pk,
    )


def test_whoever_may_not_confirm_confirms_nothing(editor, approver, giver):
    """The table of roles holds on this way too."""
    content = xlsx(project_row(สถานะ="ยืนยันแล้ว"))
    assert "ไม่มีสิทธิ์ยืนยัน" in found_problems(checked(ProjectImport, content, user=editor))[0][2]
    assert found_problems(checked(ProjectImport, content, user=approver)) == []


def test_a_confirmed_project_mended_without_the_right_is_a_draft(editor, giver):
    """As on the screen, and the preview says so."""
    standing = make_project(partner=giver)
    content = xlsx({"รหัส": standing.code, "ปีงบประมาณ": 2557, "ชื่อโครงการ": standing.title, "สถานที่": "วัด"})
    changes = [change[1:] for change in only_entry(checked(ProjectImport, content, user=editor)).changes]
    assert ("สถานะ", "ยืนยันแล้ว", "ร่าง") in changes


def test_checking_asks_little_and_writes_nothing(staff, django_assert_max_num_queries):
    """The number of queries does not grow with the rows."""
    rows = [{"ชื่อเฉพาะ": f"ทดลองที่ {n}"} for n in range(30)]
    content = xlsx(*rows)
    with django_assert_max_num_queries(8):
        plan = checked(SchoolImport, content, user=staff)
    assert plan.counts["new"] == 30
    assert School.objects.count() == Organization.objects.count() == 0


def test_a_standing_side_that_the_file_names_is_no_new_one(staff):
    """The parties of an agreement are known again."""
    deal = make_agreement()
    sides = "; ".join(party.organization.full_name for party in deal.parties.all())
    row = {"รหัส": deal.code, "ชื่อข้อตกลง": deal.title, "คู่ตกลง": sides}
    assert dict(checked(AgreementImport, xlsx(row), user=staff).counts) == {"same": 1}


def test_a_project_without_its_time_is_not_silently_a_second(staff, giver):
    """One that stands as the fifth is offered; a sixth is another."""
    make_project(title="ค่ายวิชาการ", partner=giver, occurrence=5)
    assert len(checked(ProjectImport, xlsx(project_row()), user=staff).open_questions) == 1
    plan = checked(ProjectImport, xlsx(project_row(ครั้งที่=6)), user=staff)
    assert (plan.questions, dict(plan.counts)) == ({}, {"new": 1})


def test_a_dash_takes_a_recipient_away(staff, giver):
    """Both the organization and the words."""
    project = make_project(partner=giver)
    make_contribution(project=project, giver=giver, amount=100, recipient_words="นักเรียนทุกคน")
    row = {"รหัส": project.code, "ผู้ให้": "อบต.ควนขนุน", "รูปแบบ": "เงิน", "ผู้รับ": "-"}
    [gift] = only_entry(checked(ProjectImport, xlsx(row), user=staff)).part_changes
    assert gift.changes == [("ผู้รับ", "นักเรียนทุกคน", "ว่าง")]
